using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing.Reading;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>Names of the class and its layers are short, apart from each other and free.</summary>
internal static class NameChecks
{
    public static IEnumerable<Finding> Find(Declaration declaration) =>
    [
        .. FindTaken(declaration.Name, "a network", declaration.Location),
        .. FindLayers(declaration),
        .. FindHiddenAliases(declaration),
    ];

    public static IEnumerable<Finding> FindTooLong(string name, Location location) => name.Length <= Limits.NameLength
        ? []
        : [LimitDescriptors.NameTooLong.At(location, name.Substring(0, 20) + "...", Text.Number(name.Length), Text.Number(Limits.NameLength))];

    private static IEnumerable<Finding> FindTaken(string name, string owner, Location location) =>
        ReservedNames.Owner(name) is { } taken
            ? [.. FindTooLong(name, location), NameDescriptors.ReservedName.At(location, name, owner, taken)]
            : FindTooLong(name, location);

    private static IEnumerable<Finding> FindLayers(Declaration declaration)
    {
        Dictionary<string, DeclaredLayer> byParameter = new(StringComparer.Ordinal);
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            foreach (Finding finding in FindTaken(layer.Name, "a layer", layer.Location))
            {
                yield return finding;
            }

            if (layer.Name == declaration.Name)
            {
                yield return NameDescriptors.NamedLikeClass.At(layer.Location, layer.Name);
            }

            string parameter = Identifier.ParameterName(layer.Name);
            if (layer.Kind == LayerKind.Output && parameter == "data")
            {
                yield return NameDescriptors.ReservedName.At(layer.Location, layer.Name, "an output", "the first parameter of 'Predict'");
            }

            if (!byParameter.TryGetValue(parameter, out DeclaredLayer? other))
            {
                byParameter.Add(parameter, layer);
            }
            else if (other.Name != layer.Name)
            {
                yield return NameDescriptors.DifferOnlyInFirstLetter.At(layer.Location, other.Name, layer.Name, parameter);
            }
        }
    }

    /// <summary>The aliases of generated files mean what they should where the network stands: C# would look at what is around it first.</summary>
    private static IEnumerable<Finding> FindHiddenAliases(Declaration declaration) =>
        from alias in GeneratedNames.Aliases
        let other = Around(declaration.Type, declaration.Compilation, alias)
        where other is not null
        select NameDescriptors.KernelNameHidden.At(
            declaration.Location, alias, declaration.Name, Text.Quoted(other.ToDisplayString()));

    private static ISymbol? Around(INamedTypeSymbol network, Compilation compilation, string name)
    {
        foreach (INamedTypeSymbol container in network.ContainingTypes())
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
