using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>The modes of a pathway: the singular vectors of its effective input-output correlation, by falling singular value.</summary>
internal sealed class PathwayModes
{
    private readonly Matrix _u;
    private readonly Matrix _v;
    private readonly int _outputs;
    private readonly int _inputs;

    /// <param name="shape">The pathway.</param>
    /// <param name="syx">Its effective input-output correlation, outputs x inputs.</param>
    public PathwayModes(PathwayEdges shape, double[] syx)
    {
        (_outputs, _inputs) = (shape.OutputUnits, shape.InputUnits);
        SingularValues svd = SingularValues.Of(new Matrix(_outputs, _inputs, (double[])syx.Clone()));
        Count = svd.S.Length == 0 || svd.S[0] == 0 ? 0 : svd.RankAbove(1e-12);
        S = svd.S[..Count];
        _u = svd.U.FirstColumns(Count);
        _v = svd.V.FirstColumns(Count);
    }

    /// <summary>Number of modes: the rank of the correlation.</summary>
    public int Count { get; }

    /// <summary>Singular values s, sums over datapoints.</summary>
    public double[] S { get; }

    /// <summary>u_k^T M v_k of every mode.</summary>
    public double[] FindStrengths(double[] map)
    {
        double[] strengths = new double[Count];
        double[] image = new double[Count];
        for (int o = 0; o < _outputs; o++)
        {
            Array.Clear(image);
            for (int i = 0; i < _inputs; i++)
            {
                double value = map[(o * _inputs) + i];
                for (int k = 0; k < Count; k++)
                {
                    image[k] += value * _v[i, k];
                }
            }

            for (int k = 0; k < Count; k++)
            {
                strengths[k] += _u[o, k] * image[k];
            }
        }

        return strengths;
    }

    /// <summary>The map whose modes have the given strengths: sum of a_k u_k v_k^T.</summary>
    public void Compose(ReadOnlySpan<double> strengths, double[] map)
    {
        Array.Clear(map);
        for (int k = 0; k < Count; k++)
        {
            for (int o = 0; o < _outputs; o++)
            {
                double scale = strengths[k] * _u[o, k];
                for (int i = 0; i < _inputs; i++)
                {
                    map[(o * _inputs) + i] += scale * _v[i, k];
                }
            }
        }
    }

    public double[] U(int mode) => _u.Column(mode);

    public double[] V(int mode) => _v.Column(mode);
}
