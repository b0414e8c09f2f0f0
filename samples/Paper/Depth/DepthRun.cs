namespace Paper.Depth;

/// <summary>One training or prediction.</summary>
/// <param name="Loss">One loss per epoch; of a training whose first drop alone is wanted no longer than to that.</param>
/// <param name="Draws">Of a prediction the losses of its draws, or its own where nothing was drawn.</param>
internal sealed record DepthRun(double[] Loss, IReadOnlyList<double[]> Draws);
