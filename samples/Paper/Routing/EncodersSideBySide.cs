using System.Globalization;
using GateDsl;

namespace Paper.Routing;

/// <summary>
/// Draws the M encoders as M matrices of their own, each from its own stream, and writes them side by side into the edge from the cue. Drawn as
/// one matrix, an orthogonal start would make the encoders orthogonal to one another, which P2's are not.
/// </summary>
/// <param name="each">Draws one encoder, and every other edge.</param>
internal sealed class EncodersSideBySide(IInitializer each) : IInitializer
{
    private const string Encoders = "CueToFirst";

    public void Fill(string edge, int targets, int sources, ulong seed, Span<double> rowMajor)
    {
        if (edge != Encoders)
        {
            each.Fill(edge, targets, sources, seed, rowMajor);
            return;
        }

        double[] encoder = new double[targets * RoutingNetwork.Items];
        for (int first = 0; first < sources; first += RoutingNetwork.Items)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{edge}[{first / RoutingNetwork.Items}]");
            each.Fill(name, targets, RoutingNetwork.Items, seed, encoder);
            for (int row = 0; row < targets; row++)
            {
                encoder.AsSpan(row * RoutingNetwork.Items, RoutingNetwork.Items).CopyTo(rowMajor[((row * sources) + first)..]);
            }
        }
    }

    public double? Variance(string edge, int targets, int sources) =>
        each.Variance(edge, targets, edge == Encoders ? RoutingNetwork.Items : sources);
}
