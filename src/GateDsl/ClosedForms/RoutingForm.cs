namespace GateDsl;

/// <summary>Strengths of the three edges of a routing path in one mode: encoder, shared hidden edge, decoder.</summary>
internal readonly record struct RoutingStrengths(double Encoder, double Shared, double Decoder)
{
    public double Product => Encoder * Shared * Decoder;
}

/// <summary>
/// One mode of the routing network in its aligned form (P2): M encoders and M decoders around one shared hidden edge, K decoders trained with
/// each encoder, white inputs, s the mode's singular value of the targets.
/// </summary>
internal sealed record RoutingForm
{
    private const double FlowTolerance = 1e-13;
    private const int Encoder = 0;
    private const int Shared = 1;

    public RoutingForm(int domains, int trained, double s)
    {
        if (domains < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(domains), domains, "Routing needs at least one domain.");
        }

        if (trained < 1 || trained > domains)
        {
            throw new ArgumentOutOfRangeException(nameof(trained), trained, $"An encoder is trained with 1 to {domains} decoders.");
        }

        if (!(s >= 0 && s <= double.MaxValue))
        {
            throw new ArgumentOutOfRangeException(nameof(s), s, "A singular value is finite and not negative.");
        }

        (Domains, Trained, S) = (domains, trained, s);
    }

    /// <summary>M.</summary>
    public int Domains { get; }

    /// <summary>K.</summary>
    public int Trained { get; }

    public double S { get; }

    /// <summary>tau in epochs: 1/(M^2 eta) for the step eta of the Sum loss.</summary>
    public double TimeConstant(double stepSize) => 1 / ((double)Domains * Domains * stepSize);

    /// <summary>
    /// One epoch of gradient descent, exact on aligned weights: with e = s - b1 b2 b3, b1 += eta K b2 b3 e, b2 += eta M K b1 b3 e,
    /// b3 += eta K b1 b2 e.
    /// </summary>
    public RoutingStrengths Step(RoutingStrengths b, double stepSize)
    {
        double pull = stepSize * Trained * (S - b.Product);
        return new(
            b.Encoder + (pull * b.Shared * b.Decoder),
            b.Shared + (pull * Domains * b.Encoder * b.Decoder),
            b.Decoder + (pull * b.Encoder * b.Shared));
    }

    /// <summary>This mode's part of the Sum loss over the M K trained pairs: 1/2 M K e^2.</summary>
    public double Loss(RoutingStrengths b)
    {
        double missing = S - b.Product;
        return 0.5 * Domains * Trained * missing * missing;
    }

    /// <summary>
    /// The flow with encoders and decoders equal, tau b1' = (K/M^2) b1 b2 (s - b1^2 b2), tau b2' = (K/M) b1^2 (s - b1^2 b2): strengths at
    /// the given rising times in tau, from <paramref name="outer"/> = b1 and <paramref name="shared"/> = b2 at time 0.
    /// </summary>
    public RoutingStrengths[] Flow(double outer, double shared, double[] times)
    {
        RequireStart(outer, shared);
        double rate = Trained / (double)Domains;
        double[][] states = new RungeKuttaFlow(Derivative, FlowTolerance).At([outer, shared], times);
        return states.Select(state => new RoutingStrengths(state[Encoder], state[Shared], state[Encoder])).ToArray();

        void Derivative(double[] b, double[] rates)
        {
            double pull = rate * b[Encoder] * (S - (b[Encoder] * b[Encoder] * b[Shared]));
            rates[Encoder] = pull * b[Shared] / Domains;
            rates[Shared] = pull * b[Encoder];
        }
    }

    /// <summary>What the flow conserves: M b1^2 - b2^2.</summary>
    public double Conserved(double outer, double shared) => (Domains * outer * outer) - (shared * shared);

    /// <summary>
    /// Where the flow from a positive start ends: b1^2 b2 = s on its conserved curve, the root of b2^3 + c b2 = M s. From balanced starts
    /// (c = 0) the shared edge ends at (M s)^(1/3).
    /// </summary>
    public RoutingStrengths End(double outer, double shared)
    {
        RequireStart(outer, shared);
        double conserved = Conserved(outer, shared);

        // b2 (b2^2 + c) rises where it is positive, from b2 = 0 or, with c < 0, from sqrt(-c).
        double low = conserved < 0 ? Math.Sqrt(-conserved) : 0;
        double high = low + Math.Pow(Domains * S, 1.0 / 3) + 1e-300;
        while (high * ((high * high) + conserved) < Domains * S)
        {
            high *= 2;
        }

        while (true)
        {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = middle * ((middle * middle) + conserved) < Domains * S ? (middle, high) : (low, middle);
        }

        double end = Math.Sqrt(Math.Max(0, (conserved + (high * high)) / Domains));
        return new(end, high, end);
    }

    private static void RequireStart(double outer, double shared)
    {
        if (!(outer > 0 && outer <= double.MaxValue))
        {
            throw new ArgumentOutOfRangeException(nameof(outer), outer, "Encoders and decoders start from a positive, finite strength.");
        }

        if (!(shared > 0 && shared <= double.MaxValue))
        {
            throw new ArgumentOutOfRangeException(nameof(shared), shared, "The shared edge starts from a positive, finite strength.");
        }
    }
}
