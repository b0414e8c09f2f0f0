using GateDsl.Theory.ClosedForms;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>
/// The contextual task in closed form (P1 App. F, G; general C and the hand-over derived): C contexts with the same structure H (properties x
/// n objects) in every block, a common pathway over object and context, and per context one pathway over objects that is on in the other
/// C - 1. Times in tau, Sum loss over the N = C n datapoints.
/// </summary>
/// <remarks>
/// The common pathway follows Eq. 7 in each of its modes: the centred modes of H, the C - 1 context differences and the mean. A context
/// pathway takes the residual of each centred mode: it grows with the common target until the common mode is at half its end (t*), keeps what
/// of that lies along the residual, and follows tau a' = 2 a (S - a / N) from there. Its own mean mode is left out.
/// </remarks>
internal sealed class ContextForm
{
    private readonly double _meanEnergy;
    private readonly double _differenceEnergy;

    private ContextForm(int contexts, Matrix structure, double commonStart, double contextStart)
    {
        Contexts = contexts;
        Objects = structure.Columns;
        double n = (double)Objects;
        double c = contexts, count = c * n;

        double[] sums = RowSums(structure);
        double sumNorm = Math.Sqrt(sums.Sum(value => value * value));
        _meanEnergy = sumNorm * sumNorm * (c + 1) / n;
        _differenceEnergy = sumNorm * sumNorm / n;

        double both = Math.Sqrt((1 / n) + (1 / c));
        Mean = new(sumNorm * Math.Sqrt((c * c) + c) * both / count, (1 / n) + (1 / c), commonStart);
        Difference = new(sumNorm / count, n / count, commonStart);

        Strengths = CentredStrengths(structure, sums);
        Common = Strengths.Select(sigma => new BalancedMode(Math.Sqrt((c * c) + c) * sigma / count, c / count, commonStart)).ToArray();
        HandOver = Common.Select(mode => mode.TimeTo(mode.End / 2)).ToArray();
        Residual = Strengths.Select((sigma, k) => ResidualMode(sigma, HandOver[k], contextStart)).ToArray();
    }

    public int Contexts { get; }

    public int Objects { get; }

    /// <summary>Singular values sigma of the centred structure H - (H 1) 1^T / n that are not zero, falling.</summary>
    public double[] Strengths { get; }

    /// <summary>The common pathway's centred modes, in the order of <see cref="Strengths"/>.</summary>
    public BalancedMode[] Common { get; }

    /// <summary>The common pathway's context differences: C - 1 equal modes, s = |H 1|/N, d = n/N.</summary>
    public BalancedMode Difference { get; }

    /// <summary>The common pathway's mean mode.</summary>
    public BalancedMode Mean { get; }

    /// <summary>t* of each centred mode in tau: when its common mode is at half its end; infinity where it never is.</summary>
    public double[] HandOver { get; }

    /// <summary>
    /// The context pathways' residual modes, time counted from t*: S = sqrt(1 - 1/C) sigma/N against D/(C - 1) = 1/N; null where the common
    /// mode never hands over or one context leaves no residual.
    /// </summary>
    public BalancedMode?[] Residual { get; }

    /// <param name="contexts">Number of contexts C, at least 2.</param>
    /// <param name="structure">H, properties x objects.</param>
    /// <param name="commonStart">Mode strength from which the common pathway starts.</param>
    /// <param name="contextStart">Mode strength from which each context pathway starts.</param>
    public static ContextForm Create(int contexts, Matrix structure, double commonStart, double contextStart)
    {
        if (contexts < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(contexts), contexts, "Context pathways need at least two contexts.");
        }

        if (structure.Columns < 1)
        {
            throw new ArgumentException("The structure has no objects.", nameof(structure));
        }

        RequirePositive(commonStart, nameof(commonStart));
        RequirePositive(contextStart, nameof(contextStart));
        structure.RequireFinite(nameof(structure));
        return new(contexts, structure, commonStart, contextStart);
    }

    /// <summary>Strength of residual mode k at a time in tau: exponential growth until t*, then its curve.</summary>
    public double ResidualAt(int k, double time)
    {
        double sinceHandOver = time - HandOver[k];
        return Residual[k] is not { } mode ? 0
            : sinceHandOver >= 0 ? mode.At(sinceHandOver)
            : mode.Start * Math.Exp(2 * EarlySpeed(Strengths[k]) * sinceHandOver);
    }

    /// <summary>The Sum loss at a time in tau.</summary>
    public double Loss(double time)
    {
        double loss = 0.5 * _meanEnergy * SquaredMissing(Mean, time);
        loss += 0.5 * _differenceEnergy * (Contexts - 1) * SquaredMissing(Difference, time);
        for (int k = 0; k < Strengths.Length; k++)
        {
            // In each context the common block and the mean of the blocks lack what the common mode lacks, the rest what the residual lacks.
            double residualEnd = Math.Sqrt(1 - (1.0 / Contexts)) * Strengths[k];
            double residualMissing = 1 - (ResidualAt(k, time) / residualEnd);
            loss += 0.5 * Strengths[k] * Strengths[k] * Contexts * (
                ((1 + (1.0 / Contexts)) * SquaredMissing(Common[k], time)) + ((1 - (1.0 / Contexts)) * residualMissing * residualMissing));
        }

        return loss;
    }

    // Until t* the pathway missing one context sees (C - 1; 1, ..., 1, 0) sigma/N; of its growth 1/C lies along the residual direction.
    private BalancedMode? ResidualMode(double sigma, double handOver, double start)
    {
        if (double.IsInfinity(handOver))
        {
            return null;
        }

        double c = Contexts, count = c * Objects;
        double grown = start * Math.Exp(2 * EarlySpeed(sigma) * handOver) / (c * c);
        return new(Math.Sqrt(1 - (1 / c)) * sigma / count, 1 / count, Math.Min(grown, double.MaxValue));
    }

    private double EarlySpeed(double sigma) => Math.Sqrt((double)Contexts * (Contexts - 1)) * sigma / ((double)Contexts * Objects);

    private static double SquaredMissing(BalancedMode mode, double time)
    {
        double missing = mode.S == 0 ? 0 : 1 - (mode.At(time) * mode.D / mode.S);
        return missing * missing;
    }

    private static double[] RowSums(Matrix structure)
    {
        double[] sums = new double[structure.Rows];
        for (int p = 0; p < structure.Rows; p++)
        {
            for (int o = 0; o < structure.Columns; o++)
            {
                sums[p] += structure[p, o];
            }
        }

        return sums;
    }

    private static double[] CentredStrengths(Matrix structure, double[] sums)
    {
        Matrix centred = structure.Copy();
        for (int p = 0; p < structure.Rows; p++)
        {
            for (int o = 0; o < structure.Columns; o++)
            {
                centred[p, o] -= sums[p] / structure.Columns;
            }
        }

        SingularValues values = SingularValues.Of(centred);
        return values.S.Take(values.Rank()).ToArray();
    }

    private static void RequirePositive(double start, string parameter)
    {
        if (!(start > 0 && start <= double.MaxValue))
        {
            throw new ArgumentOutOfRangeException(parameter, start, "A pathway that starts from no strength never moves: give a positive number.");
        }
    }
}
