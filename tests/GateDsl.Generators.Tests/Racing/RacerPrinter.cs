using System.Text;
using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;

namespace GateDsl.Generators.Tests.Racing;

/// <summary>Writes the class that puts the race of a declared network behind <see cref="IRacer"/>.</summary>
internal static class RacerPrinter
{
    public static string ClassName(Declaration declaration) => declaration.Name + "Racer";

    public static string Print(Declaration declaration)
    {
        StringBuilder text = new();
        text.Append(
            $$"""
            public sealed class {{ClassName(declaration)}}(Data data) : IRacer
            {
                private readonly {{declaration.Name}}.Dataset _data = {{declaration.Name}}.Dataset.Create({{Arguments(declaration)}});
                private readonly {{declaration.Name}} _network = new(Gaussian.WithSigma(0.1), seed: 1);

                public static IRacer Create(Data data) => new {{ClassName(declaration)}}(data);

                public RaceLog From(Dictionary<string, double[]> weights, int epochs, double stepSize, LossScale scale, Reduction reduction)
                {

            """);
        foreach ((_, Link link) in new Graph(declaration).Links)
        {
            text.AppendLine($"        Tensors.Write(_network.{link.Weight}, weights[\"{link.Weight}\"]);");
        }

        text.AppendLine(
            $$"""
                    return {{declaration.Name}}.Race.From(_network, _data).Integrate(epochs, stepSize, scale, reduction);
                }
            }
            """);
        return text.ToString();
    }

    private static string Arguments(Declaration declaration) => string.Join(", ", declaration.Layers
        .Where(layer => layer.Kind != Kind.Hidden)
        .Select(layer => layer.Kind switch
        {
            Kind.Dense => $"data.Inputs[\"{layer.Name}\"]",
            Kind.Output when layer.Loss == OutputLoss.CrossEntropy => $"data.Indices[\"{layer.Name}\"]",
            Kind.Output => $"data.Targets[\"{layer.Name}\"]",
            _ => $"data.Indices[\"{layer.Name}\"]",
        }));
}
