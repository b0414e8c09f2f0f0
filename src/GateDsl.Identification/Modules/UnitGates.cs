namespace GateDsl.Identifying;

/// <summary>
/// Whether the recorded units can be units of a first hidden layer over these inputs: each gate alone must be one that a ReLU unit can have. Columns of the
/// activations in another order than those of the inputs, or a feature that is missing, leave gates that none can have, also where no two inputs are equal.
/// </summary>
internal static class UnitGates
{
    /// <summary>Different gates that are looked at, those that hold most path strength first.</summary>
    private const int MostLooked = 12;

    /// <summary>Numbers of inputs from which on exact arithmetic takes too long beside what it tells.</summary>
    private const long MostNumbers = 3_000;

    /// <summary>How many of how many gates no unit can have, with a bias or without; none looked at: there is too much to decide.</summary>
    public static (int Impossible, int Looked) Of(GatePatterns patterns, IdentificationData data)
    {
        if ((long)data.Features * data.Count > MostNumbers)
        {
            return (0, 0);
        }

        LayerDatapoints points = GateEvidence.Datapoints(data).Constant("Bias");
        int[] looked = [.. Enumerable.Range(0, patterns.Patterns.Length).OrderByDescending(p => patterns.Weights[p]).Take(MostLooked)];
        return (looked.AsParallel().Count(IsImpossible), looked.Length);

        bool IsImpossible(int pattern) =>
            points.Decide([.. Enumerable.Range(0, data.Count).Select(n => GatePatterns.IsOn(patterns.Patterns[pattern], n))]).Class
            == GateClass.NotImplementable;
    }
}
