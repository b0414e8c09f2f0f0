using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>What <c>[Stimuli]</c> says.</summary>
internal static class StimuliReader
{
    public static void Read(Declaration declaration)
    {
        CancellationToken ct = declaration.Cancellation;
        foreach (AttributeData attribute in declaration.Type.Language(AttributeNames.Stimuli))
        {
            declaration.Stimuli.Add(new DeclaredStimuli(
                attribute,
                attribute.Name(0, ct),
                attribute.Name(1, ct),
                [.. attribute.Names(2, ct).Select(row => (row.Name, row.Location))]));
            if (attribute.AttributeConstructor is null)
            {
                declaration.LeaveToCompiler();
            }
        }
    }
}
