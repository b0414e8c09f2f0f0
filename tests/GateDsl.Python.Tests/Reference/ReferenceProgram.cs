using System.Text;
using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;

namespace GateDsl.Python.Tests.Reference;

/// <summary>Writes a C# program that does with every network what Python does too, as the language page says, and writes the results.</summary>
internal static class ReferenceProgram
{
    public static string Print(IReadOnlyList<Declaration> declarations)
    {
        StringBuilder text = new(
            """
            using GateDsl;
            using GateDsl.Python.Tests.Reference;

            if (args is ["time"])
            {
                Console.WriteLine(Timing.OfXor().ToString("R", System.Globalization.CultureInfo.InvariantCulture));
                return;
            }

            string folder = args[0];

            """);
        foreach (Declaration declaration in declarations)
        {
            text.AppendLine($"Of.{declaration.Name}(folder);");
        }

        text.AppendLine("internal static class Of").AppendLine("{");
        foreach (Declaration declaration in declarations)
        {
            text.Append(
                $$"""
                    public static void {{declaration.Name}}(string folder)
                    {
                        Given given = Given.Read(folder, "{{declaration.Name}}");
                        global::{{declaration.Name}}.Dataset data = global::{{declaration.Name}}.Dataset.Create({{Arguments(declaration)}});

                """);
            Append(text, declaration, declaration.Name, declaration.Name);
            if (declaration.TwinWidth is not null)
            {
                Append(text, TwinOf.Declare(declaration), declaration.Name + ".ReluTwin", declaration.Name);
            }

            text.AppendLine("    }");
        }

        return text.AppendLine("}").AppendLine().Append(
            """
            internal static class Timing
            {
                public static double OfXor()
                {
                    XorTask task = XorTask.Create(0.5);
                    Xor.Dataset data = Xor.Dataset.Create(task.Inputs, task.Samples, task.Targets);
                    TrainingOptions options = new() { Epochs = 800, StepSize = 0.01 };
                    double[] times = new double[20];
                    for (int run = -200; run < times.Length; run++)
                    {
                        Xor net = new(Gaussian.WithSigma(0.1), seed: 1);
                        long begun = System.Diagnostics.Stopwatch.GetTimestamp();
                        net.Train(data, options);
                        times[Math.Max(run, 0)] = System.Diagnostics.Stopwatch.GetElapsedTime(begun).TotalSeconds;
                    }

                    Array.Sort(times);
                    return times[times.Length / 2];
                }
            }

            """).ToString();
    }

    private static void Append(StringBuilder text, Declaration declaration, string type, string network)
    {
        string scalar = declaration.IsDouble ? "double" : "float";
        DeclaredLayer[] outputs = [.. declaration.Outputs];
        text.Append(
            $$"""
                    {
                        Results results = new();
                        global::{{type}} net = new(Gaussian.WithSigma(0.3), seed: 7);
                        results.Add("initial", net.Weights);
                        results.Add("loss", net.Loss(data));
                        results.Add("mean_loss", net.Loss(data, LossScale.Mean));
                        {{string.Join(" ", outputs.Select((output, i) => $"{scalar}[] p{i} = new {scalar}[given.Count * {output.Units}];"))}}
                        net.Predict(data, {{string.Join(", ", outputs.Select((_, i) => $"p{i}"))}});
                        {{string.Join(" ", outputs.Select((output, i) => $"results.Add(\"predict/{output.Name}\", p{i});"))}}
                        global::{{type}}.Gradients gradients = new();
                        net.Gradient(data, gradients);

            """);
        foreach (string weight in new Graph(declaration).Links.Select(pair => pair.Link.Weight))
        {
            text.AppendLine($"            results.Add(\"gradient/{weight}\", gradients.{weight});");
        }

        text.Append(
            $$"""
                        results.Add("step", net.Step(data, given.StepSize));
                        results.Add("stepped", net.Weights);
                        double step = given.StepSize;
                        results.Try("train", name => results.Add(name, net.Train(data, new TrainingOptions { Epochs = 7, StepSize = step, RecordEvery = 2 }, data)));
                        results.Try("batches", name => results.Add(name, net.Train(data, new TrainingOptions
                        {
                            Epochs = 3, StepSize = step, LossScale = LossScale.Mean, BatchSize = 3, ShuffleSeed = 5, Momentum = 0.5, Nesterov = true,
                            WeightDecay = 0.01,
                        })));
                        TrainingOptions shown = new() { Epochs = 3, StepSize = step, SnapshotEpochs = [0, 3] };
                        results.Try("snapshots", name => results.Add(name, net.Train(data, shown)));
                        results.Add("trained", net.Weights);

            """);
        if (type == network)
        {
            text.Append(
                $$"""
                            global::{{type}} start = new(Gaussian.WithSigma(0.3), seed: 7);
                            results.Try("race_from", name => results.Add(name, global::{{type}}.Race.From(start, data).Integrate(6, step)));
                            results.Try("race", name => results.Add(name, global::{{type}}.Race.Expect(data, 0.3).Integrate(6, step, LossScale.Mean)));

                """);
        }

        text.Append(
            $$"""
                        results.Write(Path.Combine(folder, "{{type}}.results.json"));
                    }

            """);
    }

    private static string Arguments(Declaration declaration) =>
        string.Join(", ", declaration.Layers.Where(layer => layer.Kind != Kind.Hidden).Select(Argument));

    private static string Argument(DeclaredLayer layer) => layer.Kind switch
    {
        Kind.Gates when layer.IsBoolean => $"given.Bools(\"{layer.Name}\")",
        Kind.OneHot or Kind.Selector => $"given.Indices(\"{layer.Name}\")",
        Kind.Output when layer.Loss == OutputLoss.CrossEntropy => $"given.Indices(\"{layer.Name}\")",
        _ => $"given.Numbers(\"{layer.Name}\")",
    };
}
