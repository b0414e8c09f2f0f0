using System.Text.Json;
using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;

namespace GateDsl.Python.Tests.Reference;

/// <summary>The data of a random declaration as JSON, which the C# program and Python read.</summary>
internal static class GivenData
{
    /// <summary>
    /// By layer: the kind of its numbers, their width (0: one each), and the numbers row by row, as doubles are written so that they come back.
    /// </summary>
    public static string Of(Declaration declaration, Trial trial) => JsonSerializer.Serialize(new
    {
        count = trial.Data.Count,
        step_size = trial.StepSize,
        arrays = declaration.Layers.Where(layer => layer.Kind != Kind.Hidden).ToDictionary(layer => layer.Name, layer => Numbers(layer, trial.Data)),
    });

    private static object Numbers(DeclaredLayer layer, Data data)
    {
        bool isIndex = layer.Kind is Kind.OneHot or Kind.Selector || (layer.Kind == Kind.Output && layer.Loss == OutputLoss.CrossEntropy);
        double[] values = isIndex ? [.. data.Indices[layer.Name].Select(index => (double)index)]
            : layer.Kind == Kind.Output ? data.Targets[layer.Name]
            : data.Inputs[layer.Name];
        return new { kind = isIndex ? "index" : layer.IsBoolean ? "bool" : "number", width = isIndex ? 0 : layer.Units, values };
    }
}
