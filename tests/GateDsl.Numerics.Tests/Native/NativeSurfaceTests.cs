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
        _c.AssertWeights(network.Weights, handle);
        JsonElement[] snapshots = [.. _c.Json(log).GetProperty("snapshots").EnumerateArray()];
        Assert.Equal(expected.Snapshots.Count, snapshots.Length);
        foreach ((Snapshot snapshot, JsonElement shown) in expected.Snapshots.Zip(snapshots))
        {
            Assert.Equal(snapshot.Epoch, shown.GetProperty("epoch").GetInt32());
            Assert.Equal(snapshot.TangentKernel.Cast<double>(), _c.Doubles(log, shown.GetProperty("tangent_kernel").GetString()!));
            Assert.Equal(snapshot.HiddenKernel.Cast<double>(), _c.Doubles(log, shown.GetProperty("hidden_kernel").GetString()!));
            Assert.Equal(snapshot.HiddenKernels["Pairs"].Cast<double>(),
                _c.Doubles(log, shown.GetProperty("hidden_kernels").GetProperty("Pairs").GetString()!));
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
        Assert.Equal(NativeCaller.Flat(gradients.StimulusToCommon), shown["StimulusToCommon"].Values);
        Assert.Equal(NativeCaller.Flat(gradients.CommonToKind), shown["CommonToKind"].Values);
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
        _c.AssertWeights(network.Weights, handle);

        // The numbers of a data set may be given in either precision, or as whole numbers.
        float[] three = [.. _cases.Three.Select(number => (float)number)];
        long single = _c.Dataset(
            "Deep", _c.Array("stimulus", three, 17, 3), _c.Array("half", _cases.Halves, 17),
                _c.Array("answer", [.. _cases.Two.Select(number => (float)number)], 17, 2));
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
    public void TwinsHaveTheirGatesAndCensus()
    {
        long data = _cases.TraineeOf(_c);
        long twin = _c.Network("Trainee.ReluTwin", """{"sigma":{"ItemToHidden1":0.2,"ContextToHidden1":0.1,"Hidden1ToProperties":0.3},"seed":5}""");
        Trainee.ReluTwin same = new(Gaussian.PerEdge(("ItemToHidden1", 0.2), ("ContextToHidden1", 0.1), ("Hidden1ToProperties", 0.3)), 5);
        _c.Train(twin, data, """{"epochs":25,"step_size":0.1}""");
        same.Train(_cases.Trainee, new TrainingOptions { Epochs = 25, StepSize = 0.1 });
        _c.AssertWeights(same.Weights, twin);

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
                row.GetProperty("pattern").GetString()!, row.GetProperty("class").GetString(), row.GetProperty("units").GetInt32(),
                    row.GetProperty("share").GetDouble())));
        Assert.Equal(
            census.Classes.Select(row => (row.Class?.ToString(), row.Patterns, row.Units, row.Share)),
            shown.GetProperty("classes").EnumerateArray().Select(row => (
                row.GetProperty("class").GetString(), row.GetProperty("patterns").GetInt32(), row.GetProperty("units").GetInt32(),
                    row.GetProperty("share").GetDouble())));
    }

    [Fact]
    public unsafe void ManyTrainingsAreEachLikeOne()
    {
        long data = _cases.TraineeOf(_c);
        nint handles = _c.Room(3 * sizeof(long));
        nint logs = _c.Room(3 * sizeof(long));
        NativeCaller.Ok(Surface.TrainMany(
            _c.Text("Trainee.ReluTwin"), _c.Text("""{"sigma":0.1}"""), _c.Copy(7UL, 8UL, 9UL), 3, data, 0,
                _c.Text("""{"epochs":30,"step_size":0.1}"""), 0, 0, 0, handles, logs));
        for (int i = 0; i < 3; i++)
        {
            Trainee.ReluTwin same = new(Gaussian.WithSigma(0.1), (ulong)(7 + i));
            Assert.Equal(same.Train(_cases.Trainee, new TrainingOptions { Epochs = 30, StepSize = 0.1 }).Loss, _c.Doubles(((long*)logs)[i], "loss"));
            _c.AssertWeights(same.Weights, ((long*)handles)[i]);
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
            _c.AssertWeights(Trainee.Load(path).Weights, network);
            _c.AssertWeights(Trainee.Load(path).Weights, _c.Handle(room => Surface.Load(_c.Text("Trainee"), _c.Text(path), room)));

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
