using GateDsl.Generators.Model;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>What each one-hot input stands for: said, or decided by the order of declaration.</summary>
internal static class DefaultRoles
{
    /// <summary>
    /// Unsaid, the one-hot input declared last is the context where there are two or more, unless another one is said to be it; the others are items.
    /// </summary>
    public static RoleModel Of(Declaration declaration, DeclaredLayer layer)
    {
        if (layer.Kind != LayerKindModel.OneHotInput)
        {
            return RoleModel.None;
        }

        if (layer.ExplicitRole != RoleModel.None)
        {
            return layer.ExplicitRole;
        }

        DeclaredLayer[] oneHot = [.. declaration.Layers.Where(other => other.Kind == LayerKindModel.OneHotInput)];
        bool isSaid = oneHot.Any(other => other.ExplicitRole == RoleModel.Context);
        return oneHot.Length >= 2 && layer == oneHot[oneHot.Length - 1] && !isSaid ? RoleModel.Context : RoleModel.Item;
    }
}
