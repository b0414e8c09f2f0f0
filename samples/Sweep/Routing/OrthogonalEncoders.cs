using System.Globalization;
using GateDsl;

namespace Sweep.Routing;

/// <summary>
/// Orthogonal initial weights, every encoder a matrix of its own. Drawn as one matrix the encoders would be orthogonal to one another, which those
/// of P2 are not.
/// </summary>
/// <param name="gain">Of every matrix.</param>
internal sealed class OrthogonalEncoders(double gain) : IInitializer
{
    private readonly IInitializer _each = Orthogonal.WithGain(gain);

    public void Fill(string edge, int targets, int sources, ulong seed, Span<double> rowMajor)
    {
        if (edge != "CueToWritten")
        {
            _each.Fill(edge, targets, sources, seed, rowMajor);
            return;
        }

        double[] encoder = new double[targets * RoutingNetwork.Items];
        for (int i = 0; i < sources / RoutingNetwork.Items; i++)
        {
            _each.Fill(string.Create(CultureInfo.InvariantCulture, $"{edge}[{i}]"), targets, RoutingNetwork.Items, seed, encoder);
            for (int row = 0; row < targets; row++)
            {
                encoder.AsSpan(row * RoutingNetwork.Items, RoutingNetwork.Items).CopyTo(rowMajor[((row * sources) + (i * RoutingNetwork.Items))..]);
            }
        }
    }

    public double? Variance(string edge, int targets, int sources) => _each.Variance(edge, targets, edge == "CueToWritten" ? RoutingNetwork.Items : sources);
}
