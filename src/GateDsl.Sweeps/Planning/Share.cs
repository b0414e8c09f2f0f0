namespace GateDsl.Sweeps;

/// <summary>Every <paramref name="Of"/>-th run from <paramref name="Index"/> on, so that slow points spread over all shares.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Of">Number of shares.</param>
internal readonly record struct Share(int Index, int Of)
{
    /// <summary>The share, if there is one.</summary>
    public static Share Create(int index, int of) =>
        of < 1 ? throw new WrongUseException($"--of {of} is no number of shares; it is at least 1.")
        : index < 0 || index >= of ? throw new WrongUseException($"--index {index} is no share of {of}; it is from 0 to {of - 1}.")
        : new Share(index, of);

    /// <summary>Its runs of so many in all.</summary>
    public IEnumerable<int> Runs(int count)
    {
        for (long run = Index; run < count; run += Of)
        {
            yield return (int)run;
        }
    }
}
