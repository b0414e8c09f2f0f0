namespace GateDsl;

/// <summary>One weight matrix.</summary>
/// <param name="Name">Name of the weights with the copy's index: <c>ItemToPairs[1]</c>, <c>HighToMix[0, 2]</c>.</param>
/// <param name="Source">Name of the source, with its index in a bank.</param>
/// <param name="Target">Name of the target, with its index in a bank.</param>
/// <param name="Targets">Units of the target: rows.</param>
/// <param name="Sources">Units of the source: columns.</param>
/// <param name="Gate">Where the edge is open.</param>
public sealed record EdgeDescription(string Name, string Source, string Target, int Targets, int Sources, GateDescription Gate)
{
    /// <summary>Number of weights.</summary>
    public long Parameters => (long)Targets * Sources;
}
