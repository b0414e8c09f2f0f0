using System.Collections.Immutable;
using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Parsing;

/// <summary>Names that the generated part of every network takes, and those that every class inherits.</summary>
internal static class ReservedNames
{
    private static readonly ImmutableHashSet<string> Generated = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Dataset", "Description", "Experiment", "Gradient", "Gradients", "Loss", "Predict", "Race", "ReluTwin", "Step", "Train",
        "TrainedNetwork", "TrainMany").Union(GeneratedNames.Private);

    private static readonly ImmutableHashSet<string> Inherited = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString");

    public static bool IsGenerated(string name) => Generated.Contains(name);

    /// <summary>Who has the name already: "a generated member"; null: nobody.</summary>
    public static string? Owner(string name) =>
        Generated.Contains(name) ? "a generated member" : Inherited.Contains(name) ? "a member of every object" : null;
}
