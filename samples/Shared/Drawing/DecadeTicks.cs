using System.Globalization;
using ScottPlot;

namespace GateDsl.Samples.Drawing;

/// <summary>Ticks of an axis that shows log10 of a quantity: the quantity at whole decades, small ticks at 2, ..., 9 times these.</summary>
public sealed class DecadeTicks : ITickGenerator
{
    /// <summary>Below this decade zeros are no longer counted by eye.</summary>
    private const int LeastInFull = -6;

    public Tick[] Ticks { get; private set; } = [];

    public int MaxTickCount { get; set; } = int.MaxValue;

    public void Regenerate(CoordinateRange range, Edge edge, PixelLength size, Paint paint, LabelStyle labelStyle)
    {
        List<Tick> ticks = [];
        for (int decade = (int)Math.Floor(range.Min); decade <= range.Max; decade++)
        {
            string format = decade < LeastInFull ? "0e0" : "0.######";
            ticks.Add(Tick.Major(decade, Math.Pow(10, decade).ToString(format, CultureInfo.InvariantCulture)));
            for (int digit = 2; digit <= 9; digit++)
            {
                ticks.Add(Tick.Minor(decade + Math.Log10(digit)));
            }
        }

        Ticks = [.. ticks.Where(tick => range.Contains(tick.Position))];
    }
}
