namespace GateDsl.Theory.Sampling;

/// <summary>
/// The layers of the ziggurat of f(x) = exp(-x^2/2): 256 regions of equal area stacked from the bottom, the lowest with the tail beyond
/// <see cref="TailStart"/>. Layer i spans the heights f(Edge[i]) to f(Edge[i + 1]) and the widths 0 to Edge[i].
/// </summary>
internal static class ZigguratTable
{
    public const int Layers = 256;

    /// <summary>Where the tail begins: the one abscissa at which 256 layers of equal area close at the peak.</summary>
    public const double TailStart = 3.6541528853610088;

    /// <summary>Right edges by layer, falling, Edge[0] the width of the base seen as a rectangle, Edge[256] = 0 the peak.</summary>
    public static readonly double[] Edge = new double[Layers + 1];

    /// <summary>f at the edges, rising to Density[256] = 1.</summary>
    public static readonly double[] Density = new double[Layers + 1];

    // Area of each layer: TailStart f(TailStart) plus the integral of f beyond it.
    private const double LayerArea = 0.0049286732339746553;

    static ZigguratTable()
    {
        double tailDensity = PortableMath.Exp(-0.5 * TailStart * TailStart);
        Edge[0] = LayerArea / tailDensity;
        Density[0] = 0;
        Edge[1] = TailStart;
        Density[1] = tailDensity;
        for (int i = 2; i < Layers; i++)
        {
            Density[i] = (LayerArea / Edge[i - 1]) + Density[i - 1];
            Edge[i] = Math.Sqrt(-2 * PortableMath.Log(Density[i]));
        }

        Edge[Layers] = 0;
        Density[Layers] = 1;
    }
}
