namespace GateDsl.Identifying;

/// <summary>The network inputs by datapoint, as the entries that are not zero.</summary>
internal sealed class SparseInputs
{
    private readonly int[][] _features;
    private readonly double[][] _values;

    private SparseInputs(int features, int[][] indices, double[][] values) => (Features, _features, _values) = (features, indices, values);

    /// <summary>Features of the network input.</summary>
    public int Features { get; }

    /// <summary>Number of datapoints.</summary>
    public int Count => _features.Length;

    /// <summary>Sum of all squared entries.</summary>
    public double SquaredNorm => _values.Sum(column => column.Sum(value => value * value));

    public static SparseInputs Of(IdentificationData data)
    {
        int[][] indices = new int[data.Count][];
        double[][] values = new double[data.Count][];
        for (int n = 0; n < data.Count; n++)
        {
            List<int> at = [];
            List<double> entries = [];
            int offset = 0;
            foreach (IdentifiedInput input in data.Inputs)
            {
                if (input.IsOneHot)
                {
                    at.Add(offset + input.Index[n]);
                    entries.Add(1);
                }
                else
                {
                    double[] stimulus = input.Stimuli[input.Index[n]];
                    IEnumerable<int> on = Enumerable.Range(0, stimulus.Length).Where(f => stimulus[f] != 0);
                    at.AddRange(on.Select(f => offset + f));
                    entries.AddRange(on.Select(f => stimulus[f]));
                }

                offset += input.Features;
            }

            (indices[n], values[n]) = ([.. at], [.. entries]);
        }

        return new(data.Features, indices, values);
    }

    /// <summary>What a layer gets from the one below it.</summary>
    /// <param name="activations">Row-major, units x datapoints.</param>
    /// <param name="units">Units of the layer below.</param>
    /// <param name="datapoints">Number of datapoints.</param>
    public static SparseInputs Of(ReadOnlySpan<double> activations, int units, int datapoints)
    {
        int[][] indices = new int[datapoints][];
        double[][] values = new double[datapoints][];
        for (int n = 0; n < datapoints; n++)
        {
            List<int> at = [];
            List<double> entries = [];
            for (int unit = 0; unit < units; unit++)
            {
                if (activations[(unit * datapoints) + n] is var value and not 0)
                {
                    at.Add(unit);
                    entries.Add(value);
                }
            }

            (indices[n], values[n]) = ([.. at], [.. entries]);
        }

        return new(units, indices, values);
    }

    /// <summary>w.x at a datapoint.</summary>
    public double Project(double[] w, int datapoint)
    {
        double sum = 0;
        int[] features = _features[datapoint];
        for (int i = 0; i < features.Length; i++)
        {
            sum += w[features[i]] * _values[datapoint][i];
        }

        return sum;
    }

    /// <summary>w += scale x.</summary>
    public void Add(double[] w, int datapoint, double scale)
    {
        int[] features = _features[datapoint];
        for (int i = 0; i < features.Length; i++)
        {
            w[features[i]] += scale * _values[datapoint][i];
        }
    }
}
