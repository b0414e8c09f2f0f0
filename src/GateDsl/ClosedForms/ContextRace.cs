using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Tasks;

namespace GateDsl;

/// <summary>
/// The contextual task with the same hierarchy in all C contexts, in closed form (P1 App. F, G; general C and the hand-over derived): a common
/// pathway over object and context and, per context, a pathway over objects that is on in the other C - 1. Nothing is fitted: the time at
/// which the common pathway hands over, and what the context pathways have grown to until then, follow from the starts.
/// </summary>
/// <remarks>
/// Assumes small balanced starts, and that the common pathway leads. Each centred mode of singular value sigma: common s = sqrt(C^2 + C) sigma/N,
/// d = C/N; hand-over at t* = tau/(2 s) ln(s/(d a0) - 1); then tau da/dt = 2 a (S - a D/(C - 1)), S = sqrt(1 - 1/C) sigma/N, D = (C - 1)/N,
/// from a0 exp(2 s_w t*/tau)/C^2, s_w = sqrt(C (C - 1)) sigma/N. Times are in the unit of tau, N = C n.
/// </remarks>
public sealed class ContextRace
{
    private readonly ContextForm _form;

    private ContextRace(ContextForm form)
    {
        _form = form;
        CommonModes = form.Common.Select(mode => new ModeCurve(mode)).ToArray();
        MeanMode = new(form.Mean);
        ContextDifferenceMode = new(form.Difference);
        ResidualModes = form.Residual.Select(mode => mode is null ? null : new ModeCurve(mode)).ToArray();
    }

    /// <summary>Number of contexts C.</summary>
    public int Contexts => _form.Contexts;

    /// <summary>Number of objects n.</summary>
    public int Objects => _form.Objects;

    /// <summary>Number of datapoints N = C n.</summary>
    public int Count => Contexts * Objects;

    /// <summary>Singular values sigma of the centred hierarchy, falling; one entry per mode, as in the lists of modes.</summary>
    public IReadOnlyList<double> CentredStrengths => _form.Strengths;

    /// <summary>The common pathway's centred modes.</summary>
    public IReadOnlyList<ModeCurve> CommonModes { get; }

    /// <summary>The common pathway's mean mode.</summary>
    public ModeCurve MeanMode { get; }

    /// <summary>Each of the common pathway's C - 1 context-difference modes: s = |H 1|/N, d = n/N.</summary>
    public ModeCurve ContextDifferenceMode { get; }

    /// <summary>The context pathways' residual modes, time counted from the hand-over; null where the common mode never hands over.</summary>
    public IReadOnlyList<ModeCurve?> ResidualModes { get; }

    /// <summary>Builds the race for the hierarchy of <paramref name="objects"/> objects.</summary>
    /// <param name="contexts">C, at least 2.</param>
    /// <param name="objects">n, a power of two.</param>
    /// <param name="commonStart">Start of the common pathway's modes: H (s1^2 + s2^2)/4 of its H units (mathematics.md, The race reduction).</param>
    /// <param name="contextStart">The same of each context pathway.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static ContextRace Create(int contexts, int objects, double commonStart, double contextStart)
    {
        TaskFault.ThrowIfAny(ContextTaskData.FaultOf(contexts, objects, differentStructures: false));
        Matrix structure = new(Structures.RowCount(objects), objects, Structures.Hierarchy(objects));
        return new(ContextForm.Create(contexts, structure, Positive.Require(commonStart), Positive.Require(contextStart)));
    }

    /// <summary>t* of each centred mode: when its common mode is at half its end, in the unit of <paramref name="tau"/>.</summary>
    public double HandOver(int mode, double tau = 1) => _form.HandOver[mode] * Positive.Require(tau);

    /// <summary>Strength of a residual mode, in the unit of <paramref name="tau"/>: exponential growth until the hand-over, then its curve.</summary>
    public double ResidualAt(int mode, double time, double tau = 1) => _form.ResidualAt(mode, time / Positive.Require(tau));

    /// <summary>The Sum loss at a time in the unit of <paramref name="tau"/>.</summary>
    public double Loss(double time, double tau = 1) => _form.Loss(time / Positive.Require(tau));

    /// <summary>The Sum loss before the update of each epoch of gradient descent on the Sum loss, tau = 1/(N eta).</summary>
    /// <param name="epochs">Number of epochs, not negative.</param>
    /// <param name="stepSize">Step size eta, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public double[] Losses(int epochs, double stepSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        double tau = TimeConstant.InEpochs(Count, stepSize);
        double[] losses = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            losses[epoch] = _form.Loss(epoch / tau);
        }

        return losses;
    }
}
