using System.Globalization;

namespace GateDsl.Sweeps;

/// <summary>A whole number between two bounds.</summary>
internal sealed class IntegerParameter : Parameter<int>
{
    private readonly int _least;
    private readonly int _most;

    public IntegerParameter(string name, int defaultValue, string help, int least, int most)
        : base(name, defaultValue, help)
    {
        (_least, _most) = (least, most);
        CheckDefault();
    }

    internal override string Kind => "integer";

    internal override string Bounds => (_least == int.MinValue, _most == int.MaxValue) switch
    {
        (true, true) => "a whole number",
        (false, true) => $"a whole number of at least {Print(_least)}",
        (true, false) => $"a whole number of at most {Print(_most)}",
        _ => $"a whole number from {Print(_least)} to {Print(_most)}",
    };

    internal override IEnumerable<object> ReadElement(string text)
    {
        foreach (double value in NumberRange.Read(Name, text, isInteger: true))
        {
            yield return value is >= int.MinValue and <= int.MaxValue
                ? (int)value
                : throw new WrongUseException($"Parameter '{Name}' is {value.ToString("R", CultureInfo.InvariantCulture)}, not {Bounds}.");
        }
    }

    private protected override string? WhyNot(int value) => value >= _least && value <= _most ? null : $"is {Print(value)}, not {Bounds}";

    private protected override string Print(int value) => value.ToString(CultureInfo.InvariantCulture);
}
