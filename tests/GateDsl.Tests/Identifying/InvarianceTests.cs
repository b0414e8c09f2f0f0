namespace GateDsl.Tests.Identifying;

/// <summary>
/// What is found depends on the network alone: not on the order of its units or datapoints, on names, on scales or on how inputs are handed over.
/// </summary>
public sealed class InvarianceTests
{
    private const int Rounds = 12;

    [Fact]
    public void UnitsInAnotherOrderAndStrengthsOnAnotherScaleAreTheSameNetwork()
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            Random random = new(seed);
            RandomRecordings recorded = RandomRecordings.Of(random, 0.01, hasTargets: false);
            int[] order = [.. Enumerable.Range(0, recorded.Units)];
            random.Shuffle(order);
            IdentificationOptions options = Options(random);

            IdentificationResult found = Identification.Of(recorded.Kept, recorded.Task.Data, options);
            IdentificationResult again = Identification.Of(recorded.Into(recorded.Task.Data, order, scale: 1e-9), recorded.Task.Data, options);

            AssertSame(found, again, found.Modules.Select(module => module.Name), n => n);
            Assert.Equal(found.Modules.Select(module => module.Explanation), again.Modules.Select(module => module.Explanation));
        }
    }

    [Fact]
    public void DatapointsInAnotherOrderAreTheSameNetwork()
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            Random random = new(50 + seed);
            RandomRecordings recorded = RandomRecordings.Of(random, 0.01, hasTargets: false);
            int[] order = [.. Enumerable.Range(0, recorded.Datapoints)];
            random.Shuffle(order);
            IdentificationOptions options = Options(random) with { Starts = 40 };
            IdentificationData other = Again(recorded.Task.Data, order, name => name);

            IdentificationResult found = Identification.Of(recorded.Kept, recorded.Task.Data, options);
            IdentificationResult again = Identification.Of(recorded.Into(other, datapoints: order), other, options);

            AssertSame(found, again, null, n => order[n]);
        }
    }

    [Fact]
    public void InputsOfOtherNamesAreTheSameNetwork()
    {
        for (int seed = 0; seed < Rounds; seed++)
        {
            Random random = new(100 + seed);
            RandomRecordings recorded = RandomRecordings.Of(random, 0.01, hasTargets: false);
            IdentificationOptions options = Options(random);
            IdentificationData other = Again(recorded.Task.Data, [.. Enumerable.Range(0, recorded.Datapoints)], Renamed);

            IdentificationResult found = Identification.Of(recorded.Kept, recorded.Task.Data, options);
            IdentificationResult again = Identification.Of(recorded.Into(other), other, options);

            AssertSame(found, again, found.Modules.Select(module => Renamed(module.Name)), n => n);
            if (found.Modules.Count > 0)
            {
                // The same words; lines of comments may break elsewhere.
                Assert.Equal(Words(Renamed(found.ToDeclaration("Found"))), Words(again.ToDeclaration("Found")));
            }
        }
    }

    /// <summary>A matrix of one-hot rows and others between them is the inputs that it was made of, one-hot ones first.</summary>
    [Fact]
    public void AMatrixIsTakenApartIntoItsInputs()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            Random random = new(150 + seed);
            int count = random.Next(5, 20);
            List<double[]> rows = [];
            List<double[]> dense = [];
            IdentificationData expected = IdentificationData.Of(count);
            int oneHot = random.Next(1, 4);
            for (int i = 0; i < oneHot; i++)
            {
                for (int free = random.Next(3); free > 0; free--)
                {
                    dense.Add([.. Enumerable.Range(0, count).Select(_ => 1.5 + random.Next(3))]);
                    rows.Add(dense[^1]);
                }

                int values = random.Next(2, 5);
                int[] at = [.. Enumerable.Range(0, count).Select(n => n < values ? n : random.Next(values))];
                random.Shuffle(at);
                rows.AddRange(Enumerable.Range(0, values).Select(value => at.Select(v => v == value ? 1.0 : 0).ToArray()));
                expected = expected.OneHot(oneHot == 1 ? "Item" : i == oneHot - 1 ? "Context" : oneHot == 2 ? "Item" : $"Item{i + 1}", values, at);
            }

            expected = dense.Count == 0 ? expected
                : expected.Dense("Features", "Stimulus", dense.Count, [.. Enumerable.Range(0, count).SelectMany(n => dense.Select(row => row[n]))]);

            IdentificationData taken = IdentificationData.FromColumns([.. rows.SelectMany(row => row)], rows.Count, count);

            Assert.Equal(expected.Inputs.Select(input => (input.Name, input.IndexName, input.Features, input.IndexValues, input.IsOneHot)),
                taken.Inputs.Select(input => (input.Name, input.IndexName, input.Features, input.IndexValues, input.IsOneHot)));
            Assert.All(expected.Inputs.Zip(taken.Inputs), pair => Assert.Equal(pair.First.Index, pair.Second.Index));
            Assert.All(expected.Inputs.Zip(taken.Inputs), pair => Assert.Equal(pair.First.Stimuli, pair.Second.Stimuli));
            double[] targets = [.. Enumerable.Range(0, 2 * count).Select(_ => random.NextDouble())];
            Assert.Equal(
                taken.WithTargets([.. Enumerable.Range(0, count).SelectMany(n => new[] { targets[n], targets[count + n] })], 2).TargetValues,
                taken.WithTargetColumns(targets, 2).TargetValues);
        }
    }

    private static IdentificationOptions Options(Random random) =>
        new() { Starts = 10, Repetitions = 1, MostModules = 4, Modules = random.Next(2) == 0 ? 2 : null };

    private static string Renamed(string text) =>
        text.Replace("Input", "Given", StringComparison.Ordinal).Replace("Selector", "Choice", StringComparison.Ordinal)
        .Replace("input", "given", StringComparison.Ordinal).Replace("selector", "choice", StringComparison.Ordinal);

    private static string Words(string text) =>
        string.Join(' ', text.Split([' ', '\n', '/'], StringSplitOptions.RemoveEmptyEntries)).Replace("Input", "Given", StringComparison.Ordinal)
        .Replace("Selector", "Choice", StringComparison.Ordinal).Replace("input", "given", StringComparison.Ordinal)
            .Replace("selector", "choice", StringComparison.Ordinal);

    private static IdentificationData Again(IdentificationData data, int[] order, Func<string, string> named)
    {
        IdentificationData again = IdentificationData.Of(order.Length);
        foreach (IdentifiedInput input in data.Inputs)
        {
            int[] index = [.. order.Select(n => input.Index[n])];
            double[] rows = input.IsOneHot ? [] : [.. index.SelectMany(value => input.Stimuli[value])];
            again = input.IsOneHot ? again.OneHot(named(input.Name), input.Features, index)
                : input.IsListed ? again.Dense(named(input.Name), named(input.IndexName), input.Features, rows)
                : again.Dense(named(input.Name), input.Features, rows);
        }

        return again;
    }

    private static void AssertSame(IdentificationResult found, IdentificationResult again, IEnumerable<string>? names, Func<int, int> datapoint)
    {
        Assert.Equal(found.Modules.Count, again.Modules.Count);
        Assert.Equal((found.Rows, found.DeadRows, found.AlwaysOnRows, found.Elbow.Clusters),
            (again.Rows, again.DeadRows, again.AlwaysOnRows, again.Elbow.Clusters));
        Assert.Equal(found.Residual, again.Residual, 1e-9);
        Assert.All(found.Candidates.Zip(again.Candidates), pair => Assert.Equal(pair.First.GateSpread, pair.Second.GateSpread, 1e-9));
        for (int m = 0; m < found.Modules.Count; m++)
        {
            IdentifiedModule module = found.Modules[m];
            IdentifiedModule other = again.Modules.Single(candidate => candidate.Gate.Select((open, n) => open == module.Gate[datapoint(n)]).All(same => same));
            Assert.Equal(module.Share, other.Share, 1e-9);
            Assert.Equal(module.UnitShare, other.UnitShare, 1e-9);
            Assert.Equal(module.Width, other.Width, 1e-9);
            Assert.Equal(module.RoundingResidual, other.RoundingResidual, 1e-9);
            Assert.Equal(module.Class, other.Class);
            Assert.All(other.Centroid.Select((entry, n) => entry - module.Centroid[datapoint(n)]), difference => Assert.Equal(0, difference, 1e-9));
            if (names is not null)
            {
                Assert.Equal(names.ElementAt(m), other.Name);
            }
        }
    }
}
