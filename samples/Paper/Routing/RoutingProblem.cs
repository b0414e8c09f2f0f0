using GateDsl;
using MathNet.Numerics.LinearAlgebra;

namespace Paper.Routing;

/// <summary>The task for M and K: the trained pairs as data, all pairs to ask for, and the modes of the targets.</summary>
internal sealed class RoutingProblem
{
    private readonly RoutingTask _all;
    private readonly bool[,] _isTrained;
    private readonly Matrix<double> _targets;

    public RoutingProblem(int domains, int trained)
    {
        (Domains, Trained) = (domains, trained);
        RoutingTask task = RoutingTask.Create(domains, trained);
        _all = RoutingTask.Create(domains, domains);
        TrainedPairs = ToData(task);
        AllPairs = ToData(_all);
        _isTrained = new bool[domains, domains];
        for (int n = 0; n < task.Count; n++)
        {
            _isTrained[task.Sources[n], task.Sinks[n]] = true;
        }

        Properties = task.TargetWidth;
        _targets = Matrix<double>.Build.Dense(Properties, RoutingNetwork.Items, (property, item) => task.Targets[(item * Properties) + property]);
        var svd = _targets.Svd();
        SingularValues = [.. svd.S];
        Left = svd.U;
        Right = svd.VT;
    }

    /// <summary>M.</summary>
    public int Domains { get; }

    /// <summary>K.</summary>
    public int Trained { get; }

    /// <summary>Numbers in an output.</summary>
    public int Properties { get; }

    /// <summary>The M K trained pairs, four items each.</summary>
    public RoutingNetwork.Dataset TrainedPairs { get; }

    /// <summary>All M^2 pairs.</summary>
    public RoutingNetwork.Dataset AllPairs { get; }

    /// <summary>Singular values of the targets, falling: one mode each.</summary>
    public double[] SingularValues { get; }

    private Matrix<double> Left { get; }

    private Matrix<double> Right { get; }

    /// <summary>Whether encoder and decoder are trained together.</summary>
    public bool IsTrained(int encoder, int decoder) => _isTrained[encoder, decoder];

    /// <summary>The targets of every pair, properties x items.</summary>
    public Matrix<double> Targets => _targets;

    /// <summary>The map of every pair, by encoder and decoder: properties x items.</summary>
    public Matrix<double>[,] MapsOf(RoutingNetwork network)
    {
        double[] outputs = new double[_all.Count * Properties];
        network.Predict(AllPairs, outputs);
        Matrix<double>[,] maps = new Matrix<double>[Domains, Domains];
        for (int n = 0; n < _all.Count; n++)
        {
            ref Matrix<double>? map = ref maps[_all.Sources[n], _all.Sinks[n]]!;
            map ??= Matrix<double>.Build.Dense(Properties, RoutingNetwork.Items);
            for (int property = 0; property < Properties; property++)
            {
                map[property, _all.Items[n]] = outputs[(n * Properties) + property];
            }
        }

        return maps;
    }

    /// <summary>The strength of each mode, u^T map v, averaged over the trained pairs.</summary>
    public double[] StrengthsOf(Matrix<double>[,] maps)
    {
        double[] strengths = new double[SingularValues.Length];
        for (int mode = 0; mode < strengths.Length; mode++)
        {
            strengths[mode] = Pairs(trained: true).Average(pair => Left.Column(mode).DotProduct(maps[pair.Encoder, pair.Decoder] * Right.Row(mode)));
        }

        return strengths;
    }

    /// <summary>Half the squared distance between map and targets, averaged over the trained or the other pairs; null: there are none.</summary>
    public double? ErrorOf(Matrix<double>[,] maps, bool trained)
    {
        double[] errors = [.. Pairs(trained).Select(pair => 0.5 * Math.Pow((maps[pair.Encoder, pair.Decoder] - _targets).FrobeniusNorm(), 2))];
        return errors.Length == 0 ? null : errors.Average();
    }

    private IEnumerable<(int Encoder, int Decoder)> Pairs(bool trained) =>
        from encoder in Enumerable.Range(0, Domains)
        from decoder in Enumerable.Range(0, Domains)
        where _isTrained[encoder, decoder] == trained
        select (encoder, decoder);

    private static RoutingNetwork.Dataset ToData(RoutingTask task) => RoutingNetwork.Dataset.Create(task.Cues, task.Sinks, task.Targets);
}
