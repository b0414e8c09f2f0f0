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
                private readonly {{declaration.Name}}.Dataset _data = DatasetOf(data);
                private readonly {{declaration.Name}} _network = new(Gaussian.WithSigma(0.1), seed: 1);

                public static IRacer Create(Data data) => new {{ClassName(declaration)}}(data);

                private static {{declaration.Name}}.Dataset DatasetOf(Data data) => {{declaration.Name}}.Dataset.Create({{Arguments(declaration)}});

                public RaceLog From(Dictionary<string, double[]> weights, int epochs, double stepSize, LossScale scale, Reduction reduction)
                {
                    Write(weights);
                    return {{declaration.Name}}.Race.From(_network, _data).Integrate(epochs, stepSize, scale, reduction);
                }

                public (RaceLog Race, TrainingLog Training) From(Dictionary<string, double[]> weights, TrainingOptions options, Data test)
                {
                    Write(weights);
                    {{declaration.Name}}.Dataset tested = DatasetOf(test);
                    RaceLog race = {{declaration.Name}}.Race.From(_network, _data).Integrate(options, tested);
                    return (race, _network.Train(_data, options, tested));
                }

                private void Write(Dictionary<string, double[]> weights)
                {

            """);
        foreach ((_, Link link) in new Graph(declaration).Links)
        {
            text.AppendLine($"        Tensors.Write(_network.{link.Weight}, weights[\"{link.Weight}\"]);");
        }

        text.AppendLine(
            """
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
