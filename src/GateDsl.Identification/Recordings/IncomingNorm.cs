namespace GateDsl.Identifying;

/// <summary>
/// |w_in|^2 of a unit from what is seen of it: the shortest w with w.x equal to its activations where it is on, by conjugate gradients on the
/// normal equations. From small weights |w_out| = |w_in| to a good approximation (their difference is conserved by the flow), so this is its path
/// strength. What the unit would do where it is off is not seen; on P1 §4 shares of modules come out within 0.02 of those from the weights.
/// </summary>
internal sealed class IncomingNorm
{
    private const int MostIterations = 16;
    private const double Negligible = 1e-6;

    /// <summary>Datapoints looked at, evenly spread: they fix w where they are many more than the features.</summary>
    private const int MostDatapoints = 2_048;

    private readonly SparseInputs _inputs;
    private readonly int[] _datapoints;
    private readonly double[] _w;
    private readonly double[] _pull;
    private readonly double[] _direction;
    private readonly double[] _rest;
    private readonly double[] _moved;

    public IncomingNorm(SparseInputs inputs)
    {
        _inputs = inputs;
        int stride = (inputs.Count + MostDatapoints - 1) / MostDatapoints;
        _datapoints = [.. Enumerable.Range(0, inputs.Count).Where(n => n % stride == 0)];
        _w = new double[inputs.Features];
        _pull = new double[inputs.Features];
        _direction = new double[inputs.Features];
        _rest = new double[inputs.Count];
        _moved = new double[inputs.Count];
    }

    /// <summary>|w|^2 from the activations of a unit at all datapoints; off where 0.</summary>
    public double Squared(ReadOnlySpan<double> activations)
    {
        int[] on = On(activations);
        Array.Clear(_w);
        foreach (int n in on)
        {
            _rest[n] = activations[n];
        }

        double first = Pull(on);
        double square = first;
        _pull.CopyTo(_direction, 0);
        for (int iteration = 0; iteration < MostIterations && square > Negligible * first; iteration++)
        {
            double length = 0;
            foreach (int n in on)
            {
                _moved[n] = _inputs.Project(_direction, n);
                length += _moved[n] * _moved[n];
            }

            double step = square / length;
            for (int f = 0; f < _w.Length; f++)
            {
                _w[f] += step * _direction[f];
            }

            foreach (int n in on)
            {
                _rest[n] -= step * _moved[n];
            }

            double next = Pull(on);
            for (int f = 0; f < _w.Length; f++)
            {
                _direction[f] = _pull[f] + (next / square * _direction[f]);
            }

            square = next;
        }

        return _w.Sum(value => value * value);
    }

    private int[] On(ReadOnlySpan<double> activations)
    {
        List<int> on = [];
        foreach (int n in _datapoints)
        {
            if (activations[n] > 0)
            {
                on.Add(n);
            }
        }

        return [.. on];
    }

    private double Pull(int[] on)
    {
        Array.Clear(_pull);
        foreach (int n in on)
        {
            _inputs.Add(_pull, n, _rest[n]);
        }

        return _pull.Sum(value => value * value);
    }
}
