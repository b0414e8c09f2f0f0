using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Reductions;
using GateDsl.Theory.Tasks;

namespace GateDsl.Tests.Theory.Reductions;

/// <summary>Three contexts over 8,001 epochs against an independent implementation in another language.</summary>
public sealed class RecordedRaceTests
{
    private const double StepSize = 1e-3;

    [Theory]
    [InlineData("race_different", "expected100")]
    [InlineData("race_different", "expected_rule")]
    [InlineData("race_same", "expected100")]
    [InlineData("race_same", "expected_rule")]
    public void The_expected_race_is_the_recorded_one(string name, string race)
    {
        var reference = Reference.Load(name);
        var problem = Problem(name);
        var sigma = reference.Number("sigma");
        var rule = TwinWidths.Of(problem, reference.Number("units"));
        Assert.Equal([350, 700.0 / 6, 700.0 / 6, 700.0 / 6], rule);

        var widths = race == "expected_rule" ? rule : [100, 100, 100, 100];
        var spreads = problem.Pathways.Select((pathway, p) => PathwaySpread.Uniform(pathway, widths[p], sigma)).ToArray();
        var losses = GramReduction.Expect(DataBasis.Reduce(problem), spreads).Run(8001, StepSize);

        var epochs = reference.Array("epochs");
        var recorded = reference.Array(race);
        for (var i = 0; i < epochs.Length; i++)
        {
            Assert.Equal(recorded[i], losses[(int)epochs[i]], 1e-6 * Math.Max(recorded[i], 1e-6 * recorded[0]));
        }
    }

    [Theory]
    [InlineData("race_different")]
    [InlineData("race_same")]
    public void Representative_units_predict_the_recorded_relu_networks(string name)
    {
        var reference = Reference.Load(name);
        var units = RepresentativeUnits.Create(
            Problem(name), (int)reference.Number("units"), reference.Number("sigma"), reference.Number("sigma"), seed: 0);
        var losses = units.Run(8001, StepSize);
        var epochs = reference.Array("epochs");
        foreach (var network in new[] { "relu0", "relu1" })
        {
            var recorded = reference.Array(network);
            var rms = Math.Sqrt(epochs.Select((epoch, i) => Math.Pow(losses[(int)epoch] - recorded[i], 2)).Average()) / recorded[0];
            Assert.InRange(rms, 0, 0.006);
        }
    }

    private static ReductionProblem Problem(string name) =>
        TaskProblems.OfContexts(ContextTaskData.Create(3, 8, name == "race_different"), common: true, 2);
}
