using System.Text.Json;
using GateDsl.CompilerServices;
using GateDsl.Numerics.Tests.Training;

namespace GateDsl.Numerics.Tests.Native;

/// <summary>Races through C are those of C#, to the bit.</summary>
[Collection("handles")]
public sealed class NativeRaceTests : IDisposable
{
    private readonly NativeCaller _c = new();
    private readonly NativeCases _cases = new(3, 17);
    private readonly NativeCases _test = new(4, 9);

    public void Dispose() => _c.Dispose();

    private static NativeSurface Surface => NativeCaller.Surface;

    [Fact]
    public void RacesAreThoseOfCSharp()
    {
        long data = _cases.TraineeOf(_c);
        long test = _test.TraineeOf(_c);
        long network = _c.Network("Trainee", """{"sigma":0.1,"seed":5}""");
        Trainee same = new(Gaussian.WithSigma(0.1), 5);

        const string Plain = """{"epochs":40,"step_size":0.05}""";
        const string Full = """{"epochs":40,"step_size":0.05,"batch_size":5,"record_every":3,"snapshot_epochs":[7],"test_by":["Context"]}""";
        TrainingOptions options = new() { Epochs = 40, StepSize = 0.05, BatchSize = 5, RecordEvery = 3, SnapshotEpochs = [7], TestBy = ["Context"] };
        long from = _c.Handle(room => Surface.RaceFrom(network, data, room));
        AssertLog(Trainee.Race.From(same, _cases.Trainee).Integrate(40, 0.05), Integrate(from, Plain));
        AssertLog(Trainee.Race.From(same, _cases.Trainee).Integrate(40, 0.05, LossScale.Mean, Reduction.Modes),
            Integrate(from, """{"epochs":40,"step_size":0.05,"loss_scale":"mean","reduction":"modes"}"""));
        AssertLog(Trainee.Race.From(same, _cases.Trainee).Integrate(options, _test.Trainee), Integrate(from, Full, test));

        AssertLog(
            Trainee.Race.Expect(_cases.Trainee, 0.1).Integrate(40, 0.05),
            Integrate(_c.Handle(room => Surface.RaceExpect(_c.Text("Trainee"), data, _c.Text("""{"sigma":0.1}"""), room)), Plain));
        AssertLog(
            Trainee.Race.Expect(_cases.Trainee, 0.1, 23.5).Integrate(40, 0.05),
            Integrate(_c.Handle(room => Surface.RaceExpect(_c.Text("Trainee"), data, _c.Text("""{"sigma":0.1,"units_per_pathway":23.5}"""), room)), Plain));
        Dictionary<string, double> units = new() { ["Common"] = 20, ["Pairs[0]"] = 5, ["Pairs[1]"] = 6, ["Pairs[2]"] = 7 };
        AssertLog(
            Trainee.Race.Expect(_cases.Trainee, 0.1, units).Integrate(40, 0.05),
            Integrate(_c.Handle(room => Surface.RaceExpect(
                _c.Text("Trainee"), data, _c.Text("""{"sigma":0.1,"units_per_pathway":{"Common":20,"Pairs[0]":5,"Pairs[1]":6,"Pairs[2]":7}}"""), room)),
                    Plain));

        (string Start, Func<Trainee.Race> Race)[] drawn =
        [
            ("""{"sigma":0.1,"draws":3,"seed":9}""", () => Trainee.Race.Expect(_cases.Trainee, 0.1, draws: 3, seed: 9)),
            ("""{"sigma":0.1,"units_per_pathway":6.5,"draws":2}""", () => Trainee.Race.Expect(_cases.Trainee, 0.1, 6.5, draws: 2)),
            (
                """{"sigma":0.1,"units_per_pathway":{"Common":20,"Pairs[0]":5,"Pairs[1]":6,"Pairs[2]":7},"draws":2}""",
                () => Trainee.Race.Expect(_cases.Trainee, 0.1, units, draws: 2)),
            ("""{"gain":0.3,"draws":2}""", () => Trainee.Race.Expect(_cases.Trainee, Orthogonal.WithGain(0.3), draws: 2)),
        ];
        foreach ((string start, Func<Trainee.Race> race) in drawn)
        {
            long expected = _c.Handle(room => Surface.RaceExpect(_c.Text("Trainee"), data, _c.Text(start), room));
            AssertLog(race().Integrate(40, 0.05), Integrate(expected, Plain));
            AssertLog(race().Integrate(options, _test.Trainee), Integrate(expected, Full, test));
        }

        (string Start, Func<Trainee.Race> Race)[] twins =
        [
            ("""{"sigma":0.1,"seed":3}""", () => Trainee.Race.ForTwin(_cases.Trainee, 0.1, seed: 3)),
            ("""{"sigma":0.1,"prediction":"pathways"}""", () => Trainee.Race.ForTwin(_cases.Trainee, 0.1, TwinPrediction.Pathways)),
        ];
        foreach ((string start, Func<Trainee.Race> race) in twins)
        {
            long twin = _c.Handle(room => Surface.RaceForTwin(_c.Text("Trainee"), data, _c.Text(start), room));
            AssertLog(race().Integrate(40, 0.05), Integrate(twin, Plain));
            AssertLog(race().Integrate(options, _test.Trainee), Integrate(twin, Full, test));
        }
    }

    private long Integrate(long race, string options, long test = 0) => _c.Handle(room => Surface.Integrate(race, test, _c.Text(options), 0, 0, 0, room));

    private void AssertLog(RaceLog expected, long log)
    {
        Assert.Equal(expected.Loss, _c.Doubles(log, "loss"));
        Assert.Equal(expected.Epochs, _c.Arrays(log)["epochs"].Values);
        Assert.Equal(expected.TestLoss is null, !_c.Arrays(log).ContainsKey("test_loss"));
        if (expected.TestLoss is not null)
        {
            Assert.Equal(expected.TestLoss, _c.Doubles(log, "test_loss"));
        }

        JsonElement facts = _c.Json(log);
        Assert.Equal(expected.TestLossBy.Keys, facts.GetProperty("test_loss_by").EnumerateObject().Select(group => group.Name));
        Assert.All(expected.TestLossBy,
            group => Assert.Equal(group.Value, _c.Doubles(log, facts.GetProperty("test_loss_by").GetProperty(group.Key).GetString()!)));
        Assert.Equal(expected.ModeStrengths.Keys, facts.GetProperty("mode_strengths").EnumerateObject().Select(pathway => pathway.Name));
        foreach ((string pathway, double[,] strengths) in expected.ModeStrengths)
        {
            Assert.Equal(strengths.Cast<double>(), _c.Doubles(log, facts.GetProperty("mode_strengths").GetProperty(pathway).GetString()!));
        }

        Assert.Equal(expected.GateShares.Keys, facts.GetProperty("gate_shares").EnumerateObject().Select(pattern => pattern.Name));
        foreach ((string pattern, double[] shares) in expected.GateShares)
        {
            Assert.Equal(shares, _c.Doubles(log, facts.GetProperty("gate_shares").GetProperty(pattern).GetString()!));
        }

        Assert.Equal(expected.Draws.Count, facts.GetProperty("draws").GetArrayLength());
        Assert.Equal(expected.TestDraws, facts.GetProperty("test_draws").EnumerateArray().Select(draw => _c.Doubles(log, draw.GetString()!)));
        Assert.Equal(expected.Snapshots.Count, facts.GetProperty("snapshots").GetArrayLength());
    }
}
