namespace GateDsl;

/// <summary>Strengths of encoder, shared hidden edge and decoder in one mode of the routing network.</summary>
/// <param name="Encoder">b1.</param>
/// <param name="Shared">b2.</param>
/// <param name="Decoder">b3.</param>
public readonly record struct RoutingMode(double Encoder, double Shared, double Decoder)
{
    /// <summary>The path's strength b1 b2 b3: the network's output in this mode.</summary>
    public double Product => Encoder * Shared * Decoder;
}

/// <summary>
/// One mode of the routing network (P2): M encoders and M decoders around one shared hidden edge, K decoders trained with each encoder, white
/// inputs, s the mode's singular value of the targets. Exact for weights of the aligned form (encoder R1 b1 V^T, shared R2 b2 R1^T,
/// decoder U b3 R2^T, the same R1 and R2 for all), which gradient descent does not leave.
/// </summary>
public sealed class RoutingRace
{
    private readonly RoutingForm _form;

    /// <summary>The race of one mode.</summary>
    /// <param name="domains">M, at least 1.</param>
    /// <param name="trained">K, 1 .. M.</param>
    /// <param name="singularValue">s, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public RoutingRace(int domains, int trained, double singularValue)
    {
        if (!(singularValue >= 0 && double.IsFinite(singularValue)))
        {
            throw new ArgumentOutOfRangeException(nameof(singularValue), singularValue, "A singular value is finite and not negative.");
        }

        _form = new(domains, trained, singularValue);
    }

    /// <summary>M.</summary>
    public int Domains => _form.Domains;

    /// <summary>K.</summary>
    public int Trained => _form.Trained;

    /// <summary>s.</summary>
    public double SingularValue => _form.S;

    /// <summary>tau in epochs: 1/(M^2 eta), eta the step size of the Sum loss.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step size is not positive and finite.</exception>
    public double TimeConstant(double stepSize) => _form.TimeConstant(Positive.Require(stepSize));

    /// <summary>
    /// One epoch of gradient descent on the Sum loss: with e = s - b1 b2 b3, b1 += eta K b2 b3 e, b2 += eta M K b1 b3 e, b3 += eta K b1 b2 e.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The step size is not positive and finite.</exception>
    public RoutingMode Step(RoutingMode mode, double stepSize) => Public(_form.Step(Internal(mode), Positive.Require(stepSize)));

    /// <summary>The mode before each of <paramref name="epochs"/> epochs of gradient descent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The epochs are negative, or the step size is not positive and finite.</exception>
    public RoutingMode[] Steps(RoutingMode start, int epochs, double stepSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        Positive.Require(stepSize);
        RoutingMode[] modes = new RoutingMode[epochs];
        RoutingStrengths mode = Internal(start);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            modes[epoch] = Public(mode);
            mode = _form.Step(mode, stepSize);
        }

        return modes;
    }

    /// <summary>This mode's part of the Sum loss over the M K trained pairs: M K (s - b1 b2 b3)^2/2.</summary>
    public double Loss(RoutingMode mode) => _form.Loss(Internal(mode));

    /// <summary>
    /// The flow tau db1/dt = (K/M^2) b1 b2 (s - b1^2 b2), tau db2/dt = (K/M) b1^2 (s - b1^2 b2), encoders and decoders equal; it conserves
    /// M b1^2 - b2^2.
    /// </summary>
    /// <param name="outer">b1 at time 0, positive.</param>
    /// <param name="shared">b2 at time 0, positive.</param>
    /// <param name="times">Rising times from 0 on, in the unit of <paramref name="tau"/>.</param>
    /// <param name="tau">Time constant; 1: times are in tau.</param>
    /// <returns>The mode at each time.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A start, or tau, is not positive and finite.</exception>
    /// <exception cref="ArgumentException">The times fall or are not finite.</exception>
    public RoutingMode[] Flow(double outer, double shared, ReadOnlySpan<double> times, double tau = 1)
    {
        Positive.Require(tau);
        double[] inTau = new double[times.Length];
        for (int i = 0; i < times.Length; i++)
        {
            inTau[i] = times[i] / tau;
        }

        return _form.Flow(outer, shared, inTau).Select(Public).ToArray();
    }

    /// <summary>M b1^2 - b2^2, which the flow conserves.</summary>
    public double Conserved(double outer, double shared) => _form.Conserved(outer, shared);

    /// <summary>
    /// Where the flow ends: b1^2 b2 = s on its conserved curve. From balanced starts, M b1^2 = b2^2, the shared edge ends at (M s)^(1/3).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A start is not positive and finite.</exception>
    public RoutingMode End(double outer, double shared) => Public(_form.End(outer, shared));

    private static RoutingStrengths Internal(RoutingMode mode) => new(mode.Encoder, mode.Shared, mode.Decoder);

    private static RoutingMode Public(RoutingStrengths b) => new(b.Encoder, b.Shared, b.Decoder);
}
