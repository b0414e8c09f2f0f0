namespace GateDsl;

/// <summary>A twin before its weights are drawn.</summary>
/// <param name="Widths">Units of every hidden layer, first to last.</param>
/// <param name="Sigmas">Standard deviation of the initial weights into every hidden layer and into the outputs: one more than widths.</param>
internal sealed record TwinShape(int[] Widths, double[] Sigmas)
{
    /// <summary>Whether every hidden layer and output has a bias, 0 at the start.</summary>
    public bool Bias { get; init; }

    /// <summary>What a unit is multiplied by where its pre-activation is not positive, 0 to 1; 0 is ReLU, 1 linear.</summary>
    public double Slope { get; init; }

    /// <summary>How many of the hidden layers, from the first on, are linear and always on, whatever the slope; 0 to all of them.</summary>
    public int LinearLayers { get; init; }

    /// <summary>Slopes of the units of every hidden layer where they are off.</summary>
    public double[] Slopes() => [.. Widths.Select((_, layer) => layer < LinearLayers ? 1 : Slope)];

    /// <exception cref="ArgumentException">A number is out of its range; the message names it.</exception>
    public TwinShape Validated()
    {
        if (Widths.Length == 0)
        {
            throw new ArgumentException("A twin has at least one hidden layer.", nameof(Widths));
        }

        foreach (int width in Widths)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(width, 1, nameof(Widths));
        }

        if (Sigmas.Length != Widths.Length + 1)
        {
            throw new ArgumentException($"{Widths.Length} hidden layers have {Widths.Length + 1} edges, not {Sigmas.Length}.", nameof(Sigmas));
        }

        foreach (double sigma in Sigmas)
        {
            Positive.Require(sigma, nameof(Sigmas));
        }

        if (LinearLayers < 0 || LinearLayers > Widths.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(LinearLayers), LinearLayers, $"Of {Widths.Length} hidden layers none to all are linear.");
        }

        return Slope >= 0 && Slope <= 1
            ? this
            : throw new ArgumentOutOfRangeException(nameof(Slope), Slope, "The slope must be at least 0 and at most 1.");
    }
}
