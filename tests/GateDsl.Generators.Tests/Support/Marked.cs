using System.Text.RegularExpressions;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Support;

/// <summary>Source in which {|GDSL050:"Itme"|} marks what the parser is to find, and nothing else; {|GDSL050,GDSL050:"Itme"|}: both there.</summary>
internal static partial class Marked
{
    public static void Check(string marked)
    {
        CSharpCompilation compilation = InMemory.Compile(Mark().Replace(marked, match => match.Groups["text"].Value));
        INamedTypeSymbol network = InMemory.FindClass(compilation);

        ParseResult result = NetworkParser.Parse(network, compilation, CancellationToken.None);

        Assert.Equal(Expected(marked), result.Findings.OrderBy(finding => finding.Location.SourceSpan.Start).Select(Describe));
        Assert.Equal(result.Findings.Any(finding => finding.IsError), result.Model is null);
    }

    private static IEnumerable<string> Expected(string marked)
    {
        int removed = 0;
        foreach (Match match in Mark().Matches(marked))
        {
            foreach (string id in match.Groups["ids"].Value.Split(','))
            {
                yield return $"{id} at {match.Index - removed}: {match.Groups["text"].Value}";
            }

            removed += match.Length - match.Groups["text"].Length;
        }
    }

    private static string Describe(Finding finding)
    {
        string text = finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan);
        return $"{finding.Descriptor.Id} at {finding.Location.SourceSpan.Start}: {text}";
    }

    [GeneratedRegex(@"\{\|(?<ids>GDSL\d{3}(,GDSL\d{3})*):(?<text>.*?)\|\}", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
