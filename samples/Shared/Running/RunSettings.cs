namespace GateDsl.Samples.Running;

/// <summary>What the command line asks of an experiment.</summary>
/// <param name="Seeds">The seeds to train, in order; at least one.</param>
/// <param name="Epochs">Number of updates, at least 1.</param>
/// <param name="Structure">The structure of the contexts, of an experiment that has some; else null.</param>
public sealed record RunSettings(IReadOnlyList<ulong> Seeds, int Epochs, ContextStructure? Structure)
{
    /// <summary>What was asked for of the options that the experiment has alone.</summary>
    public IReadOnlyDictionary<CountOption, int> Counts { get; init; } = new Dictionary<CountOption, int>();

    /// <summary>The value of an option that the experiment has alone.</summary>
    public int Count(CountOption option) => Counts.TryGetValue(option, out int count) ? count : option.Default;

    /// <summary>The seeds first, first + 1, ...</summary>
    public static ulong[] SeedsFrom(ulong first, int count)
    {
        ulong[] seeds = new ulong[count];
        for (int i = 0; i < count; i++)
        {
            seeds[i] = first + (ulong)i;
        }

        return seeds;
    }
}
