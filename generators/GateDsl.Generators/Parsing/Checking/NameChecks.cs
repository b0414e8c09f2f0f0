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
    ];

    public static IEnumerable<Finding> FindTooLong(string name, Location location) => name.Length <= Limits.NameLength
        ? []
        : [LimitDescriptors.NameTooLong.At(location, name.Substring(0, 20) + "...", Text.Number(name.Length), Text.Number(Limits.NameLength))];

    private static IEnumerable<Finding> FindTaken(string name, string owner, Location location) =>
        ReservedNames.Owner(name) is { } taken
            ? [.. FindTooLong(name, location), NameCollisionDescriptors.ReservedName.At(location, name, owner, taken)]
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

            if (layer.Name == GeneratedNames.Bias)
            {
                yield return NameCollisionDescriptors.ReservedName.At(layer.Location, layer.Name, "a layer", "the input that biases are edges from");
            }

            if (layer.Name == declaration.Name)
            {
                yield return NameCollisionDescriptors.NamedLikeClass.At(layer.Location, layer.Name);
            }

            string parameter = Identifier.ParameterName(layer.Name);
            if (layer.Kind == LayerKindModel.Output && parameter == "data")
            {
                yield return NameCollisionDescriptors.ReservedName.At(layer.Location, layer.Name, "an output", "the first parameter of 'Predict'");
            }

            if (!byParameter.TryGetValue(parameter, out DeclaredLayer? other))
            {
                byParameter.Add(parameter, layer);
            }
            else if (other.Name != layer.Name)
            {
                yield return NameCollisionDescriptors.DifferOnlyInFirstLetter.At(layer.Location, other.Name, layer.Name, parameter);
            }
        }
    }
}
