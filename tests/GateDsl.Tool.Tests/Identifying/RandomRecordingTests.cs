using GateDsl.Tool.Tests.Support;
using Microsoft.CodeAnalysis;

namespace GateDsl.Tool.Tests.Identifying;

/// <summary>Whatever is found in random recordings: nothing, said and not written, or a declaration that compiles without a warning.</summary>
public sealed class RandomRecordingTests
{
    [Fact]
    public void WhatIsWrittenCompiles()
    {
        Random random = new(21);
        int written = 0;
        for (int round = 0; round < 10; round++)
        {
            using CsvFiles files = new();
            int datapoints = random.Next(3, 11);
            double[][] inputs = Inputs(random, datapoints);
            files.Write("X.csv", inputs);
            files.Write("A.csv", Activations(random, inputs, random.Next(1, 30)));
            if (random.Next(3) > 0)
            {
                files.Write("Y.csv",
                    [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Enumerable.Range(0, datapoints).Select(_ => random.NextDouble() - 0.5).ToArray())]);
            }

            ToolRun run = files.Identify(random.Next(2) == 0 ? ["--k", "1"] : []);

            if (run.ExitCode == 0)
            {
                written++;
                string text = File.ReadAllText(files.Out);
                IEnumerable<Diagnostic> problems = DeclarationTests.Problems(text);
                Assert.True(!problems.Any(), $"round {round}: {string.Join("\n", problems)}\n{text}");
                continue;
            }

            Assert.False(File.Exists(files.Out));
            Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        }

        Assert.InRange(written, 5, 10);
    }

    [Fact]
    public void NothingFoundIsSaidAndNothingIsWritten()
    {
        using CsvFiles files = new();
        double[][] identity = [.. Enumerable.Range(0, 6).Select(row => Enumerable.Range(0, 6).Select(column => row == column ? 1.0 : 0).ToArray())];
        files.Write("X.csv", identity);
        files.Write("A.csv", identity);
        files.Write("Reln.cs", "as before");

        ToolRun run = files.Identify("--k", "1");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("identify: No module was found: ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal("as before", File.ReadAllText(files.Out));
        Assert.DoesNotContain("Written", run.Output, StringComparison.Ordinal);
    }

    private static double[][] Inputs(Random random, int datapoints)
    {
        int kind = random.Next(3);
        if (kind == 0)
        {
            return [.. Enumerable.Range(0, random.Next(1, 4))
                .Select(_ => Enumerable.Range(0, datapoints).Select(_ => Math.Round((4 * random.NextDouble()) - 2, random.Next(1, 5))).ToArray())];
        }

        int contexts = kind == 1 ? 1 : random.Next(2, 4);
        int items = (datapoints + contexts - 1) / contexts;
        return
        [
            .. Enumerable.Range(0, Math.Max(2, items)).Select(item => Enumerable.Range(0, datapoints).Select(n => n / contexts == item ? 1.0 : 0).ToArray()),
            .. Enumerable.Range(0, contexts == 1 ? 0 : contexts)
                .Select(context => Enumerable.Range(0, datapoints).Select(n => n % contexts == context ? 1.0 : 0).ToArray()),
        ];
    }

    // What units of random weights do, a threshold apart: many of them no ReLU unit without bias could.
    private static double[][] Activations(Random random, double[][] inputs, int units)
    {
        double threshold = random.Next(2) == 0 ? 0 : random.NextDouble();
        return
        [
            .. Enumerable.Range(0, units).Select(_ =>
            {
                double[] weights = [.. inputs.Select(_ => random.NextDouble() - 0.4)];
                bool bent = random.Next(2) == 0;
                return Enumerable.Range(0, inputs[0].Length).Select(n =>
                {
                    double sum = inputs.Select((row, f) => row[n] * weights[f]).Sum();
                    return Math.Max(0, bent ? Math.Abs(sum) - threshold : sum);
                }).ToArray();
            }),
        ];
    }
}
