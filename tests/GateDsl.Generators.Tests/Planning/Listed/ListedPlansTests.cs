using System.Text;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Planning.Listed;

/// <summary>
/// Plans of declarations that have every feature, written out beside this file, so that a review sees what changes: work that is counted, widths, gates,
/// formulas and the order of calls. That the numbers are right is held by others: generated code follows an interpreter, work is counted by hand.
/// <c>GATEDSL_UPDATE_GOLDEN=1 dotnet test tests/GateDsl.Generators.Tests --filter ListedPlans</c> writes it anew.
/// </summary>
public class ListedPlansTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/GateDsl.Generators.Tests/Planning/Listed");

    [Fact]
    public void PlansAreThoseBesideThisFile()
    {
        StringBuilder text = new();
        foreach (string[] declaration in Declarations())
        {
            text.Append(declaration[0]).Append('\n').Append(PlanListing.Of(Plan(declaration[1])));
        }

        string file = Path.Combine(Folder, "plans.txt");
        if (Environment.GetEnvironmentVariable("GATEDSL_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(file, text.ToString());
        }

        string[] expected = File.ReadAllText(file).ReplaceLineEndings("\n").Split('\n'), found = text.ToString().Split('\n');
        int first = Enumerable.Range(0, Math.Min(expected.Length, found.Length)).Where(line => expected[line] != found[line]).Append(-1).First();
        Assert.True(first < 0 && expected.Length == found.Length, first < 0
            ? $"There are {found.Length} lines, not {expected.Length}."
                : $"Line {first + 1} is\n{found[first]}\nnot\n{expected[first]}\nIf that is meant, run this test with GATEDSL_UPDATE_GOLDEN=1.");
    }

    // By title: the members of the class, up to an empty line.
    private static IEnumerable<string[]> Declarations() => File.ReadAllText(Path.Combine(Folder, "declarations.txt")).ReplaceLineEndings("\n")
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block => block.Split('\n', 2));

    private static CompilationPlan Plan(string members)
    {
        (string attributes, members) = members.StartsWith('[') && members.Contains("\n{\n", StringComparison.Ordinal)
            ? (members[..members.IndexOf("\n{\n", StringComparison.Ordinal)], members[(members.IndexOf("\n{\n", StringComparison.Ordinal) + 3)..])
                : ("[GatedNetwork]", members);
        CSharpCompilation declared = InMemory.Compile($"{attributes} public partial class Net {{ {members} }}");
        NetworkModel model = NetworkParser.Parse(InMemory.FindClass(declared), declared, default).Model ?? throw new InvalidOperationException(members);
        return CompilationPlan.Of(model, []);
    }
}
