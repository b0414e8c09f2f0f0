namespace GateDsl.Sweeps;

/// <summary>One of several words.</summary>
internal sealed class ChoiceParameter : Parameter<string>
{
    private readonly string[] _choices;

    public ChoiceParameter(string name, IReadOnlyList<string> choices, string help)
        : base(name, choices is { Count: > 0 } ? choices[0] : "", help)
    {
        _choices = [.. choices ?? []];
        if (_choices.Length == 0)
        {
            Fail($"parameter '{name}' has no choices");
        }
        else if (_choices.Distinct(StringComparer.Ordinal).Count() < _choices.Length || _choices.Any(IsNoWord))
        {
            Fail($"the choices of parameter '{name}' must be distinct words without commas, \"..\" and spaces at their ends");
        }
    }

    internal override string Kind => "choice";

    internal override string Bounds => $"one of {string.Join(", ", _choices)}";

    internal override IEnumerable<object> ReadElement(string text) => [text];

    private protected override string? WhyNot(string value) => _choices.Contains(value, StringComparer.Ordinal) ? null : $"is '{value}', not {Bounds}";

    private protected override string Print(string value) => value;

    private static bool IsNoWord(string? text) =>
        string.IsNullOrEmpty(text) || text.Trim() != text || text.Contains(',') || text.Contains("..") || text.Any(char.IsControl);
}
