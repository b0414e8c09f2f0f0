namespace GateDsl;

/// <summary>A standard deviation by edge, or by all copies of an edge.</summary>
internal sealed class PerEdgeGaussian : IInitializer, IEdgeNames
{
    private readonly Dictionary<string, double> _sigmas = new(StringComparer.Ordinal);

    public PerEdgeGaussian((string Edge, double Sigma)[] edges)
    {
        ArgumentNullException.ThrowIfNull(edges);
        foreach ((string edge, double sigma) in edges)
        {
            if (string.IsNullOrWhiteSpace(edge))
            {
                throw new ArgumentException("An edge has no name.", nameof(edges));
            }

            if (!double.IsFinite(sigma) || sigma < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(edges), sigma, $"The sigma of {edge} must be finite and at least 0.");
            }

            if (!_sigmas.TryAdd(EdgeName.Normalise(edge), sigma))
            {
                throw new ArgumentException($"{edge} is given twice.", nameof(edges));
            }
        }
    }

    public void Fill(string edge, int targets, int sources, ulong seed, Span<double> rowMajor)
    {
        Scale.CheckLength(edge, targets, sources, rowMajor);
        Gaussian.Draw(edge, Sigma(edge), seed, rowMajor);
    }

    public double? Variance(string edge, int targets, int sources)
    {
        double sigma = Sigma(edge);
        return sigma * sigma;
    }

    public bool Names(string edge) => _sigmas.ContainsKey(EdgeName.Normalise(edge)) || _sigmas.ContainsKey(EdgeName.WithoutIndex(edge));

    public void CheckEdges(IReadOnlyCollection<string> edges, IReadOnlyCollection<string> biases)
    {
        foreach (string edge in edges)
        {
            Sigma(edge);
        }

        HashSet<string> known = new(StringComparer.Ordinal);
        string[] all = [.. edges, .. biases];
        foreach (string edge in all)
        {
            known.Add(EdgeName.Normalise(edge));
            known.Add(EdgeName.WithoutIndex(edge));
        }

        if (_sigmas.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new ArgumentException($"{unknown} is none of the network's edges: {string.Join(", ", all)}.", nameof(edges));
        }
    }

    private double Sigma(string edge) =>
        _sigmas.TryGetValue(EdgeName.Normalise(edge), out double ofCopy) ? ofCopy
        : _sigmas.TryGetValue(EdgeName.WithoutIndex(edge), out double ofAll) ? ofAll
        : throw new ArgumentException($"No sigma is given for {edge}; given are {string.Join(", ", _sigmas.Keys)}.", nameof(edge));
}
