using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>Names of the class and its layers are short, apart from each other and free.</summary>
internal static class NameChecks
{
    public static void Check(Declaration declaration)
    {
        CheckName(declaration, declaration.Name, "a network", declaration.Type.UserLocation() ?? Location.None);
        var byParameter = new Dictionary<string, DeclaredLayer>(StringComparer.Ordinal);
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            CheckName(declaration, layer.Name, "a layer", layer.Location);
            if (layer.Name == declaration.Name)
            {
                declaration.Report(NameDescriptors.NamedLikeClass, layer.Location, layer.Name);
            }

            string parameter = FirstLetter.Lower(layer.Name);
            if (layer.Kind == LayerKind.Output && parameter == "data")
            {
                declaration.Report(NameDescriptors.ReservedName, layer.Location, layer.Name, "an output", "the first parameter of 'Predict'");
            }

            if (!byParameter.TryGetValue(parameter, out DeclaredLayer? other))
            {
                byParameter.Add(parameter, layer);
            }
            else if (other.Name != layer.Name)
            {
                declaration.Report(NameDescriptors.DifferOnlyInFirstLetter, layer.Location, other.Name, layer.Name, parameter);
            }
        }
    }

    public static void CheckLength(Declaration declaration, string name, Location location)
    {
        if (name.Length > Limits.NameLength)
        {
            string shown = name.Substring(0, 20) + "...";
            declaration.Report(LimitDescriptors.NameTooLong, location, shown, Text.Number(name.Length), Text.Number(Limits.NameLength));
        }
    }

    private static void CheckName(Declaration declaration, string name, string owner, Location location)
    {
        CheckLength(declaration, name, location);
        if (ReservedNames.Owner(name) is { } taken)
        {
            declaration.Report(NameDescriptors.ReservedName, location, name, owner, taken);
        }
    }
}
