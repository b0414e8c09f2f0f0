namespace GateDsl.Samples.Running;

/// <summary>What an experiment runs with where the command line says nothing else.</summary>
/// <param name="Seeds">Number of seeds.</param>
/// <param name="Epochs">Number of updates.</param>
/// <param name="Structure">The structure of the contexts; null: the experiment has none, and no <c>--structure</c>.</param>
public sealed record ExperimentDefaults(int Seeds, int Epochs, ContextStructure? Structure = null)
{
    /// <summary>Options of this experiment alone.</summary>
    public IReadOnlyList<CountOption> Counts { get; init; } = [];
}
