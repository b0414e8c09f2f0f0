using System.Collections.Immutable;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>
/// Half-typed and broken declarations: tokens are dropped, doubled, swapped and replaced at random. The generator never throws, and where it
/// emits a network the compiler finds no error in what was emitted that it does not find in the source.
/// </summary>
public class MutationTests
{
    private const int Mutants = 120;

    private static readonly string[] Insertions =
        ["nameof(Item)", "nameof(", ")", "]", "[", "{", "}", "0", "-1", "2147483647", "\"\"", "null", "partial", "static", "Layer", "LayerBank",
            "Selector", ",",
        "When = nameof(Late)", "OnePer", "OnePerSubset", "SelfGated", "From", "ActiveIn", "int", "<T>", "record", "get;", "=>", "default",
            "\"Item\"", "1_000_001"];

    [Fact]
    public void TheGeneratorNeverThrowsAndNeverBreaksABuild()
    {
        Random random = new(20260730);
        string[] declarations = [Declarations.ThreeContexts, Declarations.Routes];
        int accepted = 0;
        for (int i = 0; i < Mutants; i++)
        {
            string mutant = Mutate(declarations[i % declarations.Length], random);
            CSharpCompilation declared = InMemory.Compile(mutant);
            CSharpCompilation generated;
            try
            {
                generated = Compiled.Generate(declared);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException("The generator failed on\n" + mutant, exception);
            }

            // Errors of the source itself excuse errors in the generated part, which repeats parts of it; only what is clean must stay clean.
            if (generated.SyntaxTrees.Length > declared.SyntaxTrees.Length && !declared.GetDiagnostics().Any(IsSourceError))
            {
                accepted++;
                ImmutableArray<Diagnostic> errors = [.. generated.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error)];
                Assert.True(errors.IsEmpty, $"{string.Join("\n", errors.Take(5))}\nin\n{mutant}");
            }
        }

        Assert.InRange(accepted, Mutants / 50, Mutants);
    }

    /// <summary>Missing bodies of partial members are what the generator is there for.</summary>
    private static bool IsSourceError(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id is not ("CS9248" or "CS1729" or "CS0117");

    private static string Mutate(string source, Random random)
    {
        List<string> tokens = [.. CSharpSyntaxTree.ParseText(source, InMemory.ParseOptions).GetRoot().DescendantTokens().Select(token => token.ToFullString())];
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            int at = random.Next(tokens.Count);
            switch (random.Next(5))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, tokens[at]);
                    break;
                case 2:
                    int other = random.Next(tokens.Count);
                    (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                    break;
                case 3:
                    tokens[at] = " " + Insertions[random.Next(Insertions.Length)] + " ";
                    break;
                default:
                    tokens.RemoveRange(at, Math.Min(tokens.Count - at, random.Next(1, 12)));
                    break;
            }
        }

        return string.Concat(tokens);
    }
}
