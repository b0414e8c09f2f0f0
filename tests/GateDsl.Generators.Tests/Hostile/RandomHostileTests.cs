using System.Globalization;
using CsCheck;
using GateDsl.Generators.Tests.Declarations;
using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Hostile.Checking;
using GateDsl.Generators.Tests.Hostile.Corpus;

namespace GateDsl.Generators.Tests.Hostile;

/// <summary>
/// Random declarations of all features, and those of the corpus, with tokens deleted, doubled, swapped and renamed: most of them many to a project,
/// some alone, with other orders of files, cultures and line ends. GATEDSL_HOSTILE=A..B in the environment runs those from A up to B, so that a
/// million can be split.
/// </summary>
public class RandomHostileTests
{
    private const int Unsaid = 10_000, Together = 100, OneAloneOf = 500;

    private static readonly string[] Sources =
    [
        .. Enumerable.Range(0, 60).Select(seed => DeclarationPrinter.Print(RandomDeclarations.Draw(seed))),
        .. Templates.All.Where(hostile => hostile.Files.Length == 1).Select(hostile => hostile.Files[0]),
    ];

    private static readonly (int From, int To) Asked = Range();

    [Fact]
    public void EveryDeclarationIsTakenOrRefusedWithAReason()
    {
        foreach (string[] sources in Drawn(Mutation.Of(Sources).Array[Together], Together))
        {
            AssertNone(HostileBatch.Find(sources));
        }
    }

    [Fact]
    public void EveryDeclarationAloneIsTheSameInAnyOrderCultureAndLineEnds()
    {
        foreach (string source in Drawn(Mutation.Of(Sources), OneAloneOf))
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

    /// <summary>One for every so many of those asked for: the same in every run, so that a fault found in a long one is found again.</summary>
    private static IEnumerable<T> Drawn<T>(Gen<T> gen, int every)
    {
        for (int stream = Asked.From / every; stream < Asked.To / every; stream++)
        {
            yield return gen.Generate(new PCG((uint)stream, seed: 1), null, out _);
        }
    }

    private static (int From, int To) Range() => Environment.GetEnvironmentVariable("GATEDSL_HOSTILE")?.Split("..") is [string from, string to]
        ? (int.Parse(from, CultureInfo.InvariantCulture), int.Parse(to, CultureInfo.InvariantCulture))
        : (0, Unsaid);

    private static void AssertNone(IReadOnlyList<string> faults) => Assert.True(faults.Count == 0, string.Join("\n", faults));
}
