namespace Digits.FrozenGates;

/// <summary>A gated network with frozen gates beside the ReLU network that they were taken from, from that moment on.</summary>
/// <param name="Relu">Loss of the ReLU network before each update since then.</param>
/// <param name="Gated">Loss of the gated network.</param>
/// <param name="Flipped">The part of the ReLU network's gates that are not what they were.</param>
internal sealed record FrozenRun(double[] Relu, double[] Gated, double[] Flipped)
{
    /// <summary>Updates until a gate of the ReLU network is not what it was; as many as there are where none flips.</summary>
    public int FirstFlip => Array.FindIndex(Flipped, share => share > 0) is >= 0 and int first ? first : Flipped.Length;

    /// <summary>Whether any gate flips.</summary>
    public bool HasFlip => FirstFlip < Flipped.Length;

    /// <summary>How far apart the losses are before each update, in parts of the ReLU network's first one.</summary>
    public double[] Apart => [.. Relu.Zip(Gated, (relu, gated) => Math.Abs(gated - relu) / Relu[0])];
}
