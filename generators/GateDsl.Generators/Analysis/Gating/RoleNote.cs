using GateDsl.Generators.Model;

namespace GateDsl.Generators.Analysis.Gating;

/// <summary>Roles of one-hot inputs that nobody has said and a message builds on.</summary>
internal static class RoleNote
{
    /// <summary>The one-hot input that is taken for the context because it is declared last; null: it is said which is, or there is none.</summary>
    public static LayerModel? AssumedContext(NetworkModel model) =>
        model.Layers.FirstOrDefault(layer => layer is { Role: RoleModel.Context, IsRoleAssumed: true });

    /// <summary>A sentence to append to a message; empty: every role is said.</summary>
    public static string Of(NetworkModel model) => AssumedContext(model) is { } context
        ? $" ({context.Name} is taken for the context because it is the one-hot input declared last; Role = InputRole.Context or InputRole.Item says which is which.)"
        : "";
}
