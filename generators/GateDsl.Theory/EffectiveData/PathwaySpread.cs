namespace GateDsl.Theory.EffectiveData;

/// <summary>From what a pathway's weights are drawn: so many units, and a standard deviation for each of its edges.</summary>
/// <param name="Units">Hidden units H; also not a whole number.</param>
/// <param name="Inputs">Standard deviation of the edge from each stacked input block.</param>
/// <param name="Outputs">Standard deviation of the edge to each stacked output block.</param>
internal sealed record PathwaySpread(double Units, double[] Inputs, double[] Outputs)
{
    /// <summary>One standard deviation for all edges of a pathway.</summary>
    public static PathwaySpread Uniform(Pathway pathway, double units, double sigma) => new(
        units, pathway.Inputs.Select(_ => sigma).ToArray(), pathway.Outputs.Select(_ => sigma).ToArray());

    /// <summary>The same for every pathway.</summary>
    public static PathwaySpread[] Uniform(ReductionProblem problem, double units, double sigma) =>
        problem.Pathways.Select(pathway => Uniform(pathway, units, sigma)).ToArray();

    /// <exception cref="ArgumentException">The units are not positive, or a deviation is negative or not finite.</exception>
    public PathwaySpread Validated(Pathway pathway)
    {
        if (Inputs.Length != pathway.Inputs.Length || Outputs.Length != pathway.Outputs.Length)
        {
            throw new ArgumentException(
                $"Pathway {pathway.Name} has {pathway.Inputs.Length} input and {pathway.Outputs.Length} output edges, "
                + $"not {Inputs.Length} and {Outputs.Length}.");
        }

        if (!(Units > 0 && Units <= double.MaxValue))
        {
            throw new ArgumentException($"Pathway {pathway.Name} has {Units} units: the number must be positive and finite.");
        }

        foreach (double sigma in Inputs.Concat(Outputs))
        {
            if (!(sigma >= 0 && sigma <= double.MaxValue))
            {
                throw new ArgumentException($"Pathway {pathway.Name} has the standard deviation {sigma}: it must be finite and not negative.");
            }
        }

        return this;
    }
}
