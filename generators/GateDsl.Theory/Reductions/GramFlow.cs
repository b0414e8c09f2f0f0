using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Theory.Reductions;

/// <summary>
/// The Gram reduction as a flow, what descent does at small steps: dZ/dt = M Z for every pathway's factor Z = [Inner; Outer], dW/dt = E for a map
/// without hidden layer. Time is the sum of the steps of the Sum loss. The state is all factors and maps in one array.
/// </summary>
internal sealed class GramFlow
{
    private readonly GramReduction _reduction;
    private readonly (Matrix Inner, Matrix Outer)?[] _slopes;

    public GramFlow(GramReduction reduction)
    {
        _reduction = reduction;
        _slopes = reduction.Maps.Select((_, p) => reduction.FactorOf(p) is { } z
            ? (new Matrix(z.Inner.Rows, z.Inner.Columns), new Matrix(z.Outer.Rows, z.Outer.Columns))
            : ((Matrix, Matrix)?)null).ToArray();
        Start = new double[Enumerable.Range(0, _slopes.Length).Sum(p => Parts(p).Sum(part => part.Values.Length))];
        CopyParts((part, at) => Array.Copy(part.Values, 0, Start, at, part.Values.Length));
    }

    /// <summary>The state at the start.</summary>
    public double[] Start { get; }

    /// <summary>Largest entry of the pulls E_p at the state taken last: zero at rest.</summary>
    public double LargestPull { get; private set; }

    /// <summary>Moves the reduction to a state and writes dZ/dt there.</summary>
    public void SlopeAt(double[] state, double[] slope)
    {
        CopyParts((part, at) => Array.Copy(state, at, part.Values, 0, part.Values.Length));
        Matrix[] pulls = _reduction.Pulls();
        LargestPull = 0;
        int to = 0;
        for (int p = 0; p < pulls.Length; p++)
        {
            LargestPull = Math.Max(LargestPull, pulls[p].LargestMagnitude());
            if (_reduction.FactorOf(p) is not { } z || _slopes[p] is not { } own)
            {
                Put(pulls[p]);
                continue;
            }

            Array.Clear(own.Inner.Values, 0, own.Inner.Values.Length);
            Products.AddTransposeProduct(1, pulls[p], z.Outer, own.Inner);
            Put(own.Inner);
            Array.Clear(own.Outer.Values, 0, own.Outer.Values.Length);
            Products.AddProduct(1, pulls[p], z.Inner, own.Outer);
            Put(own.Outer);
        }

        void Put(Matrix part)
        {
            Array.Copy(part.Values, 0, slope, to, part.Values.Length);
            to += part.Values.Length;
        }
    }

    /// <summary>
    /// The largest error of a column of a factor, which starts as one mode, relative to that column: modes count alike before and after they
    /// have grown. A map without hidden layer counts as a whole.
    /// </summary>
    public double LargestShare(double[] error, double[] state)
    {
        double largest = 0.0;
        int at = 0;
        for (int p = 0; p < _slopes.Length; p++)
        {
            int columns = _reduction.FactorOf(p)?.Inner.Columns ?? 1;
            int length = Parts(p).Sum(part => part.Values.Length);
            for (int column = 0; column < columns; column++)
            {
                double wrong = 0, all = 0;
                for (int i = at + column; i < at + length; i += columns)
                {
                    wrong += error[i] * error[i];
                    all += state[i] * state[i];
                }

                largest = wrong > 0 || double.IsNaN(wrong) ? Math.Max(largest, wrong / all) : largest;
            }

            at += length;
        }

        return Math.Sqrt(largest);
    }

    private IEnumerable<Matrix> Parts(int p) => _reduction.FactorOf(p) is { } z ? [z.Inner, z.Outer] : [_reduction.Maps[p]];

    private void CopyParts(Action<Matrix, int> copy)
    {
        int at = 0;
        for (int p = 0; p < _slopes.Length; p++)
        {
            foreach (Matrix part in Parts(p))
            {
                copy(part, at);
                at += part.Values.Length;
            }
        }
    }
}
