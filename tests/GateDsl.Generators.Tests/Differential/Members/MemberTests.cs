using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;

namespace GateDsl.Generators.Tests.Differential.Members;

/// <summary>
/// Every public member of generated classes beside those that trainings call: on random declarations and on degenerate ones, against the interpreter or
/// the runtime, called by hand.
/// </summary>
public sealed class MemberTests
{
    private const int PerBatch = 30;

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, Environment.GetEnvironmentVariable("GATEDSL_SLOW") == "1" ? 20 : 2)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void MembersOfRandomDeclarationsAgree(int batch) =>
        Check([.. Enumerable.Range(2_000_000 + (batch * PerBatch), PerBatch).Select(RandomDeclarations.Draw)]);

    [Fact]
    public void MembersOfEdgeCasesAgree() => Check([.. EdgeCases.All]);

    private static void Check(Declaration[] declarations)
    {
        MembersBatch compiled = MembersBatch.Compile(declarations);
        for (int i = 0; i < declarations.Length; i++)
        {
            Check(compiled, declarations[i], seed: i);
        }
    }

    private static void Check(MembersBatch compiled, Declaration declaration, int seed)
    {
        string context = $"Seed {seed}.\n{DeclarationPrinter.Print(declaration)}";
        Random random = new(seed);
        Trial trial = Draw(declaration, random, random.Next(1, 11));
        Data test = Draw(declaration, random, random.Next(1, 8)).Data;
        INetworkMembers network = compiled.Network(declaration, trial.Data, test);
        new MembersCheck(trial, test, network, context).Run();
        new NetworkMembersCheck(trial, test, network, declaration, context).Run();
        new RaceMembersCheck(trial, test, network, declaration, context).Run();
        if (declaration.TwinWidth is not null)
        {
            Declaration twin = TwinOf.Declare(declaration);
            Trial ofTwin = Draw(twin, random, trial.Data.Count) with { Data = trial.Data };
            ITwinMembers members = compiled.Twin(declaration, trial.Data, test);
            new MembersCheck(ofTwin, test, members, "The twin. " + context).Run();
            new TwinMembersCheck(ofTwin, members, declaration, "The twin. " + context).Run();
        }
    }

    /// <summary>Numbers that are the same in both precisions, so that data can be given in either.</summary>
    private static Trial Draw(Declaration declaration, Random random, int count) =>
        Trial.Draw(declaration with { IsDouble = false }, random, count) with { IsDouble = declaration.IsDouble };
}
