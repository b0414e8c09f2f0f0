using System.Text;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Theory.EffectiveData;

/// <summary>
/// Groups datapoints at which all gates are equal. A group with more datapoints than inputs is condensed without loss: with the QR decomposition
/// [X^T, Y^T] = Q R the squared residual of every linear map is the same on the columns of R^T, of which only as many as there are inputs
/// involve the map; the rest is a floor of the loss.
/// </summary>
internal sealed class EqualGates
{
    private readonly int _inputs;
    private readonly int _outputs;

    /// <param name="problem">The problem.</param>
    /// <param name="inputs">Width of all inputs.</param>
    /// <param name="outputs">Width of all outputs.</param>
    public EqualGates(ReductionProblem problem, int inputs, int outputs)
    {
        (_inputs, _outputs) = (inputs, outputs);
        Groups = GroupsOf(problem).ToArray();
    }

    /// <summary>In the order of their first datapoints.</summary>
    public DataGroup[] Groups { get; }

    /// <summary>Sum loss that no map can remove from the condensed groups.</summary>
    public double LossFloor { get; private set; }

    private IEnumerable<DataGroup> GroupsOf(ReductionProblem problem)
    {
        Dictionary<string, List<int>> byGates = new();
        List<string> order = new();
        for (int n = 0; n < problem.Count; n++)
        {
            string key = GatesAt(problem, n);
            if (!byGates.TryGetValue(key, out List<int>? members))
            {
                byGates.Add(key, members = []);
                order.Add(key);
            }

            members.Add(n);
        }

        return order.Select(key => GroupOf(problem, byGates[key]));
    }

    private DataGroup GroupOf(ReductionProblem problem, List<int> members)
    {
        int first = members[0];
        bool[] outputsOn = problem.Outputs.Select(block => block.Active?[first] ?? true).ToArray();
        bool[][] inputsOn = problem.Pathways.Select(pathway => pathway.Inputs.Select(block => block.On?[first] ?? true).ToArray()).ToArray();
        bool[][] pathwayOutputsOn = problem.Pathways
            .Select(pathway => pathway.Outputs.Select(block => (block.On?[first] ?? true) && outputsOn[block.Block]).ToArray()).ToArray();

        Matrix x = new(members.Count, _inputs);
        Matrix y = new(members.Count, _outputs);
        for (int i = 0; i < members.Count; i++)
        {
            CopyRow(problem.Inputs.Select(block => ((double[]?)block.Values, block.Width)), members[i], x, i);
            CopyRow(problem.Outputs.Select((block, o) => (outputsOn[o] ? block.Targets : null, block.Width)), members[i], y, i);
        }

        if (members.Count > _inputs)
        {
            (x, y) = Condense(x, y);
        }

        return new(x.Transpose(), y.Transpose(), outputsOn, inputsOn, pathwayOutputsOn);
    }

    // Rows are datapoints here.
    private (Matrix X, Matrix Y) Condense(Matrix x, Matrix y)
    {
        Matrix joint = new(x.Rows, x.Columns + y.Columns);
        for (int n = 0; n < x.Rows; n++)
        {
            Array.Copy(x.Values, n * x.Columns, joint.Values, n * joint.Columns, x.Columns);
            Array.Copy(y.Values, n * y.Columns, joint.Values, (n * joint.Columns) + x.Columns, y.Columns);
        }

        Matrix r = ThinQr.Of(joint).R;

        // There are more datapoints than inputs, so R has a row for every input.
        int kept = x.Columns;
        Matrix condensedX = new(kept, x.Columns);
        Matrix condensedY = new(kept, y.Columns);
        for (int i = 0; i < r.Rows; i++)
        {
            if (i < kept)
            {
                Array.Copy(r.Values, i * r.Columns, condensedX.Values, i * x.Columns, x.Columns);
                Array.Copy(r.Values, (i * r.Columns) + x.Columns, condensedY.Values, i * y.Columns, y.Columns);
                continue;
            }

            for (int j = x.Columns; j < r.Columns; j++)
            {
                LossFloor += 0.5 * r[i, j] * r[i, j];
            }
        }

        return (condensedX, condensedY);
    }

    private static void CopyRow(IEnumerable<(double[]? Values, int Width)> blocks, int datapoint, Matrix target, int row)
    {
        int at = row * target.Columns;
        foreach ((double[]? values, int width) in blocks)
        {
            if (values is not null)
            {
                Array.Copy(values, datapoint * width, target.Values, at, width);
            }

            at += width;
        }
    }

    private static string GatesAt(ReductionProblem problem, int n)
    {
        StringBuilder gates = new();
        foreach (OutputBlock output in problem.Outputs)
        {
            gates.Append(output.Active?[n] ?? true ? '1' : '0');
        }

        foreach (Pathway pathway in problem.Pathways)
        {
            foreach (GatedBlock? block in pathway.Inputs.Concat(pathway.Outputs))
            {
                gates.Append(block.On?[n] ?? true ? '1' : '0');
            }
        }

        return gates.ToString();
    }
}
