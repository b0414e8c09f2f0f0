namespace GateDsl;

/// <summary>
/// A network of layers whose hidden units are gated by their own pre-activations: weights target x source, activations one datapoint a row. Layer
/// 0 is the input, the last one the outputs; edge l leads into layer l + 1.
/// </summary>
internal sealed class LayeredNetwork
{
    private readonly TwinTask _task;
    private readonly double[] _slopes;
    private readonly int[] _units;
    private readonly double[][] _activations;
    private readonly double[][] _errors;
    private readonly int[] _all;

    /// <param name="task">The data.</param>
    /// <param name="widths">Units of the hidden layers.</param>
    /// <param name="weights">Weights of every edge; not copied.</param>
    /// <param name="biases">Biases of every layer but the input, or null; not copied.</param>
    /// <param name="slopes">By hidden layer the slope of its units where they are off.</param>
    public LayeredNetwork(TwinTask task, int[] widths, double[][] weights, double[][]? biases, double[] slopes)
    {
        _task = task;
        _slopes = slopes;
        _units = [task.Features, .. widths, task.OutputUnits];
        Weights = weights;
        Biases = biases;
        _activations = [task.Inputs, .. _units.Skip(1).Select(units => new double[task.Count * units])];
        _errors = [[], .. _units.Skip(1).Select(units => new double[task.Count * units])];
        _all = [.. Enumerable.Range(0, task.Count)];
    }

    /// <summary>Target x source, by edge.</summary>
    public double[][] Weights { get; }

    /// <summary>By edge; null: none.</summary>
    public double[][]? Biases { get; }

    /// <summary>Number of edges: hidden layers and one.</summary>
    public int Edges => Weights.Length;

    /// <summary>Slope of the units of hidden layer l where they are off.</summary>
    public double SlopeOf(int layer) => _slopes[layer - 1];

    /// <summary>All datapoints.</summary>
    public ReadOnlySpan<int> All => _all;

    /// <summary>Units of layer l.</summary>
    public int UnitsOf(int layer) => _units[layer];

    /// <summary>N x units of layer l, of the last <see cref="Forward"/>.</summary>
    public ReadOnlySpan<double> ActivationsOf(int layer) => _activations[layer];

    /// <summary>Activations and predictions at some datapoints.</summary>
    public void Forward(ReadOnlySpan<int> rows)
    {
        for (int edge = 0; edge < Edges; edge++)
        {
            int units = _units[edge + 1];
            double[] z = _activations[edge + 1];
            foreach (int n in rows)
            {
                Span<double> row = z.AsSpan(n * units, units);
                if (Biases is null)
                {
                    row.Clear();
                }
                else
                {
                    Biases[edge].CopyTo(row);
                }
            }

            BatchKernels.AddProduct<double>(Weights[edge], _activations[edge], z, rows, units, _units[edge]);
            if (edge < Edges - 1)
            {
                Gate(z, rows, units, _slopes[edge]);
            }
        }
    }

    /// <summary>The Sum loss over datapoints whose predictions are known; e of the outputs there.</summary>
    public double Residuals(ReadOnlySpan<int> rows)
    {
        double loss = 0;
        int units = _units[^1];
        double[] predictions = _activations[^1];
        double[] errors = _errors[^1];
        int first = 0;
        foreach (TwinOutput output in _task.Outputs)
        {
            foreach (int n in rows)
            {
                // Where an output is off its errors stay 0.
                if (output.IsOn(n))
                {
                    int at = (n * units) + first;
                    loss += output.Rule.Residual(
                        output.Targets.AsSpan(n * output.Units, output.Units), predictions.AsSpan(at, output.Units), errors.AsSpan(at, output.Units));
                }
            }

            first += output.Units;
        }

        return loss;
    }

    /// <summary>
    /// Carries the errors back and gives every edge, last to first, to <paramref name="move"/> once nothing above or below needs its weights as they
    /// were.
    /// </summary>
    public void Backward(ReadOnlySpan<int> rows, IEdgeMove move)
    {
        for (int edge = Edges - 1; edge >= 0; edge--)
        {
            int targets = _units[edge + 1];
            int sources = _units[edge];
            if (edge > 0)
            {
                BatchKernels.SetTransposedProduct<double>(Weights[edge], _errors[edge + 1], _errors[edge], rows, targets, sources);
                GateErrors(_activations[edge], _errors[edge], rows, sources, _slopes[edge - 1]);
            }

            move.Move(edge, _errors[edge + 1], _activations[edge], rows, targets, sources);
        }
    }

    // A leaky unit is 1 or the slope times its pre-activation; its sign, and so its gate, can be read from what it became.
    private static void Gate(double[] z, ReadOnlySpan<int> rows, int units, double slope)
    {
        if (slope == 1)
        {
            return;
        }

        if (slope == 0)
        {
            BatchKernels.Rectify<double>(z, rows, units);
            return;
        }

        foreach (int n in rows)
        {
            foreach (ref double value in z.AsSpan(n * units, units))
            {
                value *= value > 0 ? 1 : slope;
            }
        }
    }

    private static void GateErrors(double[] h, double[] e, ReadOnlySpan<int> rows, int units, double slope)
    {
        if (slope == 1)
        {
            return;
        }

        if (slope == 0)
        {
            BatchKernels.CloseUnits<double>(h, e, rows, units);
            return;
        }

        foreach (int n in rows)
        {
            Span<double> error = e.AsSpan(n * units, units);
            ReadOnlySpan<double> unit = h.AsSpan(n * units, units);
            for (int i = 0; i < error.Length; i++)
            {
                error[i] *= unit[i] > 0 ? 1 : slope;
            }
        }
    }
}
