using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>
/// From the symbol of a class with <c>[GatedNetwork]</c> to <see cref="NetworkModel"/>: everything is read once, then every concern checks
/// what it knows about. Never throws on code that is half typed; what cannot be read is left to the C# compiler to report.
/// </summary>
internal static class NetworkParser
{
    public static ParseResult Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken ct)
    {
        var declaration = new Declaration(type, compilation, ct);
        ClassReader.Read(declaration);
        LayerReader.Read(declaration);
        if (SizeChecks.AllowsNumberOfLayers(declaration))
        {
            ReadRest(declaration);
            CheckAll(declaration);
        }

        NetworkModel? model = declaration.IsFaulty ? null : ModelBuilder.Build(declaration);
        return new ParseResult(
            model,
            model is null ? FallbackReader.Read(declaration) : null,
            declaration.Findings.ToEquatableArray());
    }

    private static void ReadRest(Declaration declaration)
    {
        EdgeReader.Read(declaration);
        GateReader.Read(declaration);
        BankReader.Read(declaration);
        StimuliReader.Read(declaration);
        TaskReader.Read(declaration);
        TwinReader.Read(declaration);
    }

    private static void CheckAll(Declaration declaration)
    {
        ClassChecks.Check(declaration);
        LayerChecks.Check(declaration);
        SizeChecks.Check(declaration);
        NameChecks.Check(declaration);
        KernelNameChecks.Check(declaration);
        EdgeChecks.Check(declaration);
        GateChecks.Check(declaration);
        BankChecks.Check(declaration);
        RuleReader.Read(declaration);
        StimuliChecks.Check(declaration);
        CycleCheck.Check(declaration);
        TaskChecks.Check(declaration);
        TwinChecks.Check(declaration);
        WeightChecks.Check(declaration);
    }
}
