using GateDsl.Generators.Tests.Differential.Compiled;
using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;

namespace GateDsl.Generators.Tests.Differential;

/// <summary>Random declarations, compiled in memory, do what the interpreter says.</summary>
public sealed class RandomDeclarationTests
{
    private const int Batches = 8;
    private const int PerBatch = 63;

    public static TheoryData<int> BatchNumbers => [.. Enumerable.Range(0, Batches)];

    [Theory]
    [MemberData(nameof(BatchNumbers))]
    public void GeneratedCodeAgreesWithTheInterpreter(int batch)
    {
        Declaration[] declarations = [.. Enumerable.Range(batch * PerBatch, PerBatch).Select(RandomDeclarations.Draw)];
        CompiledBatch compiled = CompiledBatch.Compile(declarations);
        for (int i = 0; i < PerBatch; i++)
        {
            Check(compiled, declarations[i], seed: (batch * PerBatch) + i);
        }
    }

    [Fact]
    public void EdgeCasesAgreeWithTheInterpreter()
    {
        Declaration[] declarations = [.. EdgeCases.All];
        CompiledBatch compiled = CompiledBatch.Compile(declarations);
        foreach (Declaration declaration in declarations)
        {
            foreach (int count in new[] { 0, 1, 9 })
            {
                Check(compiled, declaration, seed: count, count);
            }
        }
    }

    private static void Check(CompiledBatch compiled, Declaration declaration, int seed, int? count = null)
    {
        string context = $"Seed {seed}, {count?.ToString() ?? "random"} datapoints.\n{DeclarationPrinter.Print(declaration)}";
        Trial trial = Trial.Draw(declaration, new Random(seed), count);
        new NetworkCheck(trial, compiled.Factory(declaration, isTwin: false), declaration, context).Run();
        if (declaration.TwinWidth is not null)
        {
            Declaration twin = TwinOf.Declare(declaration);
            Trial ofTwin = Trial.Draw(twin, new Random(seed), count);
            new NetworkCheck(ofTwin, compiled.Factory(declaration, isTwin: true), twin, "The twin. " + context).Run();
        }
    }
}
