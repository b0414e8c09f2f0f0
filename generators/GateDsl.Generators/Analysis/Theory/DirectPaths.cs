using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Generators.Analysis.Theory;

/// <summary>
/// Paths without a hidden layer, biases of outputs among them: what they can learn, no hidden layer needs units for.
/// </summary>
internal static class DirectPaths
{
    /// <summary>What is left of a target below this part of the largest one is rounding.</summary>
    private const double Rounding = 1e-10;

    /// <summary>The problem with what its direct paths leave of the targets: their residuals of least squares on the inputs of those paths.</summary>
    public static ReductionProblem Without(ReductionProblem problem) => problem with
    {
        Outputs = [.. problem.Outputs.Select((output, index) => Without(problem, output, index))],
    };

    private static OutputBlock Without(ReductionProblem problem, OutputBlock output, int index)
    {
        GatedBlock[] inputs =
            [.. problem.Pathways.Where(pathway => pathway.Modules.Length == 0 && pathway.Outputs[0].Block == index).Select(pathway => pathway.Inputs[0])];
        if (inputs.Length == 0 || problem.Count == 0 || output.Width == 0)
        {
            return output;
        }

        Matrix targets = DataBasis.ActiveTargets(output, problem.Count);
        Matrix basis = SpanBasis.OfRows(Stack(problem, output, inputs));
        Matrix left = targets.Copy();
        Products.AddProduct(-1, basis, basis.TransposeTimes(targets), left);
        double largest = targets.Values.Max(Math.Abs);
        return output with { Targets = [.. left.Values.Select(value => Math.Abs(value) <= Rounding * largest ? 0 : value)] };
    }

    /// <summary>Features of the direct paths x datapoints, 0 where a path is off.</summary>
    private static Matrix Stack(ReductionProblem problem, OutputBlock output, GatedBlock[] inputs)
    {
        Matrix stack = new(inputs.Sum(input => problem.Inputs[input.Block].Width), problem.Count);
        int row = 0;
        foreach (GatedBlock input in inputs)
        {
            InputBlock block = problem.Inputs[input.Block];
            for (int i = 0; i < block.Width; i++, row++)
            {
                for (int n = 0; n < problem.Count; n++)
                {
                    bool isOn = (input.On is null || input.On[n]) && (output.Active is null || output.Active[n]);
                    stack[row, n] = isOn ? block.Values[(n * block.Width) + i] : 0;
                }
            }
        }

        return stack;
    }
}
