using System.Runtime.InteropServices;
using System.Text.Json;
using GateDsl.CompilerServices;

namespace GateDsl.Numerics.Tests.Native;

/// <summary>What a wrong call says, what stops a right one, and what is left behind.</summary>
[Collection("handles")]
public sealed class NativeFaultTests : IDisposable
{
    private readonly NativeCaller _c = new();
    private readonly NativeCases _cases = new(3, 17);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Progress(nint state, int epoch, int epochs, double loss);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Poll(nint state);

    public void Dispose() => _c.Dispose();

    private static NativeSurface Surface => NativeCaller.Surface;

    [Theory]
    [InlineData("""{"epochs":3}""", 1, "step_size", "must be positive and finite")]
    [InlineData("""{"step_size":"nan"}""", 1, "step_size", "must be positive and finite")]
    [InlineData("""{"step_size":0.1,"epoch":3}""", 1, "epoch", "Did you mean 'epochs'?")]
    [InlineData("""{"step_size":0.1,"epochs":3.5}""", 1, "epochs", "must be a whole number")]
    [InlineData("""{"step_size":0.1,"epochs":3,"epochs":4}""", 1, "epochs", "given twice")]
    [InlineData("""{"step_size":0.1,"nesterov":1}""", 1, "nesterov", "true or false")]
    [InlineData("""{"step_size":0.1,"method":"Batch"}""", 1, "method", "'auto' or 'batch' or 'statistics'")]
    [InlineData("""{"step_size":0.1,"step_factors":{"ItemToCommn":1}}""", 1, "step_factors", "ItemToCommn")]
    [InlineData("""{"step_size":0.1,"shuffle_seed":-1}""", 1, "shuffle_seed", "2^64")]
    [InlineData("""{"step_size":0.1,"checkpoint":{"path":3}}""", 1, "path", "text")]
    [InlineData("""{"step_size":0.1""", 1, "options", "no JSON")]
    [InlineData("[1]", 1, "options", "must be an object")]
    [InlineData("""{"step_size":"\ud800"}""", 1, "step_size", "no Unicode")]
    [InlineData("""{"\ud800":1}""", 1, "options", "no Unicode")]
    [InlineData("""{"step_size":0.1,"method":"statistics","batch_size":3}""", 7, null, "With BatchSize = 3 a training cannot go by statistics")]
    public void AWrongOptionIsNamed(string options, int status, string? argument, string message)
    {
        long network = _c.Network("Trainee", """{"sigma":0.1}""");
        Assert.Equal(status, Surface.Train(network, _cases.TraineeOf(_c), 0, _c.Text(options), 0, 0, 0, _c.Room(8)));
        Assert.Contains(message, NativeCaller.Error, StringComparison.Ordinal);
        JsonElement facts = NativeCaller.ErrorFacts;
        Assert.Equal(NativeCaller.Error, facts.GetProperty("message").GetString());
        Assert.Equal(argument, facts.TryGetProperty("argument", out JsonElement named) ? named.GetString() : null);
    }

    [Fact]
    public void AWrongArrayIsNamed()
    {
        Check("item is missing", "item", [Context(), Properties()]);
        Check("Did you mean 'properties'?", "propertis", [Item(), Context(), _c.Array("propertis", _cases.Five, 17, 5)]);
        Check("given twice", "item", [Item(), Item(), Context(), Properties()]);
        Check("item is float64 [17]; values are int32 or int64", "item", [_c.Array("item", new double[17], 17), Context(), Properties()]);
        Check("properties is float64 [5, 17]; Trainee takes [datapoints, 5]", "properties", [Item(), Context(), _c.Array("properties", _cases.Five, 5, 17)]);
        Check("properties is bool", "properties", [Item(), Context(), _c.Array("properties", new bool[85], 17, 5)]);
        Check("-1", "item", [Item() with { Shape = _c.Copy(-1L) }, Context(), Properties()]);
        Check("null pointer", "item", [Item() with { Data = 0 }, Context(), Properties()]);
        Check("null pointer", "item", [Item() with { Shape = 0 }, Context(), Properties()]);
        Check("99 is no type", "item", [Item() with { Type = 99 }, Context(), Properties()]);
        Check("dimensions, not 9", "item", [Item() with { Rank = 9 }, Context(), Properties()]);
        Check("more than", "item", [Item() with { Rank = 2, Shape = _c.Copy(1L << 30, 1L << 30) }, Context(), Properties()]);
        int[] far = [.. _cases.Items];
        far[3] = 4;
        Check("datapoint 3", "item", [_c.Array("item", far, 17), Context(), Properties()]);
        long[] further = [.. far.Select(value => (long)value)];
        further[3] = 1L << 40;
        Check("datapoint 3", "item", [_c.Array("item", further, 17), Context(), Properties()]);
        Check("item", "context", [Item(), _c.Array("context", new int[16], 16), Properties()]);
        Check("2^53", "properties", [Item(), Context(), _c.Array("properties", [.. Enumerable.Repeat(long.MaxValue, 85)], 17, 5)]);
        double[] none = [.. _cases.Five];
        none[7] = double.NaN;
        Check("datapoint 1", "properties", [Item(), Context(), _c.Array("properties", none, 17, 5)]);

        NativeCaller.Given Item() => _c.Array("item", _cases.Items, 17);
        NativeCaller.Given Context() => _c.Array("context", _cases.Contexts, 17);
        NativeCaller.Given Properties() => _c.Array("properties", _cases.Five, 17, 5);

        void Check(string message, string argument, NativeCaller.Given[] arrays)
        {
            Assert.Equal(1, Surface.CreateDataset(_c.Text("Trainee"), _c.Arrays(arrays), arrays.Length, _c.Room(8)));
            Assert.Contains(message, NativeCaller.Error, StringComparison.Ordinal);
            Assert.Equal(argument, NativeCaller.ErrorFacts.GetProperty("argument").GetString());
        }
    }

    [Fact]
    public void AWrongHandleIsNamed()
    {
        long data = _cases.TraineeOf(_c);
        long other = _cases.DeepOf(_c);
        long network = _c.Network("Trainee", """{"sigma":0.1}""");
        nint room = _c.Room(8);
        Check(6, "network: a data set was given where a network is needed", Surface.FindLoss(data, data, 0, room));
        Check(6, "dataset: a network was given", Surface.FindLoss(network, network, 0, room));
        Check(6, "dataset: nothing was given", Surface.FindLoss(network, 0, 0, room));
        Check(1, "dataset is a data set of Deep; Trainee needs one of Trainee", Surface.FindLoss(network, other, 0, room));
        Check(1, "test is a data set of Deep", Surface.Train(network, data, other, _c.Text("""{"step_size":0.1}"""), 0, 0, 0, room));
        Check(1, "loss is a null pointer", Surface.FindLoss(network, data, 0, 0));
        Check(1, "0, the sum, or 1, the mean", Surface.FindLoss(network, data, 2, room));
        Check(1, "Did you mean 'Trainee'?", Surface.CreateNetwork(_c.Text("trainee"), _c.Text("""{"sigma":0.1}"""), room));
        Check(1, "either sigma or gain", Surface.CreateNetwork(_c.Text("Trainee"), _c.Text("{}"), room));
        Check(1, "sigma", Surface.CreateNetwork(_c.Text("Trainee"), _c.Text("""{"sigma":-1}"""), room));
        Check(7, "Trainee is no ReLU twin", Surface.FindGates(network, data, 1, room));
        Check(7, "Trainee.ReluTwin is a ReLU twin", Surface.RaceFrom(_c.Network("Trainee.ReluTwin", """{"sigma":0.1}"""), data, room));
        NativeCaller.Ok(Surface.Free(network));
        Check(6, "it was freed, or never given", Surface.FindLoss(network, data, 0, room));
        Check(6, "it was freed, or never given", Surface.Free(network));
        NativeCaller.Ok(Surface.Free(0));

        // Where the message is cut, a pair of surrogates is.
        Check(1, "x\uFFFD...", Surface.MakeTask(_c.Text(new string('x', 99) + "\U0001F600 and more"), room));
        Assert.Equal("network", NativeCaller.ErrorFacts.GetProperty("argument").GetString());

        static void Check(int status, string message, int found)
        {
            Assert.Equal(status, found);
            Assert.Contains(message, NativeCaller.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ADivergenceSaysWhereAndWhatWouldHold()
    {
        long network = _c.Network("Trainee", """{"sigma":0.3}""");
        Assert.Equal(3, Surface.Train(network, _cases.TraineeOf(_c), 0, _c.Text("""{"step_size":1e3,"epochs":100}"""), 0, 0, 0, _c.Room(8)));
        JsonElement facts = NativeCaller.ErrorFacts;
        Assert.Equal("TrainingDivergedException", facts.GetProperty("exception").GetString());
        Assert.Equal(1e3, facts.GetProperty("step_size").GetDouble());
        Assert.InRange(facts.GetProperty("epoch").GetInt32(), 1, 10);
        Assert.True(facts.GetProperty("stable_step_size").GetDouble() < 1e3);
    }

    [Fact]
    public unsafe void AProgressCallbackIsToldAndStopsAfterAWholeEpoch()
    {
        long data = _cases.TraineeOf(_c);
        long network = _c.Network("Trainee", """{"sigma":0.02,"seed":2}""");
        List<(int, int, double)> told = [];
        Progress stop = (state, epoch, epochs, loss) =>
        {
            told.Add((epoch, epochs, loss));
            return epoch == 6 ? 1 : 0;
        };
        nint room = _c.Room(8);
        Assert.Equal(4, Surface.Train(
            network, data, 0, _c.Text("""{"step_size":0.05,"epochs":100,"record_every":3}"""), Marshal.GetFunctionPointerForDelegate(stop), 0, 0, room));
        Assert.Equal(0, *(long*)room);
        GC.KeepAlive(stop);

        Training.Trainee same = new(Gaussian.WithSigma(0.02), 2);
        TrainingLog log = same.Train(_cases.Trainee, new TrainingOptions { Epochs = 7, StepSize = 0.05, RecordEvery = 3, Method = TrainingMethod.Batch });
        Assert.Equal(log.Epochs.Select((epoch, i) => (epoch, 100)), told.Select(one => (one.Item1, one.Item2)));
        double after = _c.Number(found => Surface.FindLoss(network, data, 0, found));
        Assert.Equal(same.Loss(_cases.Trainee), after, 1e-10);
    }

    /// <summary>The network that trains may be evaluated from its callback, and nothing else may use it meanwhile.</summary>
    [Fact]
    public unsafe void ACallbackMayEvaluateTheNetworkAndAnotherThreadMayNot()
    {
        long data = _cases.TraineeOf(_c);
        long network = _c.Network("Trainee", """{"sigma":0.3,"seed":2}""");
        List<int> here = [];
        List<int> there = [];
        nint room = _c.Room(8);
        Progress progress = (state, epoch, epochs, loss) =>
        {
            here.Add(Surface.FindLoss(network, data, 0, room));
            Thread other = new(() => there.Add(Surface.FindLoss(network, data, 0, room)));
            other.Start();
            other.Join();
            return 0;
        };
        _c.Train(network, data, """{"step_size":0.05,"epochs":3}""", progress: Marshal.GetFunctionPointerForDelegate(progress));
        GC.KeepAlive(progress);
        Assert.Equal([0, 0, 0], here);
        Assert.Equal([2, 2, 2], there);
    }

    [Theory]
    [InlineData("train")]
    [InlineData("many")]
    [InlineData("race")]
    [InlineData("twin")]
    public void APollStopsWhatWouldTakeHours(string what)
    {
        long data = _cases.TraineeOf(_c);
        int asked = 0;
        int thread = Environment.CurrentManagedThreadId;
        bool isHere = true;
        Poll poll = state =>
        {
            isHere &= Environment.CurrentManagedThreadId == thread;
            return ++asked == 3 ? 1 : 0;
        };
        nint function = Marshal.GetFunctionPointerForDelegate(poll);
        nint many = _c.Text("""{"step_size":1e-6,"epochs":100000000,"record_every":100000000}""");
        nint race = _c.Text("""{"step_size":1e-6,"epochs":3000000}""");
        int status = what switch
        {
            "train" => Surface.Train(_c.Network("Trainee", """{"sigma":0.1}"""), data, 0, many, 0, function, 0, _c.Room(8)),
            "many" =>
                Surface.TrainMany(_c.Text("Trainee"), _c.Text("""{"sigma":0.1}"""), _c.Copy(1UL, 2UL), 2, data, 0, many, 0, function, 0, _c.Room(16),
                    _c.Room(16)),
            "race" => Surface.Integrate(
                _c.Handle(room => Surface.RaceExpect(_c.Text("Trainee"), data, _c.Text("""{"sigma":0.1}"""), room)), 0, race, 0, function, 0, _c.Room(8)),
            _ => Surface.Integrate(
                _c.Handle(room => Surface.RaceForTwin(_c.Text("Trainee"), data, _c.Text("""{"sigma":0.1}"""), room)), 0, race, 0, function, 0, _c.Room(8)),
        };
        GC.KeepAlive(poll);
        Assert.Equal(4, status);
        Assert.Equal(3, asked);
        Assert.True(isHere);
    }
}
