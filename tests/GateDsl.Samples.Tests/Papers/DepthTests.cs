using Paper.Depth;

namespace GateDsl.Samples.Tests.Papers;

/// <summary>depth, cut short: what it writes, when the first drop comes, and the formula against the flow that it is the time of.</summary>
public sealed class DepthTests
{
    [Fact]
    public void ItWritesFiguresNumbersCaptionAndSummary()
    {
        using TemporaryFolder folder = new();
        PaperRun run = PaperRun.Of("depth", "--epochs", "3", "--seeds", "2", "--out", folder.Path);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["caption.txt", "drops.csv", "drops.png", "drops.svg", "losses.csv", "losses.png", "losses.svg", "summary.json"], folder.FilesOf("depth"));
        string[] depths = ["h1_", "h2_", "h3_", "h4_"];
        Assert.Equal(
            [
                .. depths.SelectMany(depth => new[] { $"{depth}twin_vs_relu_rms", $"{depth}twin_vs_relu_max" }),
                .. depths[1..].SelectMany(depth => DepthSettings.Sizes.Select(size => FormattableString.Invariant($"{depth}drop_s{size}_formula"))),
            ],
            folder.Summary("depth").Keys);
        Assert.StartsWith("epoch,h1_relu_1,h1_relu_2,h1_twin_1,h2_relu_1,", folder.Text("depth", "losses.csv"), StringComparison.Ordinal);
        Assert.StartsWith("size,h1_relu_1,h1_relu_2,h1_twin,h1_formula,h2_relu_1,", folder.Text("depth", "drops.csv"), StringComparison.Ordinal);
    }

    /// <summary>From the largest weights every depth has its first drop by then, and the prediction with it.</summary>
    [Fact]
    public void TheFirstDropIsPredictedAtEveryDepth()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, PaperRun.Of("depth", "--epochs", "220", "--seeds", "1", "--out", folder.Path).ExitCode);
        Dictionary<string, double> summary = folder.Summary("depth");

        Assert.All(Enumerable.Range(1, 4), layers =>
        {
            double trained = summary[$"h{layers}_drop_s0.65"];
            Assert.InRange(summary[$"h{layers}_drop_s0.65_predicted"] / trained, 0.85, 1.15);
        });
        Assert.Equal(folder.Column("depth", "drops.csv", "h2_relu_1")[^1], summary["h2_drop_s0.65"]);
        Assert.True(double.IsNaN(folder.Column("depth", "drops.csv", "h4_relu_1")[0]));
    }

    /// <summary>One path of L matrices of equal strength a grows by a' = eta s a^(L-1); the formula is the time in which it does without bound.</summary>
    [Theory]
    [InlineData(2, 0.3, ContextStructure.Same)]
    [InlineData(3, 0.3, ContextStructure.Same)]
    [InlineData(4, 0.65, ContextStructure.Different)]
    public void TheFormulaIsTheTimeOfThePathThatGrows(int hiddenLayers, double size, ContextStructure structure)
    {
        ContextTask task = ContextTask.Create(3, structure);
        double strength = StrengthOf(task);
        double a = size / Math.Sqrt(2);
        double time = 0;
        while (a < 1e6)
        {
            // From a to 1.0001 a the speed is as good as constant.
            double middle = a * 1.00005;
            time += 1e-4 * a / (DepthSettings.StepSize * strength * Math.Pow(middle, hiddenLayers));
            a *= 1.0001;
        }

        Assert.Equal(1, new FirstDrop(task).Formula(hiddenLayers, size)!.Value / time, 1e-4);
        Assert.Null(new FirstDrop(task).Formula(1, size));
    }

    [Fact]
    public void AFirstDropIsDatedWhereTheLossIsHalfWayToItsFirstRest()
    {
        FirstDrop drop = new(ContextTask.Create(3, ContextStructure.Same));
        Assert.Equal(81, drop.Level, 1e-9);
        Assert.Equal(1.5, drop.In([96, 82, 80, 70])!.Value, 1e-9);
        Assert.Null(drop.In([96, 82]));
        Assert.Equal(2, drop.MeanIn([[96, 82, 80, 70], [96, 90, 82, 80]])!.Value, 1e-9);
        Assert.Null(drop.MeanIn([[96, 82, 80, 70], [96, 90, 82, 81.5]]));
    }

    /// <summary>The largest singular value of Y X^T, by powers.</summary>
    private static double StrengthOf(ContextTask task)
    {
        double[] a = [.. Enumerable.Repeat(1.0, task.ObjectCount + task.ContextCount)];
        double norm = 0;
        for (int i = 0; i < 500; i++)
        {
            double[] b = new double[task.TargetWidth];
            double[] next = new double[a.Length];
            for (int n = 0; n < task.Count; n++)
            {
                for (int o = 0; o < b.Length; o++)
                {
                    b[o] += task.Targets[(n * b.Length) + o] * (a[task.Items[n]] + a[task.ObjectCount + task.Contexts[n]]);
                }
            }

            for (int n = 0; n < task.Count; n++)
            {
                double sum = b.Select((value, o) => value * task.Targets[(n * b.Length) + o]).Sum();
                next[task.Items[n]] += sum;
                next[task.ObjectCount + task.Contexts[n]] += sum;
            }

            norm = Math.Sqrt(next.Sum(value => value * value));
            a = [.. next.Select(value => value / norm)];
        }

        return Math.Sqrt(norm);
    }
}
