using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>A ReLU twin exists for networks with a hidden layer on a path and without output banks.</summary>
internal static class TwinChecks
{
    public static void Check(Declaration declaration)
    {
        if (declaration.Twin is not { } twin)
        {
            return;
        }

        Location location = twin.Attribute.Locate(declaration.Cancellation);
        foreach (DeclaredLayer layer in declaration.Layers)
        {
            if (layer is { Kind: LayerKind.Output, IsBank: true })
            {
                declaration.Report(TwinDescriptors.TwinWithOutputBank, location, declaration.Name, layer.Name);
            }
        }

        if (!declaration.IsFaulty && Depth.Of(declaration) == 0)
        {
            declaration.Report(TwinDescriptors.TwinWithoutHidden, location, declaration.Name);
        }
    }
}
