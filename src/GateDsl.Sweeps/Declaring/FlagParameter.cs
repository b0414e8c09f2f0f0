namespace GateDsl.Sweeps;

/// <summary>Yes or no.</summary>
internal sealed class FlagParameter(string name, bool defaultValue, string help) : Parameter<bool>(name, defaultValue, help)
{
    internal override string Kind => "flag";

    internal override string Bounds => "true or false";

    internal override IEnumerable<object> ReadElement(string text) => text switch
    {
        "true" => [true],
        "false" => [false],
        _ => throw new WrongUseException($"Parameter '{Name}' is '{text}', not {Bounds}."),
    };

    private protected override string? WhyNot(bool value) => null;

    private protected override string Print(bool value) => value ? "true" : "false";
}
