using System.Text.Json;
using System.Text.RegularExpressions;
using GateDsl.Tool.Tests.Arrays;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Checking;

/// <summary>What check says to someone who has read its help and nothing else: counts, classes, how proofs are read, what may not be meant.</summary>
public sealed class CheckTextTests
{
    private static readonly double[][] Square = [[1, 0, 1, 0], [0, 1, 0, 1], [1, 1, 0, 0], [0, 0, 1, 1]];

    private static readonly double[][] Signs = [[1, 1, -1, -1], [1, -1, 1, -1]];

    [Theory]
    [InlineData("1100", "A ReLU unit could have it.")]
    [InlineData("1001", "A ReLU unit could not have it.")]
    [InlineData("1100 1000", "A ReLU unit could have all of them.")]
    [InlineData("1001 0110", "A ReLU unit could have none of them.")]
    [InlineData("1001 1100 0110", "A ReLU unit could have 1 of them, and not 2.")]
    public void HowManyThereAreIsASentence(string gates, string sentence)
    {
        using TestFolder folder = new();

        ToolRun run = Check(folder, Square, Gates(gates));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"\n{sentence}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryClassThatOccursIsExplainedOnceAndNoOther()
    {
        using TestFolder folder = new();

        string said = Check(folder, Square, Gates("1100 1000 0100 1001 1110")).Output;

        Assert.Contains("Lemma 4.1 of the paper Make Haste Slowly", said, StringComparison.Ordinal);
        Assert.Contains("  ContextOnly: depends on Context alone, the last one-hot input: one of the two families that the lemma lists.\n", said,
            StringComparison.Ordinal);
        Assert.Contains("  SingleDatapoint: on for one input only: one of the two families that the lemma lists.\n", said, StringComparison.Ordinal);
        Assert.Contains("  NotImplementable: no ReLU unit can have it", said, StringComparison.Ordinal);
        Assert.Contains("  NestedMixed: depends on Item and Context, and is nested: of any two values of Item, one is on at every Context where the other is.",
            said, StringComparison.Ordinal);
        Assert.Equal(4, said.Split('\n').Count(line => line.StartsWith("  ", StringComparison.Ordinal) && line.Contains(": ", StringComparison.Ordinal)));
    }

    /// <summary>The lemma is about one-hot inputs: over others no text counts a gate to its families.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OverDenseInputsNothingIsAFamilyOfTheLemma(bool hasBias)
    {
        using TestFolder folder = new();
        double[][] inputs = [.. Square, [0.5, 0.25, -3, 2]];
        string[] bias = hasBias ? ["--bias"] : [];
        double[][] gates = Gates("1100 1000 1010 1110");

        string text = Check(folder, inputs, gates, bias).Output;
        ToolRun json = Check(folder, inputs, gates, ["--json", .. bias]);

        Assert.DoesNotContain("families", text, StringComparison.Ordinal);
        using JsonDocument answer = JsonDocument.Parse(json.Output);
        JsonElement[] rows = [.. answer.RootElement.GetProperty("gates").EnumerateArray()];
        Assert.Equal(["ContextOnly", "SingleDatapoint", "ItemOnly", "NestedMixed"], rows.Select(row => row.GetProperty("class").GetString()));
        Assert.All(rows, row => Assert.DoesNotContain("families", row.GetProperty("explanation").GetString(), StringComparison.Ordinal));
        Assert.Contains("but is about one-hot items and contexts", rows[1].GetProperty("explanation").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ProofsAreReadAsTheUnitsAre()
    {
        using TestFolder folder = new();
        double[][] gates = Gates("1001 1000");

        string without = Check(folder, Signs, gates).Output;
        string with = Check(folder, Signs, gates, "--bias").Output;

        Assert.Contains("witness: a weight w for each feature; w·x > 0 exactly", without, StringComparison.Ordinal);
        Assert.Contains("... = 0: the inputs on the left, where it is on, add up to zero", without, StringComparison.Ordinal);
        Assert.Contains("witness: a weight w for each feature, the bias b last; w·x + b > 0 exactly", with, StringComparison.Ordinal);
        Assert.Contains("as many on the left as on the right, so the sums of w·x + b are the same", with, StringComparison.Ordinal);
        Assert.DoesNotContain("= 0: ", with, StringComparison.Ordinal);
    }

    [Fact]
    public void AProofThatThereIsNotIsNotExplained()
    {
        using TestFolder folder = new();

        Assert.DoesNotContain("certificate:", Check(folder, Square, Gates("1100")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("witness:", Check(folder, Square, Gates("1001")).Output, StringComparison.Ordinal);
        Assert.Contains("certificate: ... = 0:", Check(folder, Signs, Gates("1001")).Output, StringComparison.Ordinal);
    }

    /// <summary>Exact proofs of real numbers are long: the table fits a terminal, the report has them whole.</summary>
    [Fact]
    public void LongProofsAreCutInTheTableOnly()
    {
        using TestFolder folder = new();
        Random random = new(3);
        double[][] inputs = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 8).Select(_ => random.NextDouble() - 0.5).ToArray())];
        double[][] gates = [.. Enumerable.Range(0, 12).Select(_ => Enumerable.Range(0, 8).Select(_ => (double)random.Next(2)).ToArray())];
        string report = Path.Combine(folder.Path, "report.csv");

        string said = Check(folder, inputs, gates, "--out", report).Output;

        string[] rows = said.Split('\n')[1..14];
        Assert.All(rows, row => Assert.InRange(row.Length, 1, 120));
        Assert.Contains(rows, row => Regex.IsMatch(row, @" \d{5}… x\d \+ \d{5}… x\d"));
        Assert.Contains($"…: digits or terms are left out; {report} has them whole", said, StringComparison.Ordinal);
        string written = File.ReadAllText(report);
        Assert.DoesNotContain('…', written);
        Assert.Contains(written.Split('\n'), line => line.Length > 120);
    }

    /// <summary>Item i in context i and in the one after it, on in the first: going round, twelve inputs add up to twelve others.</summary>
    [Fact]
    public void ManyTermsAreCutAsLongNumbersAre()
    {
        using TestFolder folder = new();
        const int Round = 12;
        double[][] inputs =
        [
            .. Enumerable.Range(0, Round).Select(item => Enumerable.Range(0, 2 * Round).Select(n => n / 2 == item ? 1.0 : 0).ToArray()),
            .. Enumerable.Range(0, Round)
                .Select(context => Enumerable.Range(0, 2 * Round).Select(n => ((n / 2) + (n % 2)) % Round == context ? 1.0 : 0).ToArray()),
        ];

        string said = Check(folder, inputs,
            Gates($"{string.Concat(Enumerable.Repeat("10", Round))} {string.Concat(Enumerable.Repeat("110000", Round / 3))}")).Output;

        string[] rows = said.Split('\n')[1..4];
        Assert.All(rows, row => Assert.InRange(row.Length, 1, 120));
        Assert.EndsWith(" + …", rows[1], StringComparison.Ordinal);
        Assert.EndsWith("…", rows[2], StringComparison.Ordinal);
        Assert.Contains("…: digits or terms are left out; the file of --out has them whole", said, StringComparison.Ordinal);
    }

    /// <summary>w0 > 0, and 1e-30 w1 > w0: no integers up to 2^53 will do.</summary>
    [Fact]
    public void WeightsThatDoublesAreNotAreSaidToBeExact()
    {
        using TestFolder folder = new();

        string said = Check(folder, [[1, -1], [0, 1e-30]], Gates("11")).Output;

        Assert.Contains("\nA ReLU unit could have it.\n", said, StringComparison.Ordinal);
        Assert.Contains("weights are exact: rounded to float64 they may not give the gate any more.", said, StringComparison.Ordinal);
    }

    [Fact]
    public void ShortProofsAreNotCut()
    {
        using TestFolder folder = new();

        string said = Check(folder, Square, Gates("1001 1100")).Output;

        Assert.DoesNotContain('…', said);
        Assert.DoesNotContain("float64", said, StringComparison.Ordinal);
    }

    /// <summary>Nonzero is on, as the contract has it; of recorded pre-activations that is mostly not what was meant.</summary>
    [Theory]
    [InlineData("<f8")]
    [InlineData("<i4")]
    public void NumbersBelowZeroAreOnAndWarnedOf(string type)
    {
        using TestFolder folder = new();
        double[][] gates = [[2, -1, 0, -3], [1, 0, -1, 0]];

        ToolRun text = Check(folder, Square, gates, type);
        ToolRun json = Check(folder, Square, gates, type, "--json");

        Assert.Equal(0, text.ExitCode);
        Assert.StartsWith($"Warning: {Path.Combine(folder.Path, "G.npy")}: 3 of 8 values are below 0 and count as on", text.Error, StringComparison.Ordinal);
        Assert.Contains("above 0 (G > 0)", text.Error, StringComparison.Ordinal);
        Assert.Single(text.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal(text.Error, json.Error);
        using JsonDocument answer = JsonDocument.Parse(json.Output);
        Assert.Equal(text.Error, $"Warning: {Assert.Single(answer.RootElement.GetProperty("warnings").EnumerateArray()).GetString()}\n");
        Assert.Equal("NestedMixed", answer.RootElement.GetProperty("gates")[0].GetProperty("class").GetString());
    }

    [Fact]
    public void NothingBelowZeroIsNothingToWarnOf()
    {
        using TestFolder folder = new();

        ToolRun run = Check(folder, Square, [[2.5, -0.0, 0, 1]], "<f8", "--json");

        Assert.Equal("", run.Error);
        using JsonDocument answer = JsonDocument.Parse(run.Output);
        Assert.Equal(0, answer.RootElement.GetProperty("warnings").GetArrayLength());
    }

    private static double[][] Gates(string bits) => [.. bits.Split(' ').Select(gate => gate.Select(bit => bit - (double)'0').ToArray())];

    private static ToolRun Check(TestFolder folder, double[][] inputs, double[][] gates, params string[] more)
    {
        string type = more is [['<', ..], ..] ? more[0] : "|b1";
        return ToolRun.Of(
        [
            "check", "--inputs", NpyBytes.Write(folder.Path, "X.npy", [.. inputs.SelectMany(row => row)], [inputs.Length, inputs[0].Length], "<f8"),
            "--gates", NpyBytes.Write(folder.Path, "G.npy", [.. gates.SelectMany(row => row)], [gates.Length, gates[0].Length], type),
            .. more.Where(word => word != type),
        ]);
    }
}
