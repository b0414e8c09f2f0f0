using GateDsl.Generators.Tests.Hostile.Checking;
using GateDsl.Generators.Tests.Hostile.Corpus;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Tests.Hostile;

/// <summary>The order in which the compiler gets the files changes no diagnostic; that it changes no text is part of every check.</summary>
public class FileOrderTests
{
    [Fact]
    public void TheSameIsSaidWhicheverFileComesFirst()
    {
        HostileCase[] cases = [.. CorpusFile.Cases("declarations.txt").Where(hostile => hostile.Files.Length > 1)];

        Assert.NotEmpty(cases);
        Assert.All(cases, hostile => Assert.Equal(Said(hostile, reversed: false), Said(hostile, reversed: true)));
    }

    private static string[] Said(HostileCase hostile, bool reversed) =>
    [
        .. InMemory.Analyze(HostileProject.Generate(HostileProject.Fresh(HostileProject.Compile(hostile.Files, reversed))).Compilation)
            .Select(finding => finding.ToString()),
    ];
}
