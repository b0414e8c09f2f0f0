using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Checking;

/// <summary>What the page about gates shows of check is what check prints, for the five tables that the page draws.</summary>
public sealed class DocumentedOutputTests
{
    private const int Size = 3;

    // Rows are items, columns contexts, as on the page.
    private static readonly string[] Drawn = ["#.# #.# #.#", "... .#. ...", "### ... ###", "... #.. ##.", ".#. #.# .#."];

    [Fact]
    public void ThePageShowsWhatIsPrinted()
    {
        using CsvFiles files = new();
        files.Write("X.csv", [.. Enumerable.Range(0, 2 * Size).Select(row => Enumerable.Range(0, Size * Size)
            .Select(n => (row < Size ? n / Size == row : n % Size == row - Size) ? 1.0 : 0).ToArray())]);
        files.Write("G.csv", string.Concat(Drawn.Select(gate => string.Join(',', gate.Where(c => c != ' ').Select(c => c == '#')) + "\n")));

        ToolRun run = ToolRun.Of("check", "--inputs", files.Named("X.csv"), "--gates", files.Named("G.csv"), "--out", files.Named("report.csv"));

        Assert.Equal("", run.Error);
        Assert.Contains(
            $"\n```\n{run.Output.Replace(files.Named("report.csv"), "report.csv", StringComparison.Ordinal).ReplaceLineEndings("\n")}```\n",
            File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "what-a-relu-can-gate.md")).ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }
}
