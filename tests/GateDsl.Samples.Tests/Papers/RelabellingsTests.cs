using Paper.Fig6;

namespace GateDsl.Samples.Tests.Papers;

/// <summary>The mean over names is that over every way to permute objects and contexts which leaves inputs and targets as much alike as they were.</summary>
public sealed class RelabellingsTests
{
    [Theory]
    [InlineData(2, 4, 16)]
    [InlineData(3, 4, 48)]
    [InlineData(2, 8, 256)]
    public void ItIsTheMeanOverAllPermutationsThatKeepTheTask(int contexts, int objects, int expected)
    {
        ContextTask task = ContextTask.Create(contexts, ContextStructure.Same, objects);
        (int Inputs, double Targets)[,] products = Products(task);
        int[][] kept = [.. Permutations(objects).SelectMany(items => Permutations(contexts).Select(places => Moved(task, items, places)))
            .Where(moved => Pairs(task.Count).All(pair => products[pair.N, pair.M] == products[moved[pair.N], moved[pair.M]]))];
        Assert.Equal(expected, kept.Length);
        Random random = new(5);
        double[,] kernel = new double[task.Count, task.Count];
        double[,] sum = new double[task.Count, task.Count];
        foreach ((int n, int m) in Pairs(task.Count))
        {
            kernel[n, m] = random.NextDouble();
        }

        foreach (int[] moved in kept)
        {
            foreach ((int n, int m) in Pairs(task.Count))
            {
                sum[n, m] += kernel[moved[n], moved[m]];
            }
        }

        double[,] mean = Relabellings.Of(task)!.Mean(kernel);
        Assert.All(Pairs(task.Count), pair => Assert.Equal(sum[pair.N, pair.M] / kept.Length, mean[pair.N, pair.M], 1e-12));
    }

    [Fact]
    public void WithDifferentStructuresNamesMatter() => Assert.Null(Relabellings.Of(ContextTask.Create(3, ContextStructure.Different)));

    private static IEnumerable<(int N, int M)> Pairs(int count) => Enumerable.Range(0, count * count).Select(i => (i / count, i % count));

    private static IEnumerable<int[]> Permutations(int count) => count == 0
        ? [[]]
        : Permutations(count - 1).SelectMany(rest => Enumerable.Range(0, count).Select(place => (int[])[.. rest[..place], count - 1, .. rest[place..]]));

    private static int[] Moved(ContextTask task, int[] items, int[] places) =>
        [.. Enumerable.Range(0, task.Count).Select(n => Enumerable.Range(0, task.Count)
            .Single(m => task.Items[m] == items[task.Items[n]] && task.Contexts[m] == places[task.Contexts[n]]))];

    // An orthogonal map takes inputs and targets to those of other datapoints where all products of two of them are the same.
    private static (int Inputs, double Targets)[,] Products(ContextTask task)
    {
        (int, double)[,] products = new (int, double)[task.Count, task.Count];
        foreach ((int n, int m) in Pairs(task.Count))
        {
            products[n, m] = (
                (task.Items[n] == task.Items[m] ? 1 : 0) + (task.Contexts[n] == task.Contexts[m] ? 1 : 0),
                Enumerable.Range(0, task.TargetWidth).Sum(i => task.Targets[(n * task.TargetWidth) + i] * task.Targets[(m * task.TargetWidth) + i]));
        }

        return products;
    }
}
