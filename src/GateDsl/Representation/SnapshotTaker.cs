using System.Numerics;
using System.Numerics.Tensors;

namespace GateDsl;

/// <summary>Takes a snapshot of a network from its activations and from the gradients of its predictions.</summary>
/// <param name="shape">What the snapshot holds.</param>
/// <param name="errors">The errors of a block.</param>
/// <param name="steps">Where gradients are summed up.</param>
/// <param name="activations">Units x datapoints of a layer.</param>
/// <param name="single">Forward at one datapoint, then backward from the errors of outputs that the action has written.</param>
/// <typeparam name="T">Float or double.</typeparam>
internal sealed class SnapshotTaker<T>(
    SnapshotShape shape, BlockBuffers<T> errors, EdgeMatrix<T>[] steps, Func<string, double[,]> activations, Action<int, Action> single)
    where T : struct, INumber<T>
{
    private readonly int _n = shape.Datapoints;
    private readonly TangentKernel<T> _tangent = new(shape, errors, steps, single);

    /// <param name="epoch">The epoch it is called.</param>
    /// <param name="factors">f_e: a factor of the step multiplies the term of its edge.</param>
    public Snapshot Take(int epoch, double[] factors)
    {
        Dictionary<string, double[,]> kernels = shape.HiddenLayers.ToDictionary(layer => layer, layer => Gram(activations(layer)));
        return new Snapshot
        {
            Epoch = epoch,
            HiddenKernel = SnapshotShape.Sum(kernels.Values, _n),
            HiddenKernels = kernels,
            TangentKernel = _tangent.Of(factors),
            Predictions = shape.Outputs.ToDictionary(output => output.Name, output => Predictions(activations(output.Name), output.Units)),
        };
    }

    /// <summary>Of a bank the copy that is on; the others are 0.</summary>
    private double[,] Predictions(double[,] units, int width)
    {
        double[,] rows = new double[_n, width];
        for (int unit = 0; unit < units.GetLength(0); unit++)
        {
            for (int n = 0; n < _n; n++)
            {
                rows[n, unit % width] += units[unit, n];
            }
        }

        return rows;
    }

    private double[,] Gram(double[,] units)
    {
        double[][] columns = [.. Enumerable.Range(0, _n).Select(n => Enumerable.Range(0, units.GetLength(0)).Select(unit => units[unit, n]).ToArray())];
        double[,] kernel = new double[_n, _n];
        for (int n = 0; n < _n; n++)
        {
            for (int m = 0; m <= n; m++)
            {
                kernel[n, m] = kernel[m, n] = TensorPrimitives.Dot<double>(columns[n], columns[m]);
            }
        }

        return kernel;
    }
}
