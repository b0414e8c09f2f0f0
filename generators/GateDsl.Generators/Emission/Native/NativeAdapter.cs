using GateDsl.Generators.Model;
using GateDsl.Generators.Planning.Native;

namespace GateDsl.Generators.Emission.Native;

/// <summary>The adapter of a network, and that of its twin: every member hands on to one that users call.</summary>
internal static class NativeAdapter
{
    private const string Options = "global::GateDsl.TrainingOptions options";

    /// <summary>Name of the adapter: one for each network, whatever the names in it.</summary>
    public static string NameOf(NativePlan network) => "Of_" + network.FullName.Replace("@", "").Replace("_", "__").Replace('.', '_');

    /// <param name="code">Where to.</param>
    /// <param name="network">The network.</param>
    /// <param name="name">By which callers know it.</param>
    public static void Write(CodeWriter code, NativePlan network, string name)
    {
        string type = $"global::{network.FullName}";
        string data = $"{type}.Dataset";
        string full = network.FullName.Replace("@", "");
        string task = network.WithTask is { Task: { } named } ? ", " + Literals.Text(ExperimentClass.Type(named).Split('.').Last()) : "";
        code.Block($"private sealed class {NameOf(network)} : global::GateDsl.CompilerServices.NativeDeclared<{type}, {data}, {network.Scalar}, {type}.Race>",
            () =>
        {
            string twin = network.TwinLayers == 0 ? "{ }" : $"=> ReluTwin = new Twin{NameOf(network)}(this);";
            code.Write($"public {NameOf(network)}() : base({Literals.Text(name)}, {Literals.Text(full)}{task}) {twin}");
            code.Line().Write($"protected override global::GateDsl.NetworkDescription Description => {type}.Description;");
            WriteData(code, network, data);
            code.Line();
            WriteCommon(code, network, type, data);
            WriteRaces(code, network, type, data);
        });
        if (network.TwinLayers > 0)
        {
            code.Line();
            WriteTwin(code, network, $"{type}.ReluTwin", data);
        }
    }

    private static void WriteTwin(CodeWriter code, NativePlan network, string type, string data) => code.Block(
        $"private sealed class Twin{NameOf(network)}(global::GateDsl.CompilerServices.NativeType network) : " +
        $"global::GateDsl.CompilerServices.NativeTwin<{type}, {data}, {network.Scalar}>(network, {network.TwinLayers}, {Literals.Number(network.TwinSlope)})",
        () =>
        {
            WriteCommon(code, network, type, data);
            code.Line().Write($"protected override bool[,] Gates({type} network, {data} data, int hiddenLayer) => network.Gates(data, hiddenLayer);");
            code.Line().Write($"protected override double[] FrozenGates({type} network, {data} data, int hiddenLayer) => network.FrozenGates(data, hiddenLayer);");
            code.Line().Write($"protected override global::GateDsl.GateCensus Census({type} network, {data} data, int hiddenLayer) => network.Census(data, hiddenLayer);");
        });

    private static void WriteData(CodeWriter code, NativePlan network, string data)
    {
        string Create(string numbers) =>
            $"{data}.Create({string.Join(", ", network.Indices.Select((isIndex, i) => $"at.{(isIndex ? "Indices" : numbers)}({i})"))})";
        bool hasNumbers = network.Indices.Any(isIndex => !isIndex);
        code.Line().Write($"protected override {data} Create(global::GateDsl.CompilerServices.NativeArguments at) => {(hasNumbers ? $"at.AreSingle\n    ? {Create("Singles")}\n    : {Create("Doubles")}" : Create("Doubles"))};");
        if (network.HasReport)
        {
            code.Line().Write($"protected override global::GateDsl.GateReport? Report({data} data) => data.GateReport();");
        }

        if (network.WithTask is { Task: { } task } model)
        {
            string[] parts = [.. model.Layers.Where(layer => layer.Kind != LayerKindModel.Hidden)
                .Select(layer => "task." + ExperimentClass.Part(model, task, layer))];
            code.Line().Block("protected override global::System.Array[]? Task", () => code.Block("get", () => code.Write($"""
                {ExperimentClass.Type(task)} task = {ExperimentClass.Create(task)};
                return [{string.Join(", ", parts)}];
                """)));
        }
    }

    private static void WriteCommon(CodeWriter code, NativePlan network, string type, string data)
    {
        string predictions = string.Join(", ", Enumerable.Range(0, network.Outputs).Select(output => $"predictions[{output}]"));
        string[] members =
        [
            $"{type} Create(global::GateDsl.IInitializer initializer, ulong seed) => new(initializer, seed);",
            $"{type} Load(string path) => {type}.Load(path);",
            $"void Save({type} network, string path) => network.Save(path);",
            $"double Step({type} network, {data} data, double stepSize, global::GateDsl.LossScale scale) => network.Step(data, stepSize, scale);",
            $"double Loss({type} network, {data} data, global::GateDsl.LossScale scale) => network.Loss(data, scale);",
            $"global::GateDsl.TrainingLog Train({type} network, {data} data, {Options}, {data}? test) => network.Train(data, options, test);",
            $"global::System.Collections.Generic.IReadOnlyList<global::GateDsl.EdgeWeights<{network.Scalar}>> Weights({type} network) => network.Weights;",
            $"void Predict({type} network, {data} data, {network.Scalar}[][] predictions) => network.Predict(data, {predictions});",
            $"double[,] Activations({type} network, {data} data, string layer) => network.Activations(data, layer);",
        ];
        foreach (string member in members)
        {
            code.Write($"protected override {member}").Line();
        }

        code.Write($$"""
            protected override global::GateDsl.CompilerServices.EdgeStore<{{network.Scalar}}> Gradient({{type}} network, {{data}} data, global::GateDsl.LossScale scale)
            {
                {{type}}.Gradients gradients = new();
                network.Gradient(data, gradients, scale);
                return gradients.Edges;
            }
            """);
    }

    /// <summary>The race of a network that has none says why, whatever it is asked.</summary>
    private static void WriteRaces(CodeWriter code, NativePlan network, string type, string data)
    {
        string race = $"{type}.Race";
        string[] members =
        [
            $"{race} From({type} network, {data} data) => {race}.From(network, data);",
            $"{race} Expect({data} data, double sigma, double? unitsPerPathway, int? draws, ulong seed) => {race}.Expect(data, sigma, unitsPerPathway, draws, seed);",
            $"{race} Expect({data} data, double sigma, global::System.Collections.Generic.IReadOnlyDictionary<string, double> unitsPerPathway, int? draws, ulong seed) => {race}.Expect(data, sigma, unitsPerPathway, draws, seed);",
            $"{race} Expect({data} data, global::GateDsl.IInitializer initializer, int? draws, ulong seed) => {race}.Expect(data, initializer, draws, seed);",
            $"{race} ForTwin({data} data, double sigma, global::GateDsl.TwinPrediction prediction, ulong seed, int draws) => {race}.ForTwin(data, sigma, prediction, seed, draws);",
            $"global::GateDsl.RaceLog Integrate({race} race, int epochs, double stepSize, global::GateDsl.LossScale scale, global::GateDsl.Reduction reduction) => race.Integrate(epochs, stepSize, scale, reduction);",
            $"global::GateDsl.RaceLog Integrate({race} race, {Options}, {data}? test) => race.Integrate(options, test);",
        ];
        foreach (string member in members)
        {
            code.Line().Write($"protected override {member}");
        }
    }
}
