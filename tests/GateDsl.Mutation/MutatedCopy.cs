using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GateDsl.Mutation;

/// <summary>A copy of the repository whose rooms hold all their mutants, built.</summary>
internal sealed partial class MutatedCopy
{
    private const string SwitchSource = """
        namespace GateDsl.Mutation
        {
            internal static class Switch
            {
                private static readonly int On = int.TryParse(System.Environment.GetEnvironmentVariable("GATEDSL_MUTANT"), out int id) ? id : -1;
                public static bool Is(int id) => id == On;
            }
        }
        """;

    private const int MostRounds = 12;

    private readonly string _root;
    private readonly Dictionary<string, string> _originals;
    private readonly Dictionary<string, HashSet<int>> _dropped;

    private MutatedCopy(string root, IEnumerable<string> files)
    {
        _root = root;
        _originals = files.ToDictionary(file => file, file => File.ReadAllText(Path.Combine(root, file)));
        _dropped = _originals.Keys.ToDictionary(file => file, _ => new HashSet<int>());
    }

    public string Root => _root;

    public IReadOnlyList<Mutant> Mutants { get; private set; } = [];

    /// <summary>Copies what git knows, and mutates the rooms until they compile.</summary>
    public static MutatedCopy Make(string repository, string folder, string[] rooms, string project)
    {
        Directory.CreateDirectory(folder);
        Run(folder, "sh", ["-c", $"git -C '{repository}' archive HEAD | tar x"]);
        string[] files = [.. rooms.SelectMany(room => Directory.GetFiles(Path.Combine(folder, room), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];

        // Theory is compiled into the compiler and the runtime.
        File.WriteAllText(Path.Combine(folder, "generators/GateDsl.Theory/Switch.cs"), SwitchSource);
        MutatedCopy copy = new(folder, files);
        copy.Build(project);
        return copy;
    }

    private void Build(string project)
    {
        for (int round = 0; round < MostRounds; round++)
        {
            Write();
            (int code, string output) = Run(_root, "dotnet", ["build", project, "-c", "Release", "-v", "q", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false"]);
            if (code == 0)
            {
                return;
            }

            if (!Drop(output))
            {
                throw new InvalidOperationException("The copy does not build:\n" + output);
            }
        }

        throw new InvalidOperationException($"The copy does not build after {MostRounds} rounds.");
    }

    private void Write()
    {
        List<Mutant> all = [];
        foreach ((string file, string text) in _originals)
        {
            MutantRewriter rewriter = new(file, all.Count, _dropped[file]);
            File.WriteAllText(Path.Combine(_root, file), rewriter.Visit(CSharpSyntaxTree.ParseText(text).GetRoot()).ToFullString());
            all.AddRange(rewriter.Mutants);
        }

        Mutants = all;
    }

    /// <summary>
    /// Lines with errors keep their text; where they have no mutant, one elsewhere in the member is to blame, which left something unassigned, and all of it
    /// does. False: there is no such error in the rooms.
    /// </summary>
    private bool Drop(string output)
    {
        bool isAny = false;
        foreach ((string path, int line) in ErrorLine().Matches(output).Select(error =>
            (error.Groups["file"].Value, int.Parse(error.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture))).Distinct())
        {
            string file = Path.GetRelativePath(_root, path);
            if (!_dropped.TryGetValue(file, out HashSet<int>? lines))
            {
                continue;
            }

            int before = lines.Count;
            lines.UnionWith(Mutants.Any(mutant => mutant.File == file && mutant.Line == line) ? [line] : MemberAround(file, line));
            isAny |= lines.Count > before;
        }

        return isAny;
    }

    private IEnumerable<int> MemberAround(string file, int line)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(_originals[file]);
        MemberDeclarationSyntax? member = tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()
            .LastOrDefault(candidate => candidate is not BaseTypeDeclarationSyntax && Lines(candidate).Contains(line));
        return member is null ? [line] : Lines(member);

        static IEnumerable<int> Lines(SyntaxNode node)
        {
            FileLinePositionSpan span = node.GetLocation().GetLineSpan();
            return Enumerable.Range(span.StartLinePosition.Line + 1, span.EndLinePosition.Line - span.StartLinePosition.Line + 1);
        }
    }

    /// <summary>Runs a program to its end and returns its exit code and all that it says.</summary>
    public static (int Code, string Output) Run(string folder, string program, string[] arguments, int? mutant = null, TimeSpan? most = null)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        if (mutant is { } id)
        {
            start.Environment["GATEDSL_MUTANT"] = $"{id}";
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (most is { } limit && !process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            return (-1, "took too long");
        }

        process.WaitForExit();
        return (process.ExitCode, output.Result + errors.Result);
    }

    [GeneratedRegex(@"^\s*(?<file>/[^(\n]+\.cs)\((?<line>\d+),\d+\): error", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
