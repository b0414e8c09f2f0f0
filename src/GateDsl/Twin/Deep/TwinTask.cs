using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>What a twin learns: every input stacked, and its outputs with their losses.</summary>
/// <param name="Count">Number of datapoints N.</param>
/// <param name="Features">Numbers in an input.</param>
/// <param name="Inputs">N x features.</param>
/// <param name="Outputs">The outputs; the twin's last hidden layer feeds all of them.</param>
internal sealed record TwinTask(int Count, int Features, double[] Inputs, TwinOutput[] Outputs)
{
    /// <summary>Numbers in a prediction, the outputs one after the other.</summary>
    public int OutputUnits => Outputs.Sum(output => output.Units);

    /// <summary>Inputs and outputs of a declaration; pathways do not matter to a twin.</summary>
    public static TwinTask Of(ReductionProblem problem, Func<string, LossRule>? ruleOf = null)
    {
        problem.Validated();
        Matrix x = MatrixColumns.Beside([.. problem.Inputs.Select(block => new Matrix(problem.Count, block.Width, block.Values))], problem.Count);
        return new TwinTask(problem.Count, x.Columns, x.Values, [.. problem.Outputs.Select(block =>
            new TwinOutput(block.Name, block.Width, block.Targets, block.Active, ruleOf?.Invoke(block.Name) ?? LossRule.Squared))]);
    }

    /// <summary>
    /// The same task in orthonormal bases of what inputs and targets span (mathematics.md, ReLU networks): descent from weights whose distribution no rotation
    /// changes commutes with the change of basis. Outputs that are always on and have a loss that allows it share one basis, each of the others keeps its own;
    /// where the loss is not rotation invariant, its units.
    /// </summary>
    public TwinTask Reduced()
    {
        Matrix x = new(Count, Features, Inputs);
        x = x.Times(SpanBasis.OfRows(x));
        bool areOne = Outputs.Length > 1 && Outputs.All(output => output.Active is null && output.Rule.AllowsRotation);
        TwinOutput[] outputs = areOne ? [TwinOutput.Beside(Outputs, Count)] : Outputs;
        return new TwinTask(Count, x.Columns, x.Values, [.. outputs.Select(output => output.Reduced(Count))]);
    }

    /// <summary>Both tasks in bases of what they span together, so that the same network reads either.</summary>
    public (TwinTask Task, TwinTask? Test) ReducedWith(TwinTask? test)
    {
        if (test is null)
        {
            return (Reduced(), null);
        }

        TwinTask both = new(
            Count + test.Count, Features, [.. Inputs, .. test.Inputs],
            [.. Outputs.Zip(test.Outputs, (output, other) => output.Above(other, Count, test.Count))]);
        both = both.Reduced();
        return (both.Rows(0, Count), both.Rows(Count, test.Count));
    }

    /// <summary>By output its predictions, N x units, where it is on, else 0; in the units that a reduced output had.</summary>
    public Dictionary<string, double[,]> Unreduced(ReadOnlySpan<double> predictions)
    {
        Dictionary<string, double[,]> byOutput = [];
        int stride = OutputUnits;
        int first = 0;
        foreach (TwinOutput output in Outputs)
        {
            output.Unreduce(predictions, Count, first, stride, byOutput);
            first += output.Units;
        }

        return byOutput;
    }

    /// <summary>Units, before any reduction, of the outputs that are on at both datapoints.</summary>
    public int SharedOutputs(int n, int m) => Outputs.Where(output => output.IsOn(n) && output.IsOn(m)).Sum(output => output.FullUnits);

    /// <summary>Clears the rows, one for each output unit, of the outputs that are off at a datapoint.</summary>
    public void CloseOutputs(int n, double[] rows, int width)
    {
        int first = 0;
        foreach (TwinOutput output in Outputs)
        {
            if (!output.IsOn(n))
            {
                rows.AsSpan(first * width, output.Units * width).Clear();
            }

            first += output.Units;
        }
    }

    private TwinTask Rows(int first, int count) =>
        new(count, Features, Inputs[(first * Features)..((first + count) * Features)], [.. Outputs.Select(output => output.Rows(first, count))]);
}
