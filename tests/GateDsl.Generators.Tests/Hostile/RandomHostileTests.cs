using CsCheck;
using GateDsl.Generators.Tests.Declarations;
using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Hostile.Checking;
using GateDsl.Generators.Tests.Hostile.Corpus;

namespace GateDsl.Generators.Tests.Hostile;

/// <summary>
/// Random declarations of all features, and those of the corpus, with tokens deleted, doubled, swapped and renamed. GATEDSL_HOSTILE=N in the
/// environment runs N of them.
/// </summary>
public class RandomHostileTests
{
    private const int Unsaid = 120;

    private static readonly string[] Sources =
    [
        .. Enumerable.Range(0, 60).Select(seed => DeclarationPrinter.Print(RandomDeclarations.Draw(seed))),
        .. Templates.All.Where(hostile => hostile.Files.Length == 1).Select(hostile => hostile.Files[0]),
    ];

    [Fact]
    public void EveryDeclarationIsTakenOrRefusedWithAReason()
    {
        long count = long.TryParse(Environment.GetEnvironmentVariable("GATEDSL_HOSTILE"), out long asked) ? asked : Unsaid;
        Gen.Select(Mutation.Of(Sources), Gen.Int[0, 9]).Sample(
            (source, kind) =>
            {
                IReadOnlyList<string> faults = HostileCheck.Find(new HostileCase("random", source), withVariants: kind == 0);
                Assert.True(faults.Count == 0, string.Join("\n", faults) + "\n" + source);
            },
            iter: count,
            threads: 1);
    }
}
