using System.Collections.Immutable;

namespace GateDsl.Generators.Naming;

/// <summary>Names that the generated part of every network takes, and those that every class inherits.</summary>
internal static class ReservedNames
{
    /// <summary>The members of object.</summary>
    public static readonly ImmutableHashSet<string> Inherited = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString");

    /// <summary>Members of every network that users call.</summary>
    private static readonly string[] Public =
    [
        "Activations", "Dataset", "Description", "Experiment", "Gradient", "Gradients", "Load", "Loss", "Predict", "Race", GeneratedNames.ReluTwin, "Save",
        "Statistics", "Step", "Train", "TrainedNetwork", "TrainMany", "Weights",
    ];

    /// <summary>The private part, named so that nobody would call a layer that; refused all the same.</summary>
    private static readonly string[] Private =
        ["Compiled", "_compiled", "Described", "PerModule", "PerEdge", "PerMap", "PerInput", "PerOutput", "PerGate", "PerNumber"];

    private static readonly ImmutableHashSet<string> Generated =
        ImmutableHashSet.Create(StringComparer.Ordinal, [.. Public, .. Private]);

    public static bool IsGenerated(string name) => Generated.Contains(name);

    /// <summary>Who has the name already: "a generated member"; null: nobody.</summary>
    public static string? Owner(string name) =>
        Generated.Contains(name) ? "a generated member" : Inherited.Contains(name) ? "a member of every object" : null;
}
