using System.Globalization;
using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Declaring;

/// <summary>Words of declarations that depend on what was found, and how long their lines are.</summary>
public sealed class DeclarationWordsTests
{
    private static readonly IdentificationData Data = IdentificationData.Of(6).OneHot("Item", 3, [0, 1, 2, 0, 1, 2]).OneHot("Context", 2, [0, 0, 0, 1, 1, 1]);

    /// <summary>Of two recordings the shares of the first and of the last; k by its rule, with its margin and the errors of every k.</summary>
    [Fact]
    public void SharesAreThoseOfTheFirstAndTheLastRecording()
    {
        string[] gates = [.. Enumerable.Range(0, 40).Select(unit => unit < 20 ? "111000" : "000111")];

        IdentificationResult found =
            WholeDeclarations.Found(
                Data, gates, [.. gates.Select((_, unit) => unit < 20 ? 1.0 : 3)], null, [.. gates.Select((_, unit) => unit < 20 ? 3.0 : 2)]);

        string[] lines = Lines(found.ToDeclaration("Network"));
        Assert.Contains("// Identified from 2 recordings of a ReLU network of 40 units: 80 gates, 0 of them never on (set aside).", lines);
        string text = string.Join(' ', lines.Select(line => line.TrimStart('/', ' ')));
        Assert.Contains(
            "k-means of the gates into k = 2, the smallest k whose clusters are plain: all entries of their centroids are near 0 or 1, as those of one gate with a few flipped bits are (margin 0.271).",
            text, StringComparison.Ordinal);
        Assert.Equal(0.5 - 0.12 - (3 * Math.Sqrt(0.12 * 0.88 / 80)), found.Elbow.Margin, 1e-12);
        Assert.Contains("//   k          1       2", lines);
        Assert.Contains("//   error 0.2500  0.0000", lines);
        Assert.Contains("Singles[1], Context 1: 58% (75%, 40%) of the strength, 50% of the units, found again 100%, rounded by 0.00.", text,
            StringComparison.Ordinal);
        Assert.Contains("Singles[0], Context 0: 43% (25%, 60%) of the strength, 50% of the units, found again 100%, rounded by 0.00.", text,
            StringComparison.Ordinal);
        Assert.Contains("/// <summary>On at one value of Context each.</summary>", lines);
        Assert.Contains("[Hidden(20), From(nameof(Item)), OnePer(nameof(Context))]", lines);
    }

    /// <summary>What errors are of, and how far losses are from those predicted.</summary>
    [Fact]
    public void LossesThatWereGivenAreWhatErrorsAreOf()
    {
        IdentificationData data = Data.WithTargets([1, 0, 0, 1, 0, 1], 1);
        LayerRecordings recordings = new(data);
        recordings.Add(new[,] { { true, true, true, true, true, true }, { true, true, true, false, false, false } }, [1, 1]);

        IdentificationResult found = Identification.Of(recordings, data, new() { Modules = 2, Repetitions = 1, Training = new([1.5, 1.4, 1.2], 1e-3, 0.01) });

        double rms = found.Candidates[1].LossRms;
        Assert.InRange(rms, 0.01, 1);
        string text = string.Join(' ', Lines(found.ToDeclaration("Network")).Select(line => line.TrimStart('/', ' ')));
        Assert.Contains("Error: the geometric mean of the rms between the network's losses and those predicted, and of the residual of the targets fitted by gated inputs.", text, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"; the losses predicted with them differ by rms {rms:0.0000} of the first loss."),
            text, StringComparison.Ordinal);
    }

    /// <summary>What the compiler would warn of is said once for all copies of a bank.</summary>
    [Fact]
    public void AWarningIsSwitchedOffOnceForABank()
    {
        string[] lines = WholeDeclarations.Found(Data, ["100100", "010010", "001001"], [1, 1, 1], 3).ToDeclaration("Network").Split('\n');

        int layer = Array.IndexOf(lines, "    public partial LayerBank ItemSingles { get; }");
        Assert.Equal(
            [
                "    /// <summary>On at one value of Item each.</summary>",
                "#pragma warning disable GDSL103 // units of the network have this gate, whether it helps or not",
                "    [Hidden(1), From(nameof(Item), nameof(Context)), OnePer(nameof(Item))]",
                "    public partial LayerBank ItemSingles { get; }",
                "#pragma warning restore GDSL103",
                "",
            ],
            lines[(layer - 3)..(layer + 3)]);
        Assert.Equal(3, lines.Count(line => line.StartsWith("    // The gate depends on Item alone.", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.Contains("GDSL108", StringComparison.Ordinal));
    }

    /// <summary>A forecast says from how many gates it is, at how many epochs, and of which network.</summary>
    [Fact]
    public void AForecastSaysFromWhatItIs()
    {
        IdentificationData data = IdentificationData.Of(3).Dense("X", 1, [0.5, 1, 2]).WithTargets([1, 0.5, 3], 1);

        ForecastResult foreseen = Identification.Forecast(data, 40, 0.1, 0.01, 30, new() { Draws = 3, ForecastEpochs = [0, 29], Repetitions = 1 });

        string[] lines = Lines(foreseen.ToDeclaration("Network"));
        string text = string.Join(' ', lines.Select(line => line.TrimStart('/', ' ')));
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture,
                $"Forecast for a ReLU network of 40 units before any training, from {foreseen.Rows} gates of representative units at 2 epochs ({foreseen.DeadRows} never on, set aside)."),
            text, StringComparison.Ordinal);
        Assert.InRange(foreseen.DeadRows, 1, foreseen.Rows - 1);
        Assert.Contains("/// <summary>The gated deep linear network that the ReLU network is forecast to become.</summary>", lines);
        Assert.DoesNotContain("estimated from activations", text, StringComparison.Ordinal);
    }

    /// <summary>Attributes stand in one bracket where that is a line of at most 120 characters, else each in its own.</summary>
    [Fact]
    public void AttributesAreWrappedWhereALineIsTooLong()
    {
        HashSet<int> seen = [];
        foreach ((int length, int units) in Enumerable.Range(12, 33).SelectMany(length => new[] { (length, 1), (length, 10) }))
        {
            string context = "Context" + new string('x', length - 7);
            IdentificationData data = IdentificationData.Of(4).OneHot("Item", 2, [0, 1, 0, 1]).OneHot(context, 2, [0, 0, 1, 1]);

            string[] lines = Lines(
                WholeDeclarations.Found(data, [.. Enumerable.Repeat("0001", units)], [.. Enumerable.Repeat(1.0, units)], 1).ToDeclaration("Network"));

            string[] attributes =
                [$"Hidden({units})", $"From(nameof(Item), nameof({context}))", "ActiveIn(nameof(Item), 1)", $"ActiveIn(nameof({context}), 1)"];
            string line = $"[{string.Join(", ", attributes)}]";
            int at = Array.IndexOf(lines, $"/// <summary>On at the single datapoint (Item 1, {context} 1).</summary>");
            Assert.Equal(line.Length <= 120 ? [line] : attributes.Select(attribute => $"[{attribute}]"),
                lines[(at + 1)..Array.IndexOf(lines, $"public partial Layer Item1{context}1 {{ get; }}")]);
            seen.Add(line.Length);
        }

        Assert.All(new[] { 120, 121 }, expected => Assert.Contains(expected, seen));
    }

    /// <summary>A rule of several terms stands in one line of at most 110 characters, else each of its terms in its own, behind what joins them.</summary>
    [Fact]
    public void RulesAreWrappedWhereALineIsTooLong()
    {
        HashSet<(int Length, string Separator)> seen = [];
        for (int length = 1; length < 25; length++)
        {
            string name = "I" + new string('x', length - 1);
            IdentificationData data = IdentificationData.Of(20).OneHot(name, 5, [.. Enumerable.Range(0, 20).Select(n => n % 5)])
                .OneHot("Context", 4, [.. Enumerable.Range(0, 20).Select(n => n / 5)]);
            Random random = new(length);
            for (int round = 0; round < 30; round++)
            {
                string body = GateWording.Of(IndexSpace.Of(data), [true, .. Enumerable.Range(1, 19).Select(_ => random.Next(3) > 0)]).RuleBody();

                // Terms are in brackets where they have several conditions.
                string line = body.Replace('\n', ' ');
                string separator = System.Text.RegularExpressions.Regex.Replace(line, @"\([^()]*(\([^()]*\)[^()]*)*\)", "")
                    .Contains("&&", StringComparison.Ordinal) ? "&& " : "|| ";
                string[] terms = body.Split('\n');
                Assert.True(terms.Length == 1 || line.Length > 110, body);
                Assert.All(terms.Skip(1), term => Assert.StartsWith(separator, term, StringComparison.Ordinal));
                if (line.Length > 110)
                {
                    Assert.True(terms.Length > 1 && terms.All(term => !term[3..].Contains(") " + separator, StringComparison.Ordinal)), body);
                }

                seen.Add((line.Length, separator));
            }
        }

        Assert.All(new[] { "&& ", "|| " }, separator => Assert.Contains(seen, rule => rule.Separator == separator && rule.Length > 110));
        Assert.All(new[] { 110, 111 }, expected => Assert.Contains(seen, rule => rule.Length == expected));
    }

    /// <summary>The lines of a long rule in the declaration: the first after the arrow, a semicolon after the last.</summary>
    [Fact]
    public void ARuleOfSeveralLinesIsWhole()
    {
        const string Name = "AnItemWithAVeryLongNameIndeedIndeed";
        IdentificationData data = IdentificationData.Of(12).OneHot(Name, 4, [.. Enumerable.Range(0, 12).Select(n => n % 4)])
            .OneHot("Context", 3, [.. Enumerable.Range(0, 12).Select(n => n / 4)]);

        string text = WholeDeclarations.Found(data, ["001111000000"], [1], 1).ToDeclaration("Network");

        string parameter = "a" + Name[1..];
        Assert.EndsWith(
            $$"""
                public partial Layer Outputs { get; }

                private static bool MixedIsOn(int {{parameter}}, int context) =>
                    ({{parameter}} >= 2 && context == 0)
                    || ({{parameter}} < 2 && context == 1);
            }

            """.ReplaceLineEndings("\n"),
            text, StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim())];
}
