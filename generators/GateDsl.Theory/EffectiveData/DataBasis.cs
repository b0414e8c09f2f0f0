using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Reductions;

namespace GateDsl.Theory.EffectiveData;

/// <summary>
/// Basis reduction (mathematics.md, Exact reductions): the same problem in orthonormal bases of what its targets, and inputs wider than N, span.
/// Descent commutes
/// with the change of basis; what lies outside never moves as long as the maps start at zero there, which is so in expectation: exact for
/// <see cref="GramReduction.Expect"/>, for representative units by their definition, not for actual weights.
/// </summary>
internal static class DataBasis
{
    public static ReductionProblem Reduce(ReductionProblem problem) => problem.Validated() with
    {
        Inputs = problem.Inputs.Select(block => ReduceInput(block, problem.Count)).ToArray(),
        Outputs = problem.Outputs.Select(block => ReduceOutput(block, problem.Count)).ToArray(),
    };

    private static InputBlock ReduceInput(InputBlock block, int count)
    {
        if (block.Width <= count)
        {
            return block;
        }

        Matrix values = new(count, block.Width, block.Values);
        Matrix basis = SpanBasis.OfRows(values);
        return new(block.Name, basis.Columns, values.Times(basis).Values);
    }

    private static OutputBlock ReduceOutput(OutputBlock block, int count)
    {
        Matrix targets = ActiveTargets(block, count);
        Matrix basis = SpanBasis.OfRows(targets);
        return block with { Width = basis.Columns, Targets = targets.Times(basis).Values };
    }

    /// <summary>N x width, zero where the output is off.</summary>
    internal static Matrix ActiveTargets(OutputBlock block, int count)
    {
        Matrix targets = new(count, block.Width, (double[])block.Targets.Clone());
        for (int n = 0; n < count; n++)
        {
            if (block.Active is { } active && !active[n])
            {
                Array.Clear(targets.Values, n * block.Width, block.Width);
            }
        }

        return targets;
    }
}
