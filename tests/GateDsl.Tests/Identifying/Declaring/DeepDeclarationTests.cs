using System.Globalization;

namespace GateDsl.Tests.Identifying.Declaring;

/// <summary>Declarations of several layers, line by line, with the figures of what they declare.</summary>
public sealed class DeepDeclarationTests
{
    private static readonly IdentificationData Data = IdentificationData.Of(4)
        .OneHot("Item", 2, [0, 1, 0, 1]).Dense("X", "Which", 1, [0.5, 0.5, -1, -1]).WithTargets([1, 0, 0, 1, 1, 1, 0, 0], 2);

    private static readonly (GateClass Class, string Words)[] Classes =
    [
        (GateClass.AlwaysOn, "always on"), (GateClass.ContextOnly, "context alone"), (GateClass.ItemOnly, "item alone"),
        (GateClass.SingleDatapoint, "one datapoint"),
        (GateClass.NestedMixed, "nested"), (GateClass.NotImplementable, "beyond a first layer"), (GateClass.NeverOn, "dead"),
    ];

    /// <summary>Of eight epochs six are shown, evenly up to the last; of two both.</summary>
    [Theory]
    [InlineData(new[] { 0, 1, 2, 3, 4, 5, 6, 7 }, new[] { 0, 1, 3, 4, 5, 7 })]
    [InlineData(new[] { 3, 9 }, new[] { 3, 9 })]
    public void AForecastSaysWhatItForesees(int[] read, int[] shown)
    {
        DeepForecastResult foreseen = Identification.ForecastDeep(Data, [5, 7], 0.1, 0.01, 10, new() { Draws = 2, ForecastEpochs = read });
        foreseen = foreseen with { Chosen = foreseen.Candidates[1] };

        string[] lines = foreseen.ToDeclaration("Network").Split('\n');

        List<string> expected =
        [
            "using GateDsl;",
            "",
            "// Forecast for a ReLU network with hidden layers of 5, 7 units before any training, from 2 representative networks.",
            "// Which layers a linear one can stand for: those that are on everywhere where the loss first rests. Distance of the mean losses;",
            "//   mean distance of one such network from one ReLU network, raw and after aligning when the loss falls; all in parts of the",
            "//   first loss. In the first row that of two ReLU networks from each other.",
            .. Candidates(foreseen),
            "// Declared is the one with the most linear layers that is no farther than 2 times what two ReLU networks are. Gates, by share of",
            "//   path strength |w_in| |w_out|:",
        ];
        for (int layer = 0; layer < 2; layer++)
        {
            expected.Add($"//   Hidden{layer + 1} at epoch".PadRight(33) + string.Concat(shown.Select(epoch => Invariant($"{epoch,8}"))));
            int[] places = [.. shown.Select(epoch => Array.IndexOf(read, epoch))];
            expected.AddRange(Classes.Where(row => places.Any(place => foreseen.Layers[layer].Censuses[place].ShareOf(row.Class) > 0)).Select(row =>
                $"//     {row.Words}".PadRight(33) + string.Concat(
                    places.Select(place => Invariant($"{foreseen.Layers[layer].Censuses[place].ShareOf(row.Class),8:0.000}")))));
        }

        expected.AddRange(Members(foreseen, foreseen.Layers[0].AlwaysOn));
        Assert.Equal(expected, lines);
    }

    /// <summary>Of one recording, and of several: each share beside the one that was foreseen; the candidate that is declared is marked.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void ARecordingSaysWhatItIsBeside(int epochs)
    {
        DeepRecordings recordings = new(Data);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            recordings.Add(epoch, [[1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 0, 1], [1, 1, 1, 1, 0, 1, 1, 0]]);
        }

        DeepIdentificationResult found = Identification.OfDeep(recordings, Data, new([2, 1.9, 1.8, 1.7], 0.1, 0.01), new() { Draws = 3 });
        found = found with { Chosen = found.Candidates[1] };

        string[] lines = found.ToDeclaration("Network").Split('\n');

        string all = string.Join(
            ' ', lines.TakeWhile(line => !line.Contains("linear layers  widths", StringComparison.Ordinal)).Select(line => line.TrimStart('/', ' ')));
        Assert.Contains($"Found in a ReLU network with hidden layers of 3, 2 units, recorded at {(epochs == 1 ? "1 epoch" : "3 epochs")}, beside 3 representative networks that saw none of its training.", all, StringComparison.Ordinal);
        Assert.Contains("Distance of the mean loss of such networks from the recorded losses; mean distance of one of them, raw and after aligning when the loss falls; all in parts of the first loss. In the first row those of the ReLU network, foreseen.", all, StringComparison.Ordinal);
        Assert.Equal(Candidates(found), lines.SkipWhile(line => !line.Contains("linear layers  widths", StringComparison.Ordinal)).Take(4));
        Assert.Contains(
            "Declared is the one with the most linear layers of which one is no farther than 2 times what another ReLU network is. Gates, by share of path strength |w_in| |w_out|, recorded and below that foreseen:",
            string.Join(' ', lines.Select(line => line.TrimStart('/', ' '))), StringComparison.Ordinal);
        Assert.Equal(Members(found, 1 / 3.0), lines[^Members(found, 1 / 3.0).Length..]);
    }

    /// <summary>A candidate that diverges has no distance; it is not declared.</summary>
    [Fact]
    public void ACandidateThatDivergesIsSaidTo()
    {
        DeepForecastResult foreseen = Identification.ForecastDeep(Data, [5, 7], 0.1, 0.01, 10, new() { Draws = 2 });
        LinearCandidate diverged = new(2, [1, 1], double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, []);
        foreseen = foreseen with { Candidates = [.. foreseen.Candidates.Take(2), diverged] };

        Assert.Contains("//               2  1-1             diverged  diverged  diverged", foreseen.ToDeclaration("Network").Split('\n'));
    }

    private static IEnumerable<string> Candidates(DeepForecastResult result) => result.Candidates
        .Select(candidate =>
            Invariant($"//   {candidate.LinearLayers,13}  {string.Join('-', candidate.Widths),-14}  {candidate.Rms,-7:0.0000}  {candidate.Apart,-7:0.0000}  {candidate.AlignedApart,-7:0.0000}")
            + (candidate == result.Chosen ? "  declared here" : "")).Select(line => line.TrimEnd())
        .Prepend("//   linear layers  widths          means    single   aligned");

    private static string[] Members(DeepForecastResult result, double alwaysOn) =>
    [
        "/// <summary>The network that stands for the ReLU network: linear below, self-gated above.</summary>",
        "[GatedNetwork(Precision = Precision.Double)]",
        $"[ReluTwin({result.Layers[0].Units}, {result.Layers[1].Units})]",
        "public sealed partial class Network",
        "{",
        "    /// <summary>One of 2.</summary>",
        "    [OneHotInput(2)]",
        "    public partial Layer Item { get; }",
        "",
        "    /// <summary>A vector.</summary>",
        "    [Input(1)]",
        "    public partial Layer X { get; }",
        "",
        Invariant($"    /// <summary>Linear and always on: of the {result.Layers[0].Units} ReLU units {alwaysOn:0%} are on everywhere at epoch {result.FirstRest}.</summary>"),
        $"    [Hidden({result.Candidates[1].Widths[0]}), From(nameof(Item), nameof(X))]",
        "    public partial Layer Hidden1 { get; }",
        "",
        "    /// <summary>Each unit is on where its own pre-activation is positive.</summary>",
        $"    [Hidden({result.Layers[1].Units}), From(nameof(Hidden1)), SelfGated]",
        "    public partial Layer Hidden2 { get; }",
        "",
        "    /// <summary>What the network is trained to give.</summary>",
        "    [Output(2), From(nameof(Hidden2))]",
        "    public partial Layer Outputs { get; }",
        "}",
        "",
    ];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
