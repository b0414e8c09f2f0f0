using System.Globalization;

namespace GateDsl.Sweeps;

/// <summary>A real number between two bounds.</summary>
internal sealed class NumberParameter : Parameter<double>
{
    private readonly double _least;
    private readonly double _most;

    public NumberParameter(string name, double defaultValue, string help, double least, double most)
        : base(name, defaultValue, help)
    {
        (_least, _most) = (least, most);
        CheckDefault();
    }

    internal override string Kind => "number";

    internal override string Bounds => (double.IsInfinity(_least), double.IsInfinity(_most)) switch
    {
        (true, true) => "any number",
        (false, true) => $"a number of at least {Print(_least)}",
        (true, false) => $"a number of at most {Print(_most)}",
        _ => $"a number from {Print(_least)} to {Print(_most)}",
    };

    internal override IEnumerable<object> ReadElement(string text) => NumberRange.Read(Name, text, isInteger: false).Cast<object>();

    private protected override string? WhyNot(double value) =>
        double.IsFinite(value) && value >= _least && value <= _most ? null : $"is {Print(value)}, not {Bounds}";

    private protected override string Print(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
