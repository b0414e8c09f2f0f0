using System.Globalization;
using System.Net;
using System.Text;

/// <summary>A curve of losses, one per epoch.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Losses">One for each epoch.</param>
/// <param name="Color">As SVG names it.</param>
/// <param name="IsDashed">Drawn dashed, so that a curve under it is still seen.</param>
internal sealed record LossCurve(string Name, IReadOnlyList<double> Losses, string Color, bool IsDashed);

/// <summary>Draws losses over epochs as SVG, with nothing but text.</summary>
internal static class LossFigure
{
    private const int Width = 720;
    private const int Height = 440;
    private const int Left = 70;
    private const int Top = 50;
    private const int Right = 20;
    private const int Bottom = 50;
    private const int Points = 600;
    private const int Ticks = 4;

    /// <summary>Writes the figure.</summary>
    /// <param name="file">Where.</param>
    /// <param name="title">Above it.</param>
    /// <param name="curves">One or more, none of them empty.</param>
    public static void Write(string file, string title, params LossCurve[] curves)
    {
        int epochs = curves.Max(curve => curve.Losses.Count);
        double most = curves.Max(curve => curve.Losses.Max());
        StringBuilder svg = new();
        svg.Append(Invariant($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"13\">\n"));
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        svg.Append(Text(Left, 26, "start", title, 16));
        for (int tick = 0; tick <= Ticks; tick++)
        {
            double share = (double)tick / Ticks;
            svg.Append(Invariant($"<path d=\"M{Left} {Y(share):F1}H{Width - Right}\" stroke=\"#ddd\"/>\n"));
            svg.Append(Text(Left - 8, Y(share) + 4, "end", Invariant($"{share * most:G3}")));
            svg.Append(Text(X(share), Height - Bottom + 20, "middle", Invariant($"{share * (epochs - 1):F0}")));
        }

        svg.Append(Text((Left + Width - Right) / 2.0, Height - 10, "middle", "epoch"));
        svg.Append(Text(8, Top - 10, "start", "loss"));
        for (int i = 0; i < curves.Length; i++)
        {
            string line = Invariant($"stroke=\"{curves[i].Color}\" stroke-width=\"2\"{(curves[i].IsDashed ? " stroke-dasharray=\"6 5\"" : "")}");
            svg.Append($"<polyline fill=\"none\" {line} points=\"{Line(curves[i].Losses, epochs, most)}\"/>\n");
            svg.Append(Invariant($"<path d=\"M{Width - 250} {Top + 16 + (20 * i)}h28\" {line}/>\n"));
            svg.Append(Text(Width - 214, Top + 20 + (20 * i), "start", curves[i].Name));
        }

        File.WriteAllText(file, svg.Append("</svg>\n").ToString());
    }

    private static string Line(IReadOnlyList<double> losses, int epochs, double most) => string.Join(' ', Enumerable.Range(0, Points + 1)
        .Select(point => (int)((long)point * (losses.Count - 1) / Points))
        .Distinct()
        .Select(epoch => Invariant($"{X(epoch / Math.Max(1.0, epochs - 1)):F1},{Y(most > 0 ? losses[epoch] / most : 0):F1}")));

    private static double X(double share) => Left + (share * (Width - Left - Right));

    private static double Y(double share) => Height - Bottom - (share * (Height - Top - Bottom));

    private static string Text(double x, double y, string anchor, string text, int size = 13) =>
        Invariant($"<text x=\"{x:F1}\" y=\"{y:F1}\" text-anchor=\"{anchor}\" font-size=\"{size}\">{WebUtility.HtmlEncode(text)}</text>\n");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
