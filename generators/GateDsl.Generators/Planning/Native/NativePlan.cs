using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Native;

/// <summary>What a C program needs of a network: the members that it calls by way of an adapter.</summary>
internal sealed record NativePlan
{
    public required TypeModel Type { get; init; }

    /// <summary>"float" or "double".</summary>
    public required string Scalar { get; init; }

    /// <summary>For each argument of a data set, whether it is given as indices.</summary>
    public required EquatableArray<bool> Indices { get; init; }

    /// <summary>Outputs, each of which predictions are filled for.</summary>
    public required int Outputs { get; init; }

    /// <summary>Gates are given with the data, and a data set reports on them.</summary>
    public required bool HasReport { get; init; }

    /// <summary>Hidden layers of the twin; 0: none is declared.</summary>
    public required int TwinLayers { get; init; }

    /// <summary>What the units of the twin are multiplied with where they are off.</summary>
    public required double TwinSlope { get; init; }

    /// <summary>The declaration, where it names a task, whose data are printed from it; null: it names none.</summary>
    public required NetworkModel? WithTask { get; init; }

    /// <summary>Namespace, classes around it and name, as C# writes them.</summary>
    public string FullName => string.Join(".", new[] { Type.Namespace }.Where(part => part.Length > 0)
        .Concat(Type.Containers.Select(container => container.Substring(container.LastIndexOf(' ') + 1)))
        .Append(Naming.Identifier.Escape(Type.Name)));

    /// <summary>Null: no code outside can name the class, so that no C program can call it.</summary>
    public static NativePlan? Of(CompilationPlan compilation) => !compilation.Network.Type.IsReachable ? null : new NativePlan
    {
        Type = compilation.Network.Type,
        Scalar = compilation.Network.Scalar,
        Indices = compilation.Model.Layers.Where(layer => layer.Kind != LayerKindModel.Hidden).Select(layer => layer.IsGivenAsIndices).ToEquatableArray(),
        Outputs = compilation.Network.Outputs.Count,
        HasReport = compilation.Network.GateInputs.Count > 0,
        TwinLayers = compilation.Twin?.Depth ?? 0,
        TwinSlope = compilation.Model.Twin?.Slope ?? 0,
        WithTask = compilation.Model.Task is null ? null : compilation.Model,
    };
}
