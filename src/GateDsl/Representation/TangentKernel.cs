using System.Numerics;
using System.Numerics.Tensors;

namespace GateDsl;

/// <summary>The neural tangent kernel of a network: sum over outputs, units and edges e of f_e (dy/dW_e at n) . (dy/dW_e at m).</summary>
/// <remarks>
/// The gradient of one prediction at one datapoint is of rank one on every edge, D = u v^T: what is kept of it is u and v, and the tangent kernel is
/// a sum of (u_n . u_m)(v_n . v_m).
/// </remarks>
/// <param name="shape">Datapoints and outputs.</param>
/// <param name="errors">The errors of a block.</param>
/// <param name="steps">Where gradients are summed up.</param>
/// <param name="single">Forward at one datapoint, then backward from the errors of outputs that the action has written.</param>
/// <typeparam name="T">Float or double.</typeparam>
internal sealed class TangentKernel<T>(SnapshotShape shape, BlockBuffers<T> errors, EdgeMatrix<T>[] steps, Action<int, Action> single)
    where T : struct, INumber<T>
{
    private readonly int _n = shape.Datapoints;

    /// <param name="factors">f_e: a factor of the step multiplies the term of its edge.</param>
    /// <returns>Datapoints x datapoints.</returns>
    public double[,] Of(double[] factors)
    {
        double[,] kernel = new double[_n, _n];
        HashSet<string> outputs = [.. shape.Outputs.Select(output => output.Name)];
        string[] modules = [.. errors.Modules.Keys.Where(module => outputs.Contains(EdgeName.WithoutIndex(module)))];
        double[]?[,] u = new double[steps.Length, _n][];
        double[]?[,] v = new double[steps.Length, _n][];
        foreach (string module in modules)
        {
            for (int unit = 0; unit < errors.Modules[module].Value.Columns; unit++)
            {
                for (int n = 0; n < _n; n++)
                {
                    single(n, () => Seed(modules, module, unit));
                    for (int edge = 0; edge < steps.Length; edge++)
                    {
                        (u[edge, n], v[edge, n]) = Factors(steps[edge]);
                    }
                }

                Add(kernel, u, v, factors);
            }
        }

        return kernel;
    }

    private void Seed(string[] modules, string module, int unit)
    {
        foreach (string output in modules)
        {
            errors.Modules[output].Value.Span.Clear();
        }

        errors.Modules[module].Value.Span[unit] = T.One;
    }

    private void Add(double[,] kernel, double[]?[,] u, double[]?[,] v, double[] factors)
    {
        for (int edge = 0; edge < steps.Length; edge++)
        {
            for (int n = 0; n < _n; n++)
            {
                for (int m = 0; m <= n && u[edge, n] is not null; m++)
                {
                    if (u[edge, m] is null)
                    {
                        continue;
                    }

                    kernel[n, m] += factors[edge] * TensorPrimitives.Dot<double>(u[edge, n], u[edge, m]) * TensorPrimitives.Dot<double>(v[edge, n], v[edge, m]);
                    kernel[m, n] = kernel[n, m];
                }
            }
        }
    }

    /// <summary>u and v of D = u v^T, from the row and the column of its largest entry; none where D is 0.</summary>
    private static (double[]? U, double[]? V) Factors(EdgeMatrix<T> step)
    {
        int largest = step.Values.Length == 0 ? -1 : TensorPrimitives.IndexOfMaxMagnitude<T>(step.Values);
        if (largest < 0 || T.IsZero(step.Values[largest]))
        {
            return (null, null);
        }

        (int row, int column) = Math.DivRem(largest, step.Sources);
        double pivot = double.CreateTruncating(step.Values[largest]);
        double[] v = new double[step.Sources];
        double[] u = new double[step.Targets];
        for (int j = 0; j < v.Length; j++)
        {
            v[j] = double.CreateTruncating(step.Values[(row * step.Sources) + j]);
        }

        for (int i = 0; i < u.Length; i++)
        {
            u[i] = double.CreateTruncating(step.Values[(i * step.Sources) + column]) / pivot;
        }

        return (u, v);
    }
}
