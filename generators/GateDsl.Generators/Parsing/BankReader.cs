using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>What <c>[OnePer]</c> and <c>[OnePerSubset]</c> say.</summary>
internal static class BankReader
{
    public static void Read(Declaration declaration)
    {
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            foreach (AttributeData attribute in layer.Property.GetAttributes())
            {
                string? name = attribute.LanguageName();
                if (name is AttributeNames.OnePer or AttributeNames.OnePerSubset)
                {
                    layer.Copies.Add(ReadCopies(declaration, attribute, isSubset: name == AttributeNames.OnePerSubset));
                }
            }
        }
    }

    private static DeclaredCopies ReadCopies(Declaration declaration, AttributeData attribute, bool isSubset)
    {
        int? size = isSubset ? attribute.Constant<int>(1) : null;
        if (isSubset && size is null)
        {
            declaration.LeaveToCompiler();
            size = 1;
        }

        return new DeclaredCopies(
            attribute,
            attribute.Name(0, declaration.Cancellation),
            size,
            attribute.LocateArgument(1, declaration.Cancellation));
    }
}
