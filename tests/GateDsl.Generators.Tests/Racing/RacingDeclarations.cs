using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;

namespace GateDsl.Generators.Tests.Racing;

/// <summary>Random declarations that a race exists for: without self-gated layers, with a hidden layer, in double precision.</summary>
internal static class RacingDeclarations
{
    private const int MostPaths = 12;

    /// <param name="seed">Where to begin.</param>
    /// <param name="hasOtherLosses">Outputs keep the loss that was drawn; else all are squared.</param>
    public static IEnumerable<Declaration> From(int seed, bool hasOtherLosses = false)
    {
        while (true)
        {
            Declaration drawn = RandomDeclarations.Draw(100_000 + seed++);
            Declaration declaration = drawn with
            {
                IsDouble = true,
                TwinWidth = null,
                Layers = [.. drawn.Layers.Select(layer => layer with { Loss = hasOtherLosses ? layer.Loss : OutputLoss.Squared })],
            };
            if (!declaration.HasSelfGated && !declaration.HasNumbers && declaration.Layers.Any(layer => layer.Kind == Kind.Hidden)
                && new Graph(declaration).Paths <= MostPaths)
            {
                yield return declaration;
            }
        }
    }
}
