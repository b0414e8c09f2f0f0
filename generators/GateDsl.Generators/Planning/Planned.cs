namespace GateDsl.Generators.Planning;

/// <summary>A plan, or why there is none.</summary>
/// <param name="Plan">The plan; null: there is none.</param>
/// <param name="WhyNot">Why, as a sentence; null: there is one.</param>
internal readonly record struct Planned<T>(T? Plan, string? WhyNot)
    where T : class
{
    public static implicit operator Planned<T>(T plan) => new(plan, null);

    public static implicit operator Planned<T>(string whyNot) => new(null, whyNot);
}
