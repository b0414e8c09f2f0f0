using System.Numerics.Tensors;
using System.Reflection;
using GateDsl.Generators.Tests.Support;
using GateDsl.Tests;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Identifying;

/// <summary>
/// The whole way: a ReLU network that nothing of ours trained, its activations at six epochs, the declaration, the compiler, and the declared network
/// trained from its own random weights imitates the losses.
/// </summary>
public sealed class ImitationTests
{
    private const int Epochs = 8001;
    private const double StepSize = 1e-3;

    private const string Runner = """
        public static class Runner
        {
            public static double[] Losses(int[] items, int[] contexts, double[] targets, double sigma) =>
                new IdentifiedNetwork(Gaussian.WithSigma(sigma), seed: 1)
                    .Train(IdentifiedNetwork.Dataset.Create(items, contexts, targets), new TrainingOptions { Epochs = 8001, StepSize = 1e-3 }).Loss;
        }
        """;

    [SlowFact]
    [Trait("Category", "Slow")]
    public void TheIdentifiedNetworkLearnsLikeTheReluNetwork()
    {
        Imitate(3, ContextStructure.Different, seed: 1, hasLosses: true);
        Imitate(3, ContextStructure.Different, seed: 2, hasLosses: false);
        Imitate(4, ContextStructure.Same, seed: 3, hasLosses: true);
    }

    private static void Imitate(int contexts, ContextStructure structure, int seed, bool hasLosses)
    {
        const int Units = 300;
        ContextTask task = ContextTask.Create(contexts, structure);
        IdentificationData data = IdentificationData.Of(task);
        LayerRecordings recordings = new(data);
        PlainRelu network = new(task, Units, 0.005 / Units, seed);
        double[] losses = new double[Epochs];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            losses[epoch] = network.Step(StepSize, out float[] activations);
            if (epoch % 1600 == 0)
            {
                recordings.Add(activations, Units);
            }
        }

        IdentificationResult found = Identification.Of(recordings, data, new() { Training = hasLosses ? new(losses, 0.005 / Units, StepSize) : null });
        string text = found.ToDeclaration("IdentifiedNetwork");

        CSharpCompilation compilation = InMemory.Generate(text, Runner).Compilation;
        Assert.Empty(InMemory.CompilerProblems(compilation));
        using MemoryStream image = new();
        Assert.True(compilation.Emit(image).Success);
        double[] declared = (double[])Assembly.Load(image.ToArray()).GetType("Runner", throwOnError: true)!.GetMethod("Losses")!
            .Invoke(null, [task.Items, task.Contexts, task.Targets, 0.005 / Units])!;
        double rms = Agreement.Between(losses, declared).Rms;
        Assert.True(rms <= 0.02, $"{contexts} contexts, seed {seed}: rms {rms:G4}\n{text}");
        Assert.Contains($"OnePerSubset(nameof(Context), {contexts - 1})", text, StringComparison.Ordinal);
        Assert.Contains("public partial Layer Common", text, StringComparison.Ordinal);
    }

    /// <summary>A ReLU network with one hidden layer and full-batch descent on the summed loss, written out.</summary>
    private sealed class PlainRelu
    {
        private readonly double[][] _x;
        private readonly double[][] _y;
        private readonly double[][] _incoming;
        private readonly double[][] _outgoing;

        public PlainRelu(ContextTask task, int units, double sigma, int seed)
        {
            Random random = new(seed);
            _x = [.. Enumerable.Range(0, task.Count).Select(n => Enumerable.Range(0, task.ObjectCount + task.ContextCount)
                .Select(i => i == task.Items[n] || i == task.ObjectCount + task.Contexts[n] ? 1.0 : 0).ToArray())];
            _y = [.. Enumerable.Range(0, task.Count).Select(n => task.Targets.AsSpan(n * task.TargetWidth, task.TargetWidth).ToArray())];
            _incoming = [.. Enumerable.Range(0, units).Select(_ => Draw(_x[0].Length))];
            _outgoing = [.. Enumerable.Range(0, units).Select(_ => Draw(task.TargetWidth))];

            double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ =>
                sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
        }

        /// <summary>The loss and the activations, units x datapoints, before the step.</summary>
        public double Step(double stepSize, out float[] activations)
        {
            int units = _incoming.Length;
            activations = new float[units * _x.Length];
            double[][] incoming = [.. _incoming.Select(w => new double[w.Length])];
            double[][] outgoing = [.. _outgoing.Select(v => new double[v.Length])];
            double[] h = new double[units];
            double loss = 0;
            for (int n = 0; n < _x.Length; n++)
            {
                double[] error = [.. _y[n]];
                for (int u = 0; u < units; u++)
                {
                    h[u] = Math.Max(0, TensorPrimitives.Dot<double>(_incoming[u], _x[n]));
                    activations[(u * _x.Length) + n] = (float)h[u];
                    TensorPrimitives.MultiplyAdd(_outgoing[u], -h[u], error, error);
                }

                loss += 0.5 * TensorPrimitives.SumOfSquares<double>(error);
                for (int u = 0; u < units; u++)
                {
                    if (h[u] > 0)
                    {
                        double back = TensorPrimitives.Dot<double>(_outgoing[u], error);
                        TensorPrimitives.MultiplyAdd(_x[n], back, incoming[u], incoming[u]);
                        TensorPrimitives.MultiplyAdd(error, h[u], outgoing[u], outgoing[u]);
                    }
                }
            }

            for (int u = 0; u < units; u++)
            {
                TensorPrimitives.MultiplyAdd(incoming[u], stepSize, _incoming[u], _incoming[u]);
                TensorPrimitives.MultiplyAdd(outgoing[u], stepSize, _outgoing[u], _outgoing[u]);
            }

            return loss;
        }
    }
}
