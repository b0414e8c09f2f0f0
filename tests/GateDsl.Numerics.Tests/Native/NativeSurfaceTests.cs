using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.Json;
using GateDsl.CompilerServices;
using GateDsl.Numerics.Tests.Layers;
using GateDsl.Numerics.Tests.Training;

namespace GateDsl.Numerics.Tests.Native;

/// <summary>What C gets is what C# gets, to the bit.</summary>
[Collection("handles")]
public sealed class NativeSurfaceTests : IDisposable
{
    private readonly NativeCaller _c = new();
    private readonly NativeCases _cases = new(3, 17);
    private readonly NativeCases _test = new(4, 9);

    public void Dispose() => _c.Dispose();

    private static NativeSurface Surface => NativeCaller.Surface;

    [Theory]
    [InlineData("""{"epochs":37,"step_size":0.05,"record_every":5}""")]
    [InlineData("""{"epochs":37,"step_size":0.05,"method":"batch","loss_scale":"mean"}""")]
    [InlineData("""{"epochs":20,"step_size":0.05,"batch_size":4,"shuffle_seed":"18446744073709551615","momentum":0.5,"nesterov":true,"weight_decay":0.01,"step_factors":{"ItemToCommon":0.5}}""")]
    [InlineData("""{"epochs":30,"step_size":0.05,"method":"statistics","reductions":"always","snapshot_epochs":[0,30]}""")]
    public void ATrainingIsTheTrainingOfCSharp(string options)
    {
        TrainingOptions same = OptionsOf(options);
        Trainee network = new(Gaussian.WithSigma(0.02), 5);
        TrainingLog expected = network.Train(_cases.Trainee, same, _test.Trainee);

        long handle = _c.Network("Trainee", """{"sigma":0.02,"seed":5}""");
        long log = _c.Train(handle, _cases.TraineeOf(_c), options, _test.TraineeOf(_c));

        Assert.Equal(expected.Loss, _c.Doubles(log, "loss"));
        Assert.Equal(expected.TestLoss, _c.Doubles(log, "test_loss"));
        Assert.Equal(expected.Epochs, _c.Arrays(log)["epochs"].Values);
        Assert.Equal(expected.MethodReason, _c.Json(log).GetProperty("method_reason").GetString());
        AssertWeights(network.Weights, handle);
        JsonElement[] snapshots = [.. _c.Json(log).GetProperty("snapshots").EnumerateArray()];
        Assert.Equal(expected.Snapshots.Count, snapshots.Length);
        foreach ((Snapshot snapshot, JsonElement shown) in expected.Snapshots.Zip(snapshots))
        {
            Assert.Equal(snapshot.Epoch, shown.GetProperty("epoch").GetInt32());
            Assert.Equal(snapshot.TangentKernel.Cast<double>(), _c.Doubles(log, shown.GetProperty("tangent_kernel").GetString()!));
            Assert.Equal(snapshot.HiddenKernel.Cast<double>(), _c.Doubles(log, shown.GetProperty("hidden_kernel").GetString()!));
            Assert.Equal(snapshot.HiddenKernels["Pairs"].Cast<double>(), _c.Doubles(log, shown.GetProperty("hidden_kernels").GetProperty("Pairs").GetString()!));
            Assert.Equal(
                snapshot.Predictions["Properties"].Cast<double>(), _c.Doubles(log, shown.GetProperty("predictions").GetProperty("Properties").GetString()!));
        }
    }

    [Fact]
    public void StepsLossesPredictionsGradientsAndActivationsAreThoseOfCSharp()
    {
        AllLosses network = new(Gaussian.WithSigma(0.3), 5);
        long handle = _c.Network("AllLosses", """{"sigma":0.3,"seed":5}""");
        long data = _cases.AllLossesOf(_c);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(network.Step(_cases.AllLosses, 0.1, LossScale.Mean), _c.Number(room => Surface.Step(handle, data, 0.1, 1, room)));
        }

        Assert.Equal(network.Loss(_cases.AllLosses), _c.Number(room => Surface.FindLoss(handle, data, 0, room)));

        (double[] kind, double[] traits, double[] size) = (new double[3 * 17], new double[2 * 17], new double[17]);
        network.Predict(_cases.AllLosses, kind, traits, size);
        Dictionary<string, (long[] Shape, Array Values)> predictions = _c.Arrays(_c.Handle(room => Surface.Predict(handle, data, room)));
        Assert.Equal(["kind", "traits", "size"], predictions.Keys);
        Assert.Equal(kind, predictions["kind"].Values);
        Assert.Equal(traits, predictions["traits"].Values);
        Assert.Equal(size, predictions["size"].Values);
        Assert.Equal([17, 3], predictions["kind"].Shape);

        AllLosses.Gradients gradients = new();
        network.Gradient(_cases.AllLosses, gradients, LossScale.Mean);
        Dictionary<string, (long[] Shape, Array Values)> shown = _c.Arrays(_c.Handle(room => Surface.FindGradient(handle, data, 1, room)));
        Assert.Equal(Flat(gradients.StimulusToCommon), shown["StimulusToCommon"].Values);
        Assert.Equal(Flat(gradients.CommonToKind), shown["CommonToKind"].Values);
        Assert.Equal([4, 3], shown["StimulusToCommon"].Shape);

        double[,] activations = network.Activations(_cases.AllLosses, "Common");
        Assert.Equal(activations.Cast<double>(), _c.Doubles(_c.Handle(room => Surface.FindActivations(handle, data, _c.Text("Common"), room)), "activations"));
    }

    [Fact]
    public void ANetworkInSinglePrecisionShowsSinglePrecision()
    {
        Deep network = new(Orthogonal.WithGain(0.7), 8);
        network.Train(_cases.Deep, new TrainingOptions { Epochs = 11, StepSize = 0.1 });
        long handle = _c.Network("Deep", """{"gain":0.7,"seed":8}""");
        long data = _cases.DeepOf(_c);
        _c.Train(handle, data, """{"epochs":11,"step_size":0.1}""");
        AssertWeights(network.Weights, handle);

        // The numbers of a data set may be given in either precision, or as whole numbers.
        float[] three = [.. _cases.Three.Select(number => (float)number)];
        long single = _c.Dataset(
            "Deep", _c.Array("stimulus", three, 17, 3), _c.Array("half", _cases.Halves, 17), _c.Array("answer", [.. _cases.Two.Select(number => (float)number)], 17, 2));
        Assert.Equal(_c.Number(room => Surface.FindLoss(handle, data, 0, room)), _c.Number(room => Surface.FindLoss(handle, single, 0, room)));
        long mixed = _c.Dataset(
            "Deep", _c.Array("stimulus", three, 17, 3), _c.Array("half", _cases.Halves, 17), _c.Array("answer", _cases.Two, 17, 2));
        Assert.Equal(_c.Number(room => Surface.FindLoss(handle, data, 0, room)), _c.Number(room => Surface.FindLoss(handle, mixed, 0, room)));
    }

    [Fact]
    public void WeightsAreTheNetworksOwnMemoryAndOutliveIt()
    {
        long handle = _c.Network("Trainee", """{"sigma":0.3,"seed":5}""");
        long data = _cases.TraineeOf(_c);
        long weights = _c.Handle(room => Surface.ShowWeights(handle, room));
        nint address = _c.Address(weights, "ItemToPairs[1]");
        double before = _c.Number(room => Surface.FindLoss(handle, data, 0, room));
        double[] moved = [.. _c.Doubles(weights, "ItemToPairs[1]").Select(weight => weight + 1)];
        Marshal.Copy(moved, 0, address, moved.Length);
        double after = _c.Number(room => Surface.FindLoss(handle, data, 0, room));
        Assert.NotEqual(before, after);

        GC.Collect();
        Assert.Equal(address, _c.Address(_c.Handle(room => Surface.ShowWeights(handle, room)), "ItemToPairs[1]"));
        NativeCaller.Ok(Surface.Free(handle));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        double[] read = new double[moved.Length];
        Marshal.Copy(address, read, 0, read.Length);
        Assert.Equal(moved, read);
        NativeCaller.Ok(Surface.Free(weights));
    }

    [Fact]
    public void RacesAreThoseOfCSharp()
    {
        long data = _cases.TraineeOf(_c);
        long test = _test.TraineeOf(_c);
        long network = _c.Network("Trainee", """{"sigma":0.1,"seed":5}""");
        Trainee same = new(Gaussian.WithSigma(0.1), 5);

        const string Plain = """{"epochs":40,"step_size":0.05}""";
        const string Full = """{"epochs":40,"step_size":0.05,"batch_size":5,"record_every":3,"snapshot_epochs":[7]}""";
        TrainingOptions options = new() { Epochs = 40, StepSize = 0.05, BatchSize = 5, RecordEvery = 3, SnapshotEpochs = [7] };
        long from = _c.Handle(room => Surface.RaceFrom(network, data, room));
        AssertLog(Trainee.Race.From(same, _cases.Trainee).Integrate(40, 0.05), Integrate(from, Plain));
        AssertLog(Trainee.Race.From(same, _cases.Trainee).Integrate(40, 0.05, LossScale.Mean, Reduction.Modes), Integrate(from, """{"epochs":40,"step_size":0.05,"loss_scale":"mean","reduction":"modes"}"""));
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
                _c.Text("Trainee"), data, _c.Text("""{"sigma":0.1,"units_per_pathway":{"Common":20,"Pairs[0]":5,"Pairs[1]":6,"Pairs[2]":7}}"""), room)), Plain));

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

    [Fact]
    public void TwinsHaveTheirGatesAndCensus()
    {
        long data = _cases.TraineeOf(_c);
        long twin = _c.Network("Trainee.ReluTwin", """{"sigma":{"ItemToHidden1":0.2,"ContextToHidden1":0.1,"Hidden1ToProperties":0.3},"seed":5}""");
        Trainee.ReluTwin same = new(Gaussian.PerEdge(("ItemToHidden1", 0.2), ("ContextToHidden1", 0.1), ("Hidden1ToProperties", 0.3)), 5);
        _c.Train(twin, data, """{"epochs":25,"step_size":0.1}""");
        same.Train(_cases.Trainee, new TrainingOptions { Epochs = 25, StepSize = 0.1 });
        AssertWeights(same.Weights, twin);

        (long[] shape, Array gates) = _c.Arrays(_c.Handle(room => Surface.FindGates(twin, data, 1, room)))["gates"];
        Assert.Equal([9, 17], shape);
        Assert.Equal(same.Gates(_cases.Trainee).Cast<bool>(), ((byte[])gates).Select(gate => gate == 1));
        (shape, gates) = _c.Arrays(_c.Handle(room => Surface.FindFrozenGates(twin, data, 1, room)))["gates"];
        Assert.Equal([17, 9], shape);
        Assert.Equal(same.FrozenGates(_cases.Trainee), gates);

        GateCensus census = same.Census(_cases.Trainee);
        JsonElement shown = _c.Json(_c.Handle(room => Surface.TakeCensus(twin, data, 1, room)));
        Assert.Equal(
            census.Patterns.Select(row => (row.Pattern, row.Class?.ToString(), row.Units, row.Share)),
            shown.GetProperty("patterns").EnumerateArray().Select(row => (
                row.GetProperty("pattern").GetString()!, row.GetProperty("class").GetString(), row.GetProperty("units").GetInt32(), row.GetProperty("share").GetDouble())));
        Assert.Equal(
            census.Classes.Select(row => (row.Class?.ToString(), row.Patterns, row.Units, row.Share)),
            shown.GetProperty("classes").EnumerateArray().Select(row => (
                row.GetProperty("class").GetString(), row.GetProperty("patterns").GetInt32(), row.GetProperty("units").GetInt32(), row.GetProperty("share").GetDouble())));
    }

    [Fact]
    public unsafe void ManyTrainingsAreEachLikeOne()
    {
        long data = _cases.TraineeOf(_c);
        nint handles = _c.Room(3 * sizeof(long));
        nint logs = _c.Room(3 * sizeof(long));
        NativeCaller.Ok(Surface.TrainMany(
            _c.Text("Trainee.ReluTwin"), _c.Text("""{"sigma":0.1}"""), _c.Copy(7UL, 8UL, 9UL), 3, data, 0, _c.Text("""{"epochs":30,"step_size":0.1}"""), 0, 0, 0, handles, logs));
        for (int i = 0; i < 3; i++)
        {
            Trainee.ReluTwin same = new(Gaussian.WithSigma(0.1), (ulong)(7 + i));
            Assert.Equal(same.Train(_cases.Trainee, new TrainingOptions { Epochs = 30, StepSize = 0.1 }).Loss, _c.Doubles(((long*)logs)[i], "loss"));
            AssertWeights(same.Weights, ((long*)handles)[i]);
        }
    }

    [Fact]
    public void FilesAreThoseOfCSharp()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gatedsl");
        try
        {
            string path = Path.Combine(folder.FullName, "äß.npz");
            long network = _c.Network("Trainee", """{"sigma":0.1,"seed":5}""");
            NativeCaller.Ok(Surface.Save(network, _c.Text(path)));
            AssertWeights(Trainee.Load(path).Weights, network);
            AssertWeights(Trainee.Load(path).Weights, _c.Handle(room => Surface.Load(_c.Text("Trainee"), _c.Text(path), room)));

            long log = _c.Train(network, _cases.TraineeOf(_c), """{"epochs":3,"step_size":0.1}""");
            NativeCaller.Ok(Surface.SaveLog(log, _c.Text(path)));
            Assert.True(File.Exists(path));

            Assert.Equal(5, Surface.Load(_c.Text("Trainee"), _c.Text(path + "none.npz"), _c.Room(8)));
            Assert.Equal(1, Surface.Load(_c.Text("Deep"), _c.Text(path), _c.Room(8)));
            Assert.Equal(5, Surface.Save(network, _c.Text(Path.Combine(folder.FullName, "no", "where.npz"))));
            Assert.Equal(1, Surface.Save(network, _c.Text(path + ".txt")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void TheTaskGivesTheArraysOfItsDataSet()
    {
        ContextTask task = ContextTask.Create(3, ContextStructure.Same);
        Dictionary<string, (long[] Shape, Array Values)> arrays = _c.Arrays(_c.Handle(room => Surface.MakeTask(_c.Text("TaskNetwork"), room)));
        Assert.Equal(["item", "context", "properties"], arrays.Keys);
        Assert.Equal(task.Items, arrays["item"].Values);
        Assert.Equal(task.Contexts, arrays["context"].Values);
        Assert.Equal(task.Targets, arrays["properties"].Values);
        Assert.Equal([24, task.TargetWidth], arrays["properties"].Shape);
        Assert.Equal(7, Surface.MakeTask(_c.Text("Trainee"), _c.Room(8)));
        Assert.Contains("Trainee is declared for no task", NativeCaller.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ReportsOnGatesAreThoseOfCSharp()
    {
        AssertReport(TaskNetwork.Description.GateReport(), _c.Json(_c.Handle(room => Surface.ReportGates(_c.Text("TaskNetwork.ReluTwin"), room))));
        AssertReport(_cases.Experts.GateReport(), _c.Json(_c.Handle(room => Surface.ReportDataGates(_cases.ExpertsOf(_c), room))));
        AssertReport(Trainee.Description.GateReport(), _c.Json(_c.Handle(room => Surface.ReportDataGates(_cases.TraineeOf(_c), room))));

        // AND, XOR: the first is a unit's with a bias alone, the second nobody's.
        nint inputs = _c.Arrays(_c.Array("", [0L, 0, 0, 1, 1, 0, 1, 1], 4, 2));
        nint gates = _c.Arrays(_c.Array("", [0.0, 0, 0, 1, 0, 1, 1, 0], 2, 4));
        Assert.Equal<string>(["SingleDatapoint", "NotImplementable"], Classes(bias: 1));
        Assert.Equal("NotImplementable", Classes(bias: 0)[0]);

        string[] Classes(int bias) => [.. _c.Json(_c.Handle(room => Surface.CheckGates(inputs, gates, bias, 0, 0, room)))
            .GetProperty("gates").EnumerateArray().Select(gate => gate.GetProperty("class").GetString()!)];
    }

    [Fact]
    public void MeasuresAreThoseOfCSharp()
    {
        double[] a = [4, 1, 2, 1, 3, 0.5, 2, 0.5, 2];
        double[] b = [2, 1, 0, 1, 3, 0.25, 0, 0.25, 5];
        double[,] first = Square(a);
        double[,] second = Square(b);
        nint rms = _c.Room(8);
        double max = _c.Number(room => NativeMeasures.Agree(_c.Copy(a), _c.Copy(b), 9, rms, room));
        Assert.Equal(Agreement.Between(a, b), new Agreement(Marshal.PtrToStructure<double>(rms), max));
        nint rdm = _c.Room(72);
        NativeCaller.Ok(NativeMeasures.FindRdm(_c.Copy(a), 3, 1, rdm));
        double[] found = new double[9];
        Marshal.Copy(rdm, found, 0, 9);
        Assert.Equal(Representation.Rdm(first, RdmMetric.Cosine).Cast<double>(), found);
        Assert.Equal(Representation.KernelDistance(first, second), _c.Number(room => NativeMeasures.FindKernelDistance(_c.Copy(a), _c.Copy(b), 3, room)));
        Assert.Equal(
            Representation.Correlation(Representation.Rdm(first, RdmMetric.Cosine), Representation.Rdm(second, RdmMetric.Cosine)),
            _c.Number(room => NativeMeasures.Correlate(
                _c.Copy([.. Representation.Rdm(first, RdmMetric.Cosine).Cast<double>()]), _c.Copy([.. Representation.Rdm(second, RdmMetric.Cosine).Cast<double>()]), 3, room)));
        nint order = _c.Room(40);
        NativeCaller.Ok(NativeMeasures.OrderBatches(10, 7, 3, order));
        int[] shuffled = new int[10];
        Marshal.Copy(order, shuffled, 0, 10);
        Assert.Equal(MiniBatches.Order(10, 7, 3), shuffled);
        (nint incoming, nint outgoing) = (_c.Room(3 * 4 * 8), _c.Room(5 * 3 * 8));
        NativeCaller.Ok(NativeMeasures.DrawBalanced(4, 3, 5, 0.5, 2, 9, incoming, outgoing));
        double[] drawn = new double[15];
        Marshal.Copy(outgoing, drawn, 0, 15);
        Assert.Equal(LambdaBalanced.Draw(4, 3, 5, 0.5, 2, 9).Outgoing.Cast<double>(), drawn);
    }

    [Fact]
    public void TheDescriptionHasEveryNetworkAndNamesWeightsInTheirOrder()
    {
        JsonElement description = JsonDocument.Parse(Marshal.PtrToStringUTF8(Surface.GetDescription())!).RootElement;
        Assert.Equal(NativeSurface.GetAbi(), description.GetProperty("abi").GetInt32());
        Assert.Equal(Marshal.PtrToStringUTF8(NativeSurface.GetVersion()), description.GetProperty("version").GetString());
        Dictionary<string, JsonElement> networks = description.GetProperty("networks").EnumerateArray().ToDictionary(network => network.GetProperty("name").GetString()!);
        Assert.Empty(new[] { "Trainee", "Trainee.ReluTwin", "Deep", "AllLosses", "LabelsOnly", "Experts.ReluTwin" }.Except(networks.Keys));
        foreach ((string name, JsonElement network) in networks)
        {
            long handle = _c.Network(name, """{"sigma":0}""");
            Assert.Equal(
                network.GetProperty("weights").EnumerateArray().Select(edge => edge.GetProperty("name").GetString()!),
                _c.Arrays(_c.Handle(room => Surface.ShowWeights(handle, room))).Keys);
            Assert.Equal(network.GetProperty("parameters").GetInt64(), network.GetProperty("weights").EnumerateArray().Sum(edge =>
                edge.GetProperty("shape")[0].GetInt64() * edge.GetProperty("shape")[1].GetInt64()));
        }

        Assert.Equal(
            [("stimulus", "dense", 3), ("half", "selector", 2), ("kind", "cross_entropy", 3), ("traits", "logistic", 2), ("size", "squared", 1)],
            networks["AllLosses"].GetProperty("arguments").EnumerateArray().Select(argument =>
                (argument.GetProperty("name").GetString()!, argument.GetProperty("kind").GetString()!, argument.GetProperty("units").GetInt32())));
        Assert.Equal(1, networks["Trainee.ReluTwin"].GetProperty("hidden_layers").GetInt32());
        Assert.Equal("float32", networks["Deep"].GetProperty("precision").GetString());
    }

    private static double[,] Square(double[] values)
    {
        double[,] square = new double[3, 3];
        Buffer.BlockCopy(values, 0, square, 0, 72);
        return square;
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
        Assert.Equal(expected.Snapshots.Count, facts.GetProperty("snapshots").GetArrayLength());
    }

    private static void AssertReport(GateReport expected, JsonElement shown) => Assert.Equal(
        expected.Gates.Select(gate => (gate.Name, gate.Gate.ToString(), gate.Class?.ToString(), gate.Explanation, Numbers(gate.Proof?.Witness), Numbers(gate.Proof?.Multipliers))),
        shown.GetProperty("gates").EnumerateArray().Select(gate => (
            gate.GetProperty("name").GetString()!, gate.GetProperty("gate").GetString()!, gate.GetProperty("class").GetString(), gate.GetProperty("explanation").GetString()!,
            Numbers(gate.GetProperty("witness")), Numbers(gate.GetProperty("multipliers")))));

    private static string? Numbers(IReadOnlyList<System.Numerics.BigInteger>? numbers) => numbers is null ? null : string.Join(" ", numbers);

    private static string? Numbers(JsonElement numbers) =>
        numbers.ValueKind == JsonValueKind.Null ? null : string.Join(" ", numbers.EnumerateArray().Select(number => number.GetString()));

    private void AssertWeights<T>(IReadOnlyList<EdgeWeights<T>> expected, long network)
    {
        Dictionary<string, (long[] Shape, Array Values)> shown = _c.Arrays(_c.Handle(room => Surface.ShowWeights(network, room)));
        Assert.Equal(expected.Select(edge => edge.Name), shown.Keys);
        foreach (EdgeWeights<T> edge in expected)
        {
            Assert.Equal([edge.Targets, edge.Sources], shown[edge.Name].Shape);
            Assert.Equal(Flat(edge.Values), shown[edge.Name].Values);
        }
    }

    private static T[] Flat<T>(TensorSpan<T> values)
    {
        T[] flat = new T[values.FlattenedLength];
        values.FlattenTo(flat);
        return flat;
    }

    private static TrainingOptions OptionsOf(string json)
    {
        JsonElement options = JsonDocument.Parse(json).RootElement;
        TrainingOptions same = new() { Epochs = options.GetProperty("epochs").GetInt32(), StepSize = 0.05 };
        return json.Contains("record_every", StringComparison.Ordinal) ? same with { RecordEvery = 5 }
            : json.Contains("mean", StringComparison.Ordinal) ? same with { Method = TrainingMethod.Batch, LossScale = LossScale.Mean }
            : json.Contains("nesterov", StringComparison.Ordinal) ? same with
            {
                BatchSize = 4,
                ShuffleSeed = ulong.MaxValue,
                Momentum = 0.5,
                Nesterov = true,
                WeightDecay = 0.01,
                StepFactors = new Dictionary<string, double> { ["ItemToCommon"] = 0.5 },
            }
            : same with { Method = TrainingMethod.Statistics, Reductions = StateReductions.Always, SnapshotEpochs = [0, 30] };
    }
}
