using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>
/// Runs what is generated for a declaration. Spans pass no reflection, so the calls are compiled into the network's own class, which also
/// reaches networks that nobody else may see.
/// </summary>
internal static class Harness
{
    private const int Datapoints = 7;
    private const string Method = "RunEverything";

    /// <summary>One more part of the class: makes a data set, then calls every member of the network and of its twin once.</summary>
    /// <returns>Its source, as a method that returns the losses and, last, the bytes that Steps after the first allocated.</returns>
    public static string Source(NetworkModel model)
    {
        IEnumerable<string> headers = model.Type.Containers.Append($"partial class {Escape(model.Type.Name)}");
        if (model.Type.Namespace.Length > 0)
        {
            headers = headers.Prepend($"namespace {model.Type.Namespace}");
        }

        string create = string.Join(", ", Arguments(model));
        string runs = Run(model, Escape(model.Type.Name), "net") + (model.Twin is null ? "" : Run(model, "ReluTwin", "twin"));
        string method = $$"""
            internal static double[] {{Method}}()
            {
                Dataset points = Dataset.Create({{create}});
                global::System.Collections.Generic.List<double> losses = new();
                long allocated = 0;
                {{runs}}
                losses.Add(allocated);
                return losses.ToArray();
            }
            """;
        return string.Concat(headers.Select(header => header + "\n{\n")) + method + string.Concat(headers.Select(_ => "\n}"));
    }

    /// <summary>Loads an assembly and calls the harness of one of its networks.</summary>
    public static double[] Run(byte[] assembly, NetworkModel model)
    {
        AssemblyLoadContext context = new(null, isCollectible: true);
        try
        {
            Assembly loaded = context.LoadFromStream(new MemoryStream(assembly));
            MethodInfo method = loaded.GetTypes()
                .Where(type => type.Name == model.Type.Name && (type.Namespace ?? "") == model.Type.Namespace.Replace("@", "", StringComparison.Ordinal))
                .Select(type => type.IsGenericTypeDefinition ? type.MakeGenericType([.. type.GetGenericArguments().Select(_ => typeof(int))]) : type)
                .Select(type => type.GetMethod(Method, BindingFlags.Static | BindingFlags.NonPublic))
                .First(method => method is not null)!;
            return (double[])method.Invoke(null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }

    public static byte[] Emit(CSharpCompilation compilation)
    {
        using MemoryStream stream = new();
        EmitResult result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error)));
        return stream.ToArray();
    }

    private static string Run(NetworkModel model, string type, string name)
    {
        string predictions = string.Concat(model.Layers.Where(layer => layer.Kind == Model.LayerKindModel.Output)
            .Select(layer => $", new {Scalar(model)}[{layer.Units * Datapoints}]"));
        return $$"""
            {
                {{type}} {{name}} = new(global::GateDsl.Gaussian.WithSigma(0.1), 3UL);
                losses.Add({{name}}.Step(points, 1e-3));
                for (int call = 0; call < 2; call++)
                {
                    long before = global::System.GC.GetAllocatedBytesForCurrentThread();
                    double loss = {{name}}.Step(points, 1e-3);
                    allocated += global::System.GC.GetAllocatedBytesForCurrentThread() - before;
                    losses.Add(loss);
                }

                losses.Add({{name}}.Loss(points));
                {{name}}.Predict(points{{predictions}});
                {{name}}.Gradient(points, new());
                foreach (double loss in {{name}}.Train(points, new global::GateDsl.TrainingOptions { Epochs = 2, StepSize = 1e-3 }).Loss)
                {
                    losses.Add(loss);
                }

                {{(name == "twin" ? $"bool[,] gates = twin.Gates(points); {PredictTwin}" : "string text = Description.ToMermaid();")}}
            }
            """;
    }

    /// <summary>By the declared pathways, which says so where it cannot.</summary>
    private const string PredictTwin =
        "try { _ = Race.ForTwin(points, 0.1, global::GateDsl.TwinPrediction.Pathways); } catch (global::System.NotSupportedException) { }";

    /// <summary>Indices run through their values; dense arguments are small numbers of both signs.</summary>
    private static IEnumerable<string> Arguments(NetworkModel model) =>
        model.Layers.Where(layer => layer.Kind != Model.LayerKindModel.Hidden).Select(layer => layer.IsIndex
            ? $"new int[] {{ {string.Join(", ", Enumerable.Range(0, Datapoints).Select(n => n % layer.Units))} }}"
            : Dense(layer.Units));

    private static string Dense(int width) =>
        $"new double[] {{ {string.Join(", ", Enumerable.Range(0, width * Datapoints).Select(i => (((i * 5 % 9) - 4) / 4.0).ToString("R", CultureInfo.InvariantCulture)))} }}";

    private static string Scalar(NetworkModel model) => model.IsDouble ? "double" : "float";

    private static string Escape(string name) => "@" + name;
}
