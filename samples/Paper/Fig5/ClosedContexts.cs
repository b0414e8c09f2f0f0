using GateDsl;

namespace Paper.Fig5;

/// <summary>The closed form beside a training (P1 App. F, G): losses by epoch, and the singular values of the pathways, falling.</summary>
internal sealed class ClosedContexts
{
    private readonly ContextRace _race;
    private readonly double _tau;

    public ClosedContexts(int contexts, int epochs)
    {
        _race = ContextRace.Create(
            contexts,
            Fig5Settings.Objects,
            Fig5Settings.Start(Fig5Settings.Sigma(contexts)),
            Fig5Settings.Start(Fig5Settings.ContextSigma(contexts)));
        _tau = TimeConstant.InEpochs(_race.Count, Fig5Settings.StepSize);
        Losses = _race.Losses(epochs, Fig5Settings.StepSize);
    }

    /// <summary>The Sum loss before the update of each epoch.</summary>
    public double[] Losses { get; }

    /// <summary>Of the common pathway: mean, centred and context-difference modes.</summary>
    public double[] Common(int epoch) =>
    [
        .. Enumerable.Repeat(_race.ContextDifferenceMode, _race.Contexts - 1)
            .Concat(_race.CommonModes).Append(_race.MeanMode)
            .Select(mode => mode.At(epoch, _tau)).OrderDescending(),
    ];

    /// <summary>Of each other pathway: the residual modes.</summary>
    public double[] AllButOne(int epoch) =>
        [.. Enumerable.Range(0, _race.ResidualModes.Count).Select(mode => _race.ResidualAt(mode, epoch, _tau)).OrderDescending()];
}
