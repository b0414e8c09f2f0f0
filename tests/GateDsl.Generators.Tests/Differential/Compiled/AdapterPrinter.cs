using System.Text;
using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;

namespace GateDsl.Generators.Tests.Differential.Compiled;

/// <summary>Writes the class that puts a generated network behind <see cref="ICompiledNetwork"/>, calling it as the language page says.</summary>
internal static class AdapterPrinter
{
    public static string AdapterName(Declaration declaration, bool isTwin) => declaration.Name + (isTwin ? "TwinAdapter" : "Adapter");

    /// <param name="network">The declared network, whose class holds the data sets.</param>
    /// <param name="isTwin">Write the adapter of its twin, a class nested in the network's.</param>
    public static string Print(Declaration network, bool isTwin)
    {
        Declaration declaration = isTwin ? TwinOf.Declare(network) : network;
        string type = isTwin ? $"{declaration.Name}.ReluTwin" : declaration.Name;
        string scalar = declaration.IsDouble ? "double" : "float";
        string[] weights = [.. new Graph(declaration).Links.Select(pair => pair.Link.Weight)];
        StringBuilder text = new();
        text.Append(
            $$"""
            public sealed class {{AdapterName(declaration, isTwin)}}(Data data) : ICompiledNetwork
            {
                private readonly {{declaration.Name}}.Dataset _data = {{declaration.Name}}.Dataset.Create({{Arguments(network)}});
                private readonly {{type}} _network = new(Gaussian.WithSigma(0.1), seed: 1);

                public static ICompiledNetwork Create(Data data) => new {{AdapterName(declaration, isTwin)}}(data);

                public void Write(Dictionary<string, double[]> weights)
                {

            """);
        foreach (string name in weights)
        {
            text.AppendLine($"        Tensors.Write(_network.{name}, weights[\"{name}\"]);");
        }

        text.Append(
            $$"""
                }

                public Dictionary<string, double[]> Read() => new()
                {
            {{Entries(weights, "_network")}}
                };

                public Dictionary<string, double[]> Predict()
                {

            """);
        DeclaredLayer[] outputs = [.. declaration.Outputs];
        foreach (DeclaredLayer output in outputs)
        {
            text.AppendLine($"        {scalar}[] of{output.Name} = new {scalar}[data.Count * {output.Units}];");
            text.AppendLine($"        Array.Fill(of{output.Name}, {scalar}.NaN);");
        }

        text.Append(
            $$"""
                    _network.Predict(_data, {{string.Join(", ", outputs.Select(output => $"of{output.Name}"))}});
                    return new() { {{string.Join(", ", outputs.Select(output => $"[\"{output.Name}\"] = Tensors.ToDoubles(of{output.Name})"))}} };
                }

                public double Loss(LossScale scale) => _network.Loss(_data, scale);

                public Dictionary<string, double[]> Gradient(LossScale scale)
                {
                    {{type}}.Gradients gradients = new();
                    _network.Gradient(_data, gradients, scale);
                    return new()
                    {
            {{Entries(weights, "gradients")}}
                    };
                }

                public double Step(double stepSize) => _network.Step(_data, stepSize);

                public TrainingLog Train(TrainingOptions options) => _network.Train(_data, options);
            }

            """);
        return text.ToString();
    }

    /// <summary>One argument per input, selector and output, in declaration order.</summary>
    private static string Arguments(Declaration declaration) => string.Join(", ", declaration.Layers
        .Where(layer => layer.Kind != Kind.Hidden)
        .Select(layer => layer.Kind switch
        {
            Kind.Gates when layer.IsBoolean => $"data.Inputs[\"{layer.Name}\"].Select(gate => gate != 0).ToArray()",
            Kind.Dense or Kind.Gates => $"data.Inputs[\"{layer.Name}\"]",
            Kind.Output when layer.Loss == OutputLoss.CrossEntropy => $"data.Indices[\"{layer.Name}\"]",
            Kind.Output => $"data.Targets[\"{layer.Name}\"]",
            _ => $"data.Indices[\"{layer.Name}\"]",
        }));

    private static string Entries(string[] weights, string holder) =>
        string.Join("\n", weights.Select(name => $"        [\"{name}\"] = Tensors.Read({holder}.{name}),"));
}
