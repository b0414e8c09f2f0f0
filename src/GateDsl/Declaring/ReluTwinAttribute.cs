namespace GateDsl;

/// <summary>
/// Emits, beside the gated network, the ReLU network on the same inputs and outputs: as deep as the longest path, its first layer reading every input
/// and its last feeding every output.
/// </summary>
/// <param name="width">Units of every hidden layer, or of the first.</param>
/// <param name="deeper">Units of the second hidden layer and each after it; none: all are as wide as the first.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ReluTwinAttribute(int width, params int[] deeper) : Attribute
{
    /// <summary>Units of the first hidden layer.</summary>
    public int Width { get; } = width;

    /// <summary>One width for all hidden layers, or one for each, first to last.</summary>
    public IReadOnlyList<int> Widths { get; } = [width, .. deeper];

    /// <summary>Every hidden layer and output of the twin has a bias, whatever the network has.</summary>
    public bool Bias { get; set; }

    /// <summary>What a unit of the twin is multiplied with where its pre-activation is not above 0: from 0, a ReLU, to 1, a linear unit.</summary>
    public double Slope { get; set; }
}
