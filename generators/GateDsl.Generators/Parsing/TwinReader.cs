using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>What <c>[ReluTwin]</c> says.</summary>
internal static class TwinReader
{
    public static void Read(Declaration declaration)
    {
        if (declaration.Type.FirstLanguage(AttributeNames.ReluTwin) is not { } attribute)
        {
            return;
        }

        if (attribute.Constant<int>(0) is { } width)
        {
            declaration.Twin = new DeclaredTwin(attribute, width);
        }
        else
        {
            declaration.LeaveToCompiler();
        }
    }
}
