using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Tests.Planning;

/// <summary>Gates are sets of datapoints: what is asked of them is asked of every datapoint.</summary>
public class GateAlgebraTests
{
    private const int Values = 3;
    private static readonly string[] Indices = ["B", "a", "C"];
    private static readonly string[] Rules = ["Odd", "even", "Late"];
    private static readonly NumberGate[] Numbers = [new("Open", 0), new("Open", 1), new("Open", 10), new("Alike", 2)];

    [Fact]
    public void TwoGatesTogetherAreOnWhereBothAre()
    {
        Random random = new(3);
        for (int trial = 0; trial < 300; trial++)
        {
            (Gate left, Func<Point, bool> isLeft) = Draw(random);
            (Gate right, Func<Point, bool> isRight) = Draw(random);
            Gate both = left.And(right);
            foreach (Point point in Points(random))
            {
                Assert.Equal(isLeft(point) && isRight(point), IsOn(both, point));
            }
        }
    }

    /// <summary>Gates are compared by what is written in them: the same gate by another way is the same value, under the same name.</summary>
    [Fact]
    public void TheOrderInWhichGatesMeetDoesNotMatter()
    {
        Random random = new(4);
        for (int trial = 0; trial < 300; trial++)
        {
            (Gate a, Gate b, Gate c) = (Draw(random).Gate, Draw(random).Gate, Draw(random).Gate);
            Gate one = a.And(b).And(c);
            foreach (Gate other in new[] { c.And(b).And(a), a.And(c.And(b)), b.And(a).And(c).And(a) })
            {
                Assert.Equal(one, other);
                Assert.Equal((one.Identity, one.Identifier, one.InWords), (other.Identity, other.Identifier, other.InWords));
            }
        }
    }

    [Fact]
    public void AValueThatIsNamedTwiceCountsOnceAndAllOfThemAreNoCondition()
    {
        Assert.Equal(Gate.In("C", [2, 0], 3), Gate.In("C", [0, 2, 0], 3));
        Assert.Equal([0, 2], Gate.In("C", [2, 0, 2], 3).Conditions[0].Values);
        Assert.True(Gate.In("C", [2, 1, 0, 2], 3).IsAlways);
        Assert.False(Gate.In("C", [0, 0, 1], 3).IsAlways);
    }

    [Fact]
    public void NamesOfGatesSayAllThatIsInThem()
    {
        Gate gate = Gate.Open(new("Open", 10)).And(Gate.When("Odd")).And(Gate.In("C", [0, 2], 3)).And(Gate.Open(new("Open", 2))).And(Gate.In("A", [1], 3));
        Assert.Equal("A:1;C:0,2;Odd();Open#2;Open#10", gate.Identity);
        Assert.Equal("AIn_1_And_CIn_0_2_And_Odd_And_Open_2_And_Open_10", gate.Identifier);
        Assert.Equal("where A is 1 and C is 0 or 2 and Odd holds and gate 2 of Open is not 0 and gate 10 of Open is not 0", gate.InWords);
        Assert.Equal("nowhere", gate.And(Gate.In("A", [0, 2], 3)).InWords);
        Assert.Equal(("Always", "everywhere"), (Gate.Always.Identifier, Gate.Always.InWords));
    }

    [Fact]
    public void FactorsOfModulesInSeriesAreCountedAndOrdered()
    {
        EffectiveInputPlan seen = EffectiveInputPlan.Of("X").Over(Gate.Open(Numbers[2]), [Numbers[2]]).Over(Gate.Open(Numbers[1]), [Numbers[1]])
            .Over(Gate.Open(Numbers[2]), [Numbers[2], Numbers[3]]).Over(Gate.Always, []);
        Assert.Equal([Numbers[3], Numbers[1], Numbers[2], Numbers[2]], seen.Factors);
        Assert.Equal("Open_1_And_Open_10_Open_10_Power_2", seen.GateIdentifier);
        Assert.Equal("X Open#1;Open#10 Alike#2 Open#1 Open#10 Open#10", seen.Identity);
        Assert.Equal("_Open_10_Power_3", seen.Over(Gate.Always, [Numbers[2]]).Powers);
    }

    private static (Gate Gate, Func<Point, bool> IsOn) Draw(Random random)
    {
        Gate gate = Gate.Always;
        Func<Point, bool> isOn = _ => true;
        for (int part = random.Next(4); part > 0; part--)
        {
            Func<Point, bool> before = isOn;
            int of = random.Next(3);
            if (random.Next(2) == 0)
            {
                int[] values = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(Values))];
                gate = gate.And(Gate.In(Indices[of], values, Values));
                isOn = point => before(point) && values.Contains(point.Values[of]);
            }
            else if (random.Next(2) == 0)
            {
                gate = gate.And(Gate.When(Rules[of]));
                isOn = point => before(point) && point.Holds[of];
            }
            else
            {
                NumberGate number = Numbers[random.Next(Numbers.Length)];
                gate = gate.And(Gate.Open(number));
                isOn = point => before(point) && point.Open.Contains(number);
            }
        }

        return (gate, isOn);
    }

    private static IEnumerable<Point> Points(Random random) => Enumerable.Range(0, Values * Values * Values).Select(k => new Point(
        [k % Values, k / Values % Values, k / Values / Values], [.. Rules.Select(_ => random.Next(4) > 0)], [.. Numbers.Where(_ => random.Next(4) > 0)]));

    private static bool IsOn(Gate gate, Point point) => !gate.IsNever
        && gate.Conditions.All(condition => condition.Values.Contains(point.Values[Array.IndexOf(Indices, condition.Index)]))
        && gate.Rules.All(rule => point.Holds[Array.IndexOf(Rules, rule)]) && gate.Numbers.All(point.Open.Contains);

    private sealed record Point(int[] Values, bool[] Holds, NumberGate[] Open);
}
