using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Tests.Theory.LinearAlgebra;

/// <summary>How long the largest eigenvalue is looked for.</summary>
public sealed class LanczosTests
{
    /// <summary>It ends where it has settled, as long as it may make that many steps, and else after those that it may.</summary>
    [Fact]
    public void NoMoreStepsAreMadeThanAllowed()
    {
        double[] eigenvalues = [.. Enumerable.Range(1, 50).Select(i => 1.0 * i)];
        (double? value, int needed) = Largest(eigenvalues, 1);
        Assert.Equal(50, value!.Value, 1e-5);

        Assert.Equal((value, needed), Largest(eigenvalues, 1, mostSteps: needed));
        Assert.Equal((null, needed - 1), Largest(eigenvalues, 1, mostSteps: needed - 1));
        Assert.Equal((null, 0), Largest(eigenvalues, 1, mostSteps: 0));
        Assert.Equal((0.0, 0), Largest([], 1));
        Assert.Equal(1, Largest([7], 1).Applications);
    }

    /// <summary>An operator that is so many times as large has so many times the eigenvalue, by the same steps, and within the same share of it.</summary>
    [Theory]
    [InlineData(8.6736173798840355e-19)]
    [InlineData(1152921504606846976.0)]
    public void TheScaleOfTheOperatorDoesNotMatter(double scale)
    {
        double[] eigenvalues = [.. Enumerable.Range(1, 200).Select(i => Math.Sqrt(i))];
        (double? value, int applications) = Largest(eigenvalues, 1);
        Assert.Equal(Math.Sqrt(200), value!.Value, 1e-5);

        Assert.Equal((value * scale, applications), Largest(eigenvalues, scale));
    }

    /// <summary>Where less has to be settled, it is settled sooner, and to what was asked.</summary>
    [Fact]
    public void ALooserEstimateTakesFewerSteps()
    {
        double[] eigenvalues = [.. Enumerable.Range(1, 200).Select(i => Math.Sqrt(i))];
        (double? loose, int few) = Largest(eigenvalues, 1, 1e-2);
        (double? _, int many) = Largest(eigenvalues, 1, 1e-8);

        Assert.InRange(few, 4, many / 2);
        Assert.InRange(loose!.Value / Math.Sqrt(200), 0.95, 1);
    }

    /// <summary>Where any change is small enough, the estimates after the first are three in a row that change little.</summary>
    [Fact]
    public void ItHasSettledWhereThreeEstimatesInARowChangeLittle() =>
        Assert.Equal(4, Largest([.. Enumerable.Range(1, 50).Select(i => 1.0 * i)], 1, settled: 1).Applications);

    private static (double? Value, int Applications) Largest(double[] eigenvalues, double scale, double settled = 1e-8, int mostSteps = 1000)
    {
        int applications = 0;
        double? value = Lanczos.LargestEigenvalue(eigenvalues.Length, Apply, settled, mostSteps);
        return (value, applications);

        void Apply(double[] vector, double[] image)
        {
            applications++;
            for (int i = 0; i < vector.Length; i++)
            {
                image[i] = scale * eigenvalues[i] * vector[i];
            }
        }
    }
}
