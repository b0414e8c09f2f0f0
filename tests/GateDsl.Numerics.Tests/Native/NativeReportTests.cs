using System.Runtime.InteropServices;
using System.Text.Json;
using GateDsl.CompilerServices;
using GateDsl.Numerics.Tests.Training;

namespace GateDsl.Numerics.Tests.Native;

/// <summary>What is said of gates, curves and networks is what C# says.</summary>
[Collection("handles")]
public sealed class NativeReportTests : IDisposable
{
    private readonly NativeCaller _c = new();
    private readonly NativeCases _cases = new(3, 17);

    public void Dispose() => _c.Dispose();

    private static NativeSurface Surface => NativeCaller.Surface;

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
                _c.Copy([.. Representation.Rdm(first, RdmMetric.Cosine).Cast<double>()]),
                    _c.Copy([.. Representation.Rdm(second, RdmMetric.Cosine).Cast<double>()]), 3, room)));
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
        Dictionary<string, JsonElement> networks = description.GetProperty("networks").EnumerateArray()
            .ToDictionary(network => network.GetProperty("name").GetString()!);
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

    private static void AssertReport(GateReport expected, JsonElement shown) => Assert.Equal(
        expected.Gates.Select(
            gate => (gate.Name, gate.Gate.ToString(), gate.Class?.ToString(), gate.Explanation, Numbers(gate.Proof?.Witness),
                Numbers(gate.Proof?.Multipliers))),
        shown.GetProperty("gates").EnumerateArray().Select(gate => (
            gate.GetProperty("name").GetString()!, gate.GetProperty("gate").GetString()!, gate.GetProperty("class").GetString(),
            gate.GetProperty("explanation").GetString()!,
            Numbers(gate.GetProperty("witness")), Numbers(gate.GetProperty("multipliers")))));

    private static string? Numbers(IReadOnlyList<System.Numerics.BigInteger>? numbers) => numbers is null ? null : string.Join(" ", numbers);

    private static string? Numbers(JsonElement numbers) =>
        numbers.ValueKind == JsonValueKind.Null ? null : string.Join(" ", numbers.EnumerateArray().Select(number => number.GetString()));
}
