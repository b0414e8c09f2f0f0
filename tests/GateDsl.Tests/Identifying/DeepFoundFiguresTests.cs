namespace GateDsl.Tests.Identifying;

/// <summary>
/// Figures of what is found in recordings of two layers, from their definitions; dead units have strength here, and only live ones are compared.
/// </summary>
public sealed class DeepFoundFiguresTests
{
    private static readonly ContextTask Task = ContextTask.Create(2, ContextStructure.Same, objects: 2);
    private static readonly IdentificationData Data = IdentificationData.Of(Task);
    private static readonly int[] Epochs = [40, 120, 300];

    [Fact]
    public void GatesApartIsHalfTheDifferenceOfTheSharesOfLiveUnits()
    {
        DeepIdentificationResult found = Identify();
        for (int layer = 0; layer < 2; layer++)
        {
            double apart = 0;
            for (int i = 0; i < Epochs.Length; i++)
            {
                Dictionary<GateClass, double> seen = Live(found.Recorded[layer].Censuses[i]);
                Dictionary<GateClass, double> foreseen = Live(found.Layers[layer].Censuses[i]);
                apart += seen.Keys.Union(foreseen.Keys).Sum(key => Math.Abs(seen.GetValueOrDefault(key) - foreseen.GetValueOrDefault(key))) / 2;
            }

            Assert.Equal(apart / Epochs.Length, found.GatesApart(layer + 1), 1e-12);
            Assert.All(found.Recorded[layer].Censuses, census => Assert.InRange(census.ShareOf(GateClass.NeverOn), 0.1, 0.9));
        }
    }

    [Fact]
    public void CandidatesAreHeldAgainstTheRecordedLosses()
    {
        DeepIdentificationResult found = Identify();
        double[] losses = [.. found.Losses];
        Assert.Equal(Agreement.Between(losses, [.. found.Prediction.Loss]).Rms, found.Candidates[0].Rms, 1e-12);
        Assert.Equal(found.Prediction.Draws.Average(draw => Agreement.Between(losses, draw).Rms), found.Candidates[0].Apart, 1e-12);
        for (int linear = 0; linear < found.Candidates.Count; linear++)
        {
            LinearCandidate candidate = found.Candidates[linear];
            Assert.Equal(linear, candidate.LinearLayers);
            Assert.Equal(Agreement.Between(losses, [.. candidate.Loss]).Rms, candidate.Rms, 1e-12);
            Assert.True(candidate.Rms <= candidate.Apart + 1e-12, "A mean is no farther than what it is of.");
            Assert.Equal(found.Recorded.Select((layer, l) => l < linear ? Math.Max(1, (int)Math.Round(layer.Units * layer.AlwaysOn)) : layer.Units),
                candidate.Widths);
        }

        Assert.Equal(found.Candidates.Last(candidate => candidate.LinearLayers == 0 || candidate.Apart <= 2 * found.Candidates[0].Apart), found.Chosen);
    }

    /// <summary>What is on everywhere is counted at the recording nearest to where the loss first rests.</summary>
    [Fact]
    public void AlwaysOnIsCountedWhereTheLossRests()
    {
        DeepIdentificationResult found = Identify();
        int nearest = Enumerable.Range(0, Epochs.Length).MinBy(i => Math.Abs(Epochs[i] - found.FirstRest));
        for (int layer = 0; layer < 2; layer++)
        {
            GateCensus census = found.Recorded[layer].Censuses[nearest];
            Assert.Equal(census.Patterns.Where(row => !row.Pattern.Contains('0', StringComparison.Ordinal))
                .Sum(row => row.Units) / (double)found.Recorded[layer].Units, found.Recorded[layer].AlwaysOn, 1e-12);
            Assert.Equal(found.Recorded[layer].Units, census.Patterns.Sum(row => row.Units));
        }
    }

    /// <summary>A recording by censuses has the units and the gates that they have.</summary>
    [Fact]
    public void CensusesAreRecorded()
    {
        LayerDatapoints datapoints = LayerDatapoints.Of(Task.Count).OneHot("Item", 2, Task.Items, InputRole.Item)
            .OneHot("Context", 2, Task.Contexts, InputRole.Context);
        bool[,] gates = new bool[3, Task.Count];
        (gates[0, 0], gates[1, 1], gates[2, 1]) = (true, true, true);
        GateCensus census = GateCensus.Take(gates, [1, 2, 3], datapoints);
        DeepRecordings recordings = new(Data);

        recordings.Add(7, [census, census]);

        Assert.Equal([7], recordings.Epochs);
        Assert.Equal([3, 3], recordings.Widths);
        Assert.Equal(PathStrengthSource.Weights, recordings.StrengthSource);
        Assert.Equal(
            census.Patterns.Select(row => (row.Pattern, row.Units)).Order(),
            recordings.Census(0, 1, datapoints).Patterns.Select(row => (row.Pattern, row.Units)).Order());
    }

    private static Dictionary<GateClass, double> Live(GateCensus census)
    {
        GateClassShare[] live = [.. census.Classes.Where(share => share.Class is not (null or GateClass.NeverOn))];
        double total = live.Sum(share => share.Share);
        return live.ToDictionary(share => share.Class!.Value, share => share.Share / total);
    }

    private static DeepIdentificationResult Identify()
    {
        DeepRecordings recordings = new(Data);
        LayerDatapoints datapoints = LayerDatapoints.Of(Task.Count).OneHot("Item", 2, Task.Items, InputRole.Item)
            .OneHot("Context", 2, Task.Contexts, InputRole.Context);
        Random random = new(5);
        foreach (int epoch in Epochs)
        {
            recordings.Add(epoch, [.. new[] { 12, 15 }.Select(units =>
            {
                bool[,] gates = new bool[units, Task.Count];
                for (int unit = 0; unit < units; unit++)
                {
                    for (int n = 0; n < Task.Count; n++)
                    {
                        gates[unit, n] = (unit % 3) switch { 0 => true, 1 => false, _ => random.Next(2) == 0 || n == unit % 4 };
                    }
                }

                return GateCensus.Take(gates, [.. Enumerable.Range(0, units).Select(_ => 0.5 + random.NextDouble())], datapoints);
            })]);
        }

        double start = 0.5 * Task.Targets.Sum(target => target * target);
        return Identification.OfDeep(
            recordings, Data,
                new RecordedTraining([.. Enumerable.Range(0, 400).Select(epoch => start * (epoch < 100 ? 1 : Math.Exp((100 - epoch) / 60.0)))], 0.1, 0.01));
    }
}
