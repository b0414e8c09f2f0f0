using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Modules;

/// <summary>Classes of gates that are found: over every combination of values where a declaration lists them, else over the datapoints.</summary>
public sealed class GateEvidenceTests
{
    /// <summary>
    /// All gates of three items in two contexts, by their definitions: two items that differ in opposite ways between the contexts are the square
    /// that no unit has.
    /// </summary>
    [Fact]
    public void OfItemsInContextsItIsTheClassOfTheDefinition()
    {
        IdentificationData data = Grid("HH", isListed: true, sizes: [3, 2]);
        for (int set = 1; set < 64; set++)
        {
            bool[] gate = [.. Enumerable.Range(0, 6).Select(n => (set >> n & 1) != 0)];
            bool At(int item, int context) => gate[item + (3 * context)];
            GateClass expected = gate.All(isOn => isOn) ? GateClass.AlwaysOn
                : gate.Count(isOn => isOn) == 1 ? GateClass.SingleDatapoint
                : Enumerable.Range(0, 2).All(context => At(0, context) == At(1, context) && At(1, context) == At(2, context)) ? GateClass.ContextOnly
                : Enumerable.Range(0, 3).All(item => At(item, 0) == At(item, 1)) ? GateClass.ItemOnly
                : Enumerable.Range(0, 3).Any(item => At(item, 0) && !At(item, 1)) && Enumerable.Range(0, 3).Any(item => !At(item, 0) && At(item, 1))
                    ? GateClass.NotImplementable
                : GateClass.NestedMixed;

            (GateClass? found, string explanation) = Evidence(data, gate);

            Assert.Equal(expected, found);
            Assert.Equal(expected == GateClass.NotImplementable, explanation.StartsWith("No ReLU unit can implement this gate.", StringComparison.Ordinal));
        }
    }

    /// <summary>
    /// Of gates of one input: the last of several one-hot inputs is the context, a single one is an item. Of 1 and 2 a unit is on at 2 alone where a
    /// one-hot input shifts it, and nowhere without one.
    /// </summary>
    [Theory]
    [InlineData("H")]
    [InlineData("D")]
    [InlineData("HD")]
    [InlineData("DH")]
    [InlineData("DD")]
    [InlineData("HDH")]
    [InlineData("HHD")]
    [InlineData("DHH")]
    [InlineData("DDH")]
    [InlineData("HHH")]
    public void OfOneInputItIsItsRole(string kinds)
    {
        foreach (bool isListed in new[] { true, false })
        {
            int[] sizes = [.. kinds.Select(kind => kind == 'H' ? 3 : 2)];
            IdentificationData data = Grid(kinds, isListed, sizes);
            for (int i = 0; i < kinds.Length; i++)
            {
                bool[] gate = [.. data.Inputs[i].Index.Select(value => value > 0)];

                (GateClass? found, string explanation) = Evidence(data, gate);

                GateClass expected = kinds[i] == 'D'
                    ? kinds.Contains('H', StringComparison.Ordinal) ? GateClass.NestedMixed : kinds == "D" ? GateClass.NotImplementable : found!.Value
                    : kinds.Count(kind => kind == 'H') > 1 && i == kinds.LastIndexOf('H') ? GateClass.ContextOnly : GateClass.ItemOnly;
                Assert.Equal(expected, found);
                if (data.GatesComeWithData)
                {
                    Assert.Equal(
                        found == GateClass.NotImplementable
                            ? $"No ReLU unit can implement it: a certificate stands on 2 of the {data.Count} datapoints."
                                : $"A ReLU unit can implement it on these {data.Count} datapoints.",
                        explanation);
                }
                else
                {
                    Assert.Contains("ReLU unit", explanation, StringComparison.Ordinal);
                }
            }
        }
    }

    /// <summary>
    /// Dense vectors as they are listed: of (1, 0), (0, 1) and (1, 1) a unit can be on at any but at the last and neither other one, or at both
    /// others and not at it.
    /// </summary>
    [Theory]
    [InlineData("100", true)]
    [InlineData("011", true)]
    [InlineData("111", true)]
    [InlineData("001", false)]
    [InlineData("110", false)]
    public void OfListedVectorsItIsWhatTheirNumbersAllow(string gate, bool isPossible)
    {
        foreach (IdentificationData data in new[]
        {
            IdentificationData.Of(3).Dense("X", "Which", 2, [1, 0, 0, 1, 1, 1]), IdentificationData.Of(3).Dense("X", 2, [1, 0, 0, 1, 1, 1]),
        })
        {
            Assert.Equal(isPossible, Evidence(data, [.. gate.Select(bit => bit == '1')]).Class != GateClass.NotImplementable);
        }
    }

    /// <summary>Datapoints are few here, but a declaration is of every combination: 65,536 of them are decided, more are not.</summary>
    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void OfTooManyCombinationsItIsNotChecked(int contexts, bool isChecked)
    {
        IdentificationData data = IdentificationData.Of(4).OneHot("Item", 256, [0, 1, 0, 1]).OneHot("Context", contexts, [0, 0, 1, 1]);

        (GateClass? found, string explanation) = Evidence(data, [true, true, false, false]);

        Assert.Equal(isChecked ? GateClass.ContextOnly : null, found);
        Assert.Equal(!isChecked, explanation == "Not checked: the values combine to more than 65536 datapoints.");
    }

    /// <summary>Of a witness eight weights of an input are written, of more the first eight.</summary>
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public void EightWeightsOfAWitnessAreWritten(int features)
    {
        IdentificationData data = IdentificationData.Of(2)
            .Dense("X", "Which", features, [.. Enumerable.Repeat(1.0, features), .. Enumerable.Repeat(-1.0, features)]);

        string explanation = Evidence(data, [true, false]).Explanation;

        string[] weights = explanation.Split("w(X) = (")[1].Split(')')[0].Split(", ");
        Assert.Equal(Math.Min(features, 9), weights.Length);
        Assert.Equal(features > 8, weights[^1] == "...");
    }

    private static (GateClass? Class, string Explanation) Evidence(IdentificationData data, bool[] gate)
    {
        IndexSpace space = IndexSpace.Of(data);
        return GateEvidence.Of(data, data.GatesComeWithData ? GateWording.Numbered(space, [gate])[0] : GateWording.Of(space, gate), gate);
    }

    // Every combination once; the vectors of dense inputs are 1 and 2.
    private static IdentificationData Grid(string kinds, bool isListed, int[] sizes)
    {
        int count = sizes.Aggregate(1, (product, size) => product * size);
        IdentificationData data = IdentificationData.Of(count);
        int stride = 1;
        for (int i = 0; i < kinds.Length; i++)
        {
            int[] values = [.. Enumerable.Range(0, count).Select(n => n / stride % sizes[i])];
            double[] rows = [.. values.Select(value => value + 1.0)];
            data = kinds[i] == 'H' ? data.OneHot($"Input{i}", sizes[i], values)
                : isListed ? data.Dense($"Input{i}", $"Which{i}", 1, rows) : data.Dense($"Input{i}", 1, rows);
            stride *= sizes[i];
        }

        return data;
    }
}
