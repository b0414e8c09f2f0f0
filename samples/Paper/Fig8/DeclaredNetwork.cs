using GateDsl;
using GateDsl.Samples.Running;
using Paper.Compiling;

namespace Paper.Fig8;

/// <summary>A network whose declaration was written by the identification: compiled, trained and predicted as any other.</summary>
internal sealed class DeclaredNetwork
{
    private const string ClassName = "DeclaredNetwork";
    private readonly Type _entry;

    private DeclaredNetwork(string declaration) =>
        _entry = RuntimeDeclaration.Load($"Paper.Fig8.{ClassName}", declaration, Entry(ClassName)).GetType("Entry")!;

    /// <summary>The network of each result. Those that were found alike, but for the evidence in comments, are one and the same.</summary>
    public static DeclaredNetwork[] Compile(IEnumerable<IdentificationResult> results)
    {
        Dictionary<string, DeclaredNetwork> networks = [];
        List<DeclaredNetwork> all = [];
        foreach (IdentificationResult result in results)
        {
            string declaration = result.ToDeclaration(ClassName);
            string code = string.Join('\n', declaration.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
            if (!networks.TryGetValue(code, out DeclaredNetwork? network))
            {
                networks.Add(code, network = new DeclaredNetwork(declaration));
            }

            all.Add(network);
        }

        return [.. all];
    }

    /// <summary>Trains it from N(0, sigma^2) as the ReLU network was trained. Returns the loss before each update.</summary>
    public double[] Train(ContextTask task, int epochs, WorkContext context) =>
        _entry.GetMethod(nameof(Train))!.CreateDelegate<Func<int[], int[], double[], double, ulong, TrainingOptions, double[]>>()(
            [.. task.Items], [.. task.Contexts], [.. task.Targets], Fig8Settings.Sigma, context.Seed, new TrainingOptions
            {
                Epochs = epochs,
                StepSize = Fig8Settings.StepSize,
                Progress = context.Progress,
                CancellationToken = context.CancellationToken,
            });

    /// <summary>The losses that its race predicts, before its weights are drawn.</summary>
    public double[] Expect(ContextTask task, int epochs) =>
        _entry.GetMethod(nameof(Expect))!.CreateDelegate<Func<int[], int[], double[], double, int, double, double[]>>()(
            [.. task.Items], [.. task.Contexts], [.. task.Targets], Fig8Settings.Sigma, epochs, Fig8Settings.StepSize);

    private static string Entry(string className) => $$"""
        using GateDsl;

        public static class Entry
        {
            public static double[] Train(int[] items, int[] contexts, double[] targets, double sigma, ulong seed, TrainingOptions options) =>
                new {{className}}(Gaussian.WithSigma(sigma), seed).Train({{className}}.Dataset.Create(items, contexts, targets), options).Loss;

            public static double[] Expect(int[] items, int[] contexts, double[] targets, double sigma, int epochs, double stepSize) =>
                {{className}}.Race.Expect({{className}}.Dataset.Create(items, contexts, targets), sigma).Integrate(epochs, stepSize).Loss;
        }
        """;
}
