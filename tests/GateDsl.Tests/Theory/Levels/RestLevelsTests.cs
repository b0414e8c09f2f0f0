namespace GateDsl.Tests.Theory.Levels;

/// <summary>The levels of P1 §6, written down by hand, and what they mean, by alternating least squares that shares no code with them.</summary>
public sealed class RestLevelsTests
{
    [Fact]
    public void ThreeContextsOfOneStructureRestAt665130And12() =>
        AssertNear([66, 51, 30, 12], RestLevels.Of(ContextTask.Create(3, ContextStructure.Same)), 1e-9);

    [Fact]
    public void ThreeContextsOfDifferentStructuresRestAtTheLevelsOfThePaper() =>
        AssertNear([70.97, 43.88, 29.33], RestLevels.Of(ContextTask.Create(3, ContextStructure.Different)), 0.006);

    [Theory]
    [InlineData(ContextStructure.Same, 1, 0)]
    [InlineData(ContextStructure.Different, 1, 0)]
    [InlineData(ContextStructure.Different, 3, 1)]
    public void NoMapOfTheRankComesBelowTheLevelAndOneReachesIt(ContextStructure structure, int rank, int level)
    {
        ContextTask task = ContextTask.Create(3, structure);

        Assert.Equal(BestMap.Loss(task, rank, rounds: 300), RestLevels.Of(task)[level], 1e-6);
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 4)]
    [InlineData(5, 8)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    public void LevelsFallAndLieBetweenTheInitialLossAndZero(int contexts, int objects)
    {
        ContextTask task = ContextTask.Create(contexts, ContextStructure.Same, objects);
        double[] levels = [0.5 * task.Targets.Sum(value => value * value), .. RestLevels.Of(task), 0];

        Assert.All(levels.Skip(1).Zip(levels), pair => Assert.True(pair.First < pair.Second));
    }

    /// <summary>
    /// Of one context the best map of rank one is that of the context, and one level: 5 and 2 of 12, as four objects have squares of 14, 6, 2 and 2.
    /// </summary>
    [Fact]
    public void LevelsThatAreEqualAreOne() => AssertNear([5, 2], RestLevels.Of(ContextTask.Create(1, ContextStructure.Same, 4)), 1e-12);

    [Fact]
    public void HalfWayLevelsLieBetweenTheInitialLossTheLevelsAndZero() =>
        Assert.Equal([81, 58.5, 40.5, 21, 6], RestLevels.HalfWay(96, [66, 51, 30, 12]));

    private static void AssertNear(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }
}
