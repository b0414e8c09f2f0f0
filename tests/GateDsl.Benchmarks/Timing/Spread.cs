using System.Globalization;

namespace GateDsl.Benchmarks.Timing;

/// <summary>Repeated measurements of one quantity.</summary>
internal readonly record struct Spread(double Median, double Least, double Most)
{
    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        double median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[^1]);
    }

    /// <summary>As in 12.3 (11.9 .. 13.0), three digits.</summary>
    public string With(string unit = "") => $"{Digits(Median)}{unit} ({Digits(Least)} .. {Digits(Most)})";

    /// <summary>Three significant digits, without an exponent.</summary>
    public static string Digits(double value)
    {
        int decimals = value == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 4);
        return value.ToString($"N{decimals}", CultureInfo.InvariantCulture);
    }
}
