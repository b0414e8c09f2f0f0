using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Planning;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>The aliases of generated files mean what they should where the network stands: C# would look at what is around it first.</summary>
internal static class KernelNameChecks
{
    public static void Check(Declaration declaration)
    {
        foreach (string alias in GeneratedNames.Aliases)
        {
            if (Around(declaration.Type, declaration.Compilation, alias) is { } other)
            {
                declaration.Report(
                    NameDescriptors.KernelNameHidden,
                    declaration.Type.UserLocation() ?? Location.None,
                    alias, declaration.Name, "'" + other.ToDisplayString() + "'");
            }
        }
    }

    private static ISymbol? Around(INamedTypeSymbol network, Compilation compilation, string name)
    {
        for (INamedTypeSymbol? container = network.ContainingType; container is not null; container = container.ContainingType)
        {
            if (container.TypeParameters.FirstOrDefault(parameter => parameter.Name == name) is { } parameter)
            {
                return parameter;
            }

            for (INamedTypeSymbol? type = container; type is not null; type = type.BaseType)
            {
                if (type.GetTypeMembers(name).FirstOrDefault() is { } nested)
                {
                    return nested;
                }
            }
        }

        for (INamespaceSymbol? space = network.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            if (compilation.GetCompilationNamespace(space)?.GetMembers(name).FirstOrDefault() is { } member)
            {
                return member;
            }
        }

        return null;
    }
}
