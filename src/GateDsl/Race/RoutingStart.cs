using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Reductions;

namespace GateDsl;

/// <summary>The scalars of routing's aligned form, read from weights: encoders R1 b1 V^T, shared R2 b2 R1^T, decoders U b3 R2^T.</summary>
internal static class RoutingStart
{
    /// <summary>What weights may lie off the aligned form, relative to their norm.</summary>
    private const double Alignment = 1e-6;

    /// <summary>One triple per mode of the targets.</summary>
    /// <param name="task">The task.</param>
    /// <param name="chain">Weights into the first module, between the two, and out of the second.</param>
    /// <param name="targets">The decomposition of the task's targets.</param>
    /// <exception cref="NotSupportedException">The weights are not of the aligned form; the message says by how much.</exception>
    public static RoutingStrengths[] Of(RoutingRecognition task, double[][] chain, SingularValues targets)
    {
        int modes = targets.Rank();
        int items = task.Targets.Columns;
        int width = task.Targets.Rows;
        Matrix incoming = new(chain[0].Length / (task.Domains * items), task.Domains * items, chain[0]);
        Matrix shared = new(chain[1].Length / incoming.Rows, incoming.Rows, chain[1]);
        Matrix outgoing = new(task.Domains * width, shared.Rows, chain[2]);
        RoutingStrengths[] strengths = new RoutingStrengths[modes];
        Matrix[] aligned = [new(incoming.Rows, incoming.Columns), new(shared.Rows, shared.Columns), new(outgoing.Rows, outgoing.Columns)];
        for (int k = 0; k < modes; k++)
        {
            // The first domain's edges say what the bases are; what differs anywhere is off the form.
            (double b1, double[] r1) = Stretch(incoming, Placed(targets.V.Column(k), incoming.Columns));
            (double b2, double[] r2) = Stretch(shared, r1);
            double b3 = outgoing.Times(new Matrix(r2.Length, 1, r2)).Values.Take(width).Zip(targets.U.Column(k), (y, u) => y * u).Sum();
            strengths[k] = new(b1, b2, b3);
            Add(aligned[0], b1, r1, Repeated(targets.V.Column(k), task.Domains));
            Add(aligned[1], b2, r2, r1);
            Add(aligned[2], b3, Repeated(targets.U.Column(k), task.Domains), r2);
        }

        double off = Math.Max(Distance(incoming, aligned[0]), Math.Max(Distance(shared, aligned[1]), Distance(outgoing, aligned[2])));
        return off <= Alignment ? strengths : throw new NotSupportedException(FormattableString.Invariant(
            $"The closed form of routing assumes weights of the aligned form; these are off it by {off:G3} of their norm. Use Reduction.Exact."));
    }

    private static (double Norm, double[] Direction) Stretch(Matrix weights, double[] direction)
    {
        double[] image = weights.Times(new Matrix(direction.Length, 1, direction)).Values;
        double norm = Math.Sqrt(image.Sum(x => x * x));
        return (norm, norm == 0 ? image : [.. image.Select(x => x / norm)]);
    }

    private static double[] Placed(double[] v, int length) => [.. v, .. new double[length - v.Length]];

    private static double[] Repeated(double[] values, int times) => [.. Enumerable.Repeat(values, times).SelectMany(x => x)];

    private static void Add(Matrix sum, double scale, double[] left, double[] right)
    {
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j < right.Length; j++)
            {
                sum[i, j] += scale * left[i] * right[j];
            }
        }
    }

    private static double Distance(Matrix weights, Matrix aligned)
    {
        double square = weights.Values.Zip(aligned.Values, (w, a) => (w - a) * (w - a)).Sum();
        return square == 0 ? 0 : Math.Sqrt(square / weights.SquaredNorm());
    }
}
