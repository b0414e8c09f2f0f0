using GateDsl.CompilerServices;

namespace GateDsl.Tests;

public sealed class RuleValuesTests
{
    [Fact]
    public void TheFirstIndexIsOutermost()
    {
        List<(int, int)> seen = [];
        bool[]? table = RuleValues.Evaluate([2, 3], indices =>
        {
            seen.Add((indices[0], indices[1]));
            return indices[1] == 2;
        });

        Assert.Equal([(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)], seen);
        Assert.Equal([false, false, true, false, false, true], table!);
    }

    [Fact]
    public void WithoutIndicesTheDomainIsOneDatapoint() => Assert.Equal([true], RuleValues.Evaluate([], _ => true)!);

    [Fact]
    public void ALargeDomainIsNotTabulated()
    {
        Assert.Equal(65_536, RuleValues.Evaluate([256, 256], _ => false)!.Length);
        Assert.Null(RuleValues.Evaluate([256, 257], _ => throw new InvalidOperationException("asked")));
        Assert.Null(RuleValues.Evaluate([100_000, 100_000, 100_000], _ => throw new InvalidOperationException("asked")));
    }
}
