using CsCheck;
using GateDsl.Generators.Tests.Declarations;
using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Hostile.Checking;
using GateDsl.Generators.Tests.Hostile.Corpus;

namespace GateDsl.Generators.Tests.Hostile;

/// <summary>
/// Random declarations of all features, and those of the corpus, with tokens deleted, doubled, swapped and renamed: most of them many to a project,
/// some alone, with other orders of files, cultures and line ends. GATEDSL_HOSTILE=N in the environment runs the first N of them.
/// </summary>
public class RandomHostileTests
{
    private const int Unsaid = 10_000, Together = 100, OneAloneOf = 500;

    private static readonly string[] Sources =
    [
        .. Enumerable.Range(0, 60).Select(seed => DeclarationPrinter.Print(RandomDeclarations.Draw(seed))),
        .. Templates.All.Where(hostile => hostile.Files.Length == 1).Select(hostile => hostile.Files[0]),
    ];

    private static readonly long Count = long.TryParse(Environment.GetEnvironmentVariable("GATEDSL_HOSTILE"), out long asked) ? asked : Unsaid;

    [Fact]
    public void EveryDeclarationIsTakenOrRefusedWithAReason()
    {
        foreach (string[] sources in Drawn(Mutation.Of(Sources).Array[Together], Count / Together))
        {
            AssertNone(HostileBatch.Find(sources));
        }
    }

    [Fact]
    public void EveryDeclarationAloneIsTheSameInAnyOrderCultureAndLineEnds()
    {
        foreach (string source in Drawn(Mutation.Of(Sources), Count / OneAloneOf))
        {
            AssertNone([.. HostileCheck.Find(new HostileCase("random", source)).Select(fault => $"{fault}\n{source}")]);
        }
    }

    [Fact]
    public void AFaultAmongManyIsFoundWithItsSource()
    {
        const string Loose = "public partial class Loose { public partial int Number { get; } }";
        AssertNone(HostileBatch.Find([Sources[0], Sources[0], Sources[1]]));
        string fault = Assert.Single(HostileBatch.Find([Sources[0], Loose, Sources[1]]));
        Assert.StartsWith("no body and no reason", fault, StringComparison.Ordinal);
        Assert.EndsWith(Loose, fault, StringComparison.Ordinal);
    }

    /// <summary>The same in every run, so that a fault found in a long one is found again; a longer run begins with those of a shorter one.</summary>
    private static IEnumerable<T> Drawn<T>(Gen<T> gen, long count)
    {
        for (uint stream = 0; stream < count; stream++)
        {
            yield return gen.Generate(new PCG(stream, seed: 1), null, out _);
        }
    }

    private static void AssertNone(IReadOnlyList<string> faults) => Assert.True(faults.Count == 0, string.Join("\n", faults));
}
