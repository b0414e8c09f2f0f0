using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace GateDsl.Mutation.Mutating;

/// <summary>An assembly in which the rooms hold all their mutants that compile.</summary>
internal static partial class MutatedAssembly
{
    private const int MostRounds = 40;

    /// <summary>Mutates and compiles until there is no error left: a mutant that does not compile is refused.</summary>
    /// <exception cref="InvalidOperationException">An error that no mutant is to blame for.</exception>
    public static byte[] Make(Project project, MutantNumbers numbers)
    {
        Dictionary<string, string> rooms = project.Files.ToDictionary(file => file, file => Path.GetRelativePath(project.Root, file))
            .Where(file => Room.Of(file.Value) is not null).ToDictionary();
        Dictionary<string, SyntaxTree> trees = [], originals = rooms.Keys.ToDictionary(file => file, project.Parse);
        CSharpCompilation original = project.Compile(originals);
        ICollection<string> stale = rooms.Keys;
        for (int round = 0; round < MostRounds; round++)
        {
            foreach (string file in stale)
            {
                SyntaxNode mutated = new MutantRewriter(rooms[file], project.Assembly, original.GetSemanticModel(originals[file]), numbers)
                    .Visit(originals[file].GetRoot());
                trees[file] = project.Parse(file, mutated.ToFullString());
            }

            using MemoryStream image = new();
            EmitResult result = project.Compile(trees).Emit(image, manifestResources: project.Resources);
            if (result.Success)
            {
                return image.ToArray();
            }

            Diagnostic[] errors = [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
            stale = [.. errors.Where(error => error.Location.SourceTree is { } tree && trees.ContainsKey(tree.FilePath)
                && Blamed(error).ToArray() is { Length: > 0 } blamed && blamed.Count(id => numbers.Refuse(id, project.Assembly)) > 0)
                .Select(error => error.Location.SourceTree!.FilePath).Distinct()];
            if (stale.Count == 0)
            {
                throw new InvalidOperationException($"{project.Assembly} does not compile:\n{string.Join('\n', errors.Take(10))}");
            }
        }

        throw new InvalidOperationException($"{project.Assembly} does not compile after {MostRounds} rounds.");
    }

    /// <summary>
    /// The innermost mutant around the error; for what is unassigned, the removed statements of the member that would assign it; else all mutants
    /// of the statement.
    /// </summary>
    private static IEnumerable<int> Blamed(Diagnostic error)
    {
        SyntaxNode at = error.Location.SourceTree!.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        SyntaxNode member = at.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First();
        if (error.Id is "CS0165" or "CS0177" or "CS0171" or "CS0170" or "CS0269" or "CS8079")
        {
            string name = Quoted().Match(error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)).Groups["name"].Value;
            int[] removing = [.. member.DescendantNodes().OfType<IfStatementSyntax>().Where(statement => statement.Statement.DescendantTokens()
                .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)).Select(Id).OfType<int>()];
            return removing.Length > 0 ? removing : All(member);
        }

        // A loop that seems to end.
        if (error.Id == "CS0161" && member.DescendantNodes().OfType<ConditionalExpressionSyntax>()
            .Where(choice => choice.WhenFalse.IsKind(SyntaxKind.TrueLiteralExpression)).Select(Id).OfType<int>().ToArray() is { Length: > 0 } endless)
        {
            return endless;
        }

        int? innermost = at.AncestorsAndSelf().Select(Id).FirstOrDefault(id => id is not null);
        return innermost is { } one ? [one] : at.AncestorsAndSelf().Select(All).FirstOrDefault(all => all.Length > 0) ?? [];
    }

    private static int[] All(SyntaxNode node) => [.. node.DescendantNodesAndSelf().Select(Id).OfType<int>()];

    private static int? Id(SyntaxNode node)
    {
        ExpressionSyntax? condition = node switch
        {
            ConditionalExpressionSyntax choice => choice.Condition,
            IfStatementSyntax statement => statement.Condition is PrefixUnaryExpressionSyntax not ? not.Operand : statement.Condition,
            BinaryExpressionSyntax logical => logical.Left is PrefixUnaryExpressionSyntax not ? not.Operand : logical.Left,
            _ => null,
        };
        return condition is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: int id } }] } call
            && call.Expression.ToString() == MutantRewriter.Switch + ".Is" ? id : null;
    }

    [GeneratedRegex("'(?<name>[^'.]+)'")]
    private static partial Regex Quoted();
}
