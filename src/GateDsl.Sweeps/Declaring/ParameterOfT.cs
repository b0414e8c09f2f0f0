using System.Text.Json.Nodes;

namespace GateDsl.Sweeps;

/// <summary>
/// A parameter with values of type <typeparamref name="T"/>; made by <see cref="Parameter.Number"/> and its like, read by <see cref="SweepRun.Get"/>.
/// </summary>
/// <typeparam name="T">double, int, string or bool.</typeparam>
public abstract class Parameter<T> : Parameter
    where T : notnull
{
    private protected Parameter(string name, T defaultValue, string help)
        : base(name, help) => Default = defaultValue;

    /// <summary>The value where the plan sets none.</summary>
    public T Default { get; }

    internal sealed override object DefaultValue => Default;

    internal sealed override string? WhyNot(object value) => WhyNot((T)value);

    internal sealed override string Print(object value) => Print((T)value);

    internal sealed override JsonNode ToJson(object value) => JsonValue.Create((T)value)!;

    internal sealed override object? FromJson(JsonNode? node) => node is JsonValue value && value.TryGetValue(out T? read) ? read : null;

    private protected abstract string? WhyNot(T value);

    private protected abstract string Print(T value);

    /// <summary>Holds the default to the bounds.</summary>
    private protected void CheckDefault()
    {
        if (WhyNot(Default) is { } reason)
        {
            Fail($"the default of parameter '{Name}' {reason}");
        }
    }
}
