namespace GateDsl;

/// <summary>
/// Emits, beside the gated network, the ReLU network on the same inputs and outputs: as deep as the longest path, every hidden layer
/// <paramref name="width"/> units wide, its first layer reading every input and its last feeding every output.
/// </summary>
/// <param name="width">Units of every hidden layer.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ReluTwinAttribute(int width) : Attribute
{
    /// <summary>Units of every hidden layer.</summary>
    public int Width { get; } = width;
}
