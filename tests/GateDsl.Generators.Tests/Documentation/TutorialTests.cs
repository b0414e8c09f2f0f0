using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Documentation;

/// <summary>
/// The tutorial's programs print what its page shows. GATEDSL_UPDATE_GOLDEN writes the page's outputs and figures anew.
/// </summary>
public sealed partial class TutorialTests
{
    private const string Template = "src/GateDsl.Templates/content/gatedsl/";
    private static readonly bool UpdatesGolden = Environment.GetEnvironmentVariable("GATEDSL_UPDATE_GOLDEN") == "1";
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "tutorial.md");

    /// <summary>What the programs call in the place of the console: lines are kept, so that tests side by side do not mix.</summary>
    private const string Console = """
        internal static class Console
        {
            public static List<string> Lines { get; } = [];
            public static void WriteLine(object? line = null) => Lines.Add(line?.ToString() ?? "");
        }
        """;

    [Fact]
    public void ThePageShowsWhatItsProgramsPrint()
    {
        string text = File.ReadAllText(Page);
        string figure = Read("src/GateDsl.Templates/shared/LossFigure.cs");
        string[] first = Run("loss.svg", "tutorial-loss.svg", Read(Template + "Program.cs"), Read(Template + "ThreeContexts.cs"), figure);
        string[] second = Run("kitchen.svg", "tutorial-kitchen.svg", SnippetTests.Program(SnippetTests.Blocks(text), ""), figure);
        string[] printed = [.. first.SkipLast(1).SelectMany(Lines), .. second.SelectMany(Lines)];
        if (UpdatesGolden)
        {
            int next = 0;
            int[] lengths = [first.SkipLast(1).SelectMany(Lines).Count(), 1, 6, 2, 4, 7, 1];
            int block = 0;
            text = Outputs().Replace(text, _ =>
            {
                string shown = string.Join("\n", printed.Skip(next).Take(lengths[block]));
                next += lengths[block++];
                return $"```text\n{shown}\n```";
            });
            File.WriteAllText(Page, text);
        }

        string[] shown = [.. Outputs().Matches(text).SelectMany(match => Lines(match.Groups["text"].Value))];

        Assert.Equal(shown.Length, printed.Length);
        Assert.All(shown.Zip(printed), pair => AssertAlike(pair.First, pair.Second));
    }

    /// <summary>Words are equal; numbers, whose sums machines round differently, agree to two percent or to one unit of the last digit shown.</summary>
    private static void AssertAlike(string shown, string printed)
    {
        Assert.Equal(Number().Replace(shown, "#"), Number().Replace(printed, "#"));
        foreach ((Match expected, Match actual) in Number().Matches(shown).Zip(Number().Matches(printed)))
        {
            double value = double.Parse(expected.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            double other = double.Parse(actual.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            int point = expected.Value.IndexOf('.', StringComparison.Ordinal);
            double unit = point < 0 ? 1 : Math.Pow(10, point + 1 - expected.Value.Length);
            Assert.InRange(other, value - Math.Max(0.02 * value, 1.001 * unit), value + Math.Max(0.02 * value, 1.001 * unit));
        }
    }

    /// <summary>The lines that a program prints; the figure that it writes goes to a temporary file, or to the page's figures when they are renewed.</summary>
    private static string[] Run(string written, string figure, params string[] sources)
    {
        string target = UpdatesGolden ? Path.Combine(Repository.Root, "docs", "figures", figure) : Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        sources = [.. sources.Select(
            source => "using System.IO;\n" + source.Replace($"\n    \"{written}\"", $"\n    @\"{target}\"", StringComparison.Ordinal)), Console];
        CSharpCompilation compilation = InMemory.Compile(sources);
        compilation = InMemory.Generate(compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication))).Compilation;
        using MemoryStream image = new();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assembly program = Assembly.Load(image.ToArray());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            program.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.StartsWith("<svg", File.ReadAllText(target), StringComparison.Ordinal);
        if (!UpdatesGolden)
        {
            File.Delete(target);
        }

        return [.. (List<string>)program.GetType("Console", throwOnError: true)!.GetProperty("Lines")!.GetValue(null)!];
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    private static string[] Lines(string text) => text.TrimEnd('\n').Split('\n');

    [GeneratedRegex(@"^```text\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Outputs();

    [GeneratedRegex(@"\d[\d,]*(\.\d+)?")]
    private static partial Regex Number();
}
