namespace GateDsl;

/// <summary>
/// A network in the place of the ReLU network: its first layers linear, always on and as wide as the units that are on everywhere where the loss first
/// rests; in the others every unit gates itself.
/// </summary>
/// <param name="LinearLayers">How many layers are linear, from the first on; 0: it is the ReLU network.</param>
/// <param name="Widths">Units of every hidden layer.</param>
/// <param name="Rms">Distance of its mean loss from that of the ReLU network, in parts of the first loss; infinity where it diverges.</param>
/// <param name="Apart">Mean distance of one of its draws from one of the ReLU network; for the ReLU network itself of two of its draws.</param>
/// <param name="AlignedApart">The same after aligning epochs half-way between the levels at which the forecast loss rests.</param>
/// <param name="Loss">Its mean loss, one per epoch before its update; empty where it diverges.</param>
public sealed record LinearCandidate(int LinearLayers, IReadOnlyList<int> Widths, double Rms, double Apart, double AlignedApart, IReadOnlyList<double> Loss);
