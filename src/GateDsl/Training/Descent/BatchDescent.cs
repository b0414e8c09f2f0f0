using System.Numerics;

namespace GateDsl;

/// <summary>One training by batch whose updates are more than W = W - eta dL/dW over all datapoints: batches, momentum, decay, factors.</summary>
/// <typeparam name="T">Float or double.</typeparam>
/// <typeparam name="TData">The network's data sets.</typeparam>
internal sealed class BatchDescent<T, TData>
    where T : struct, IFloatingPointIeee754<T>
    where TData : BatchData
{
    private readonly BatchTraining<T, TData> _network;
    private readonly TData _data;
    private readonly TrainingOptions _options;
    private readonly DescentOptions _update;
    private readonly Velocities<T>? _velocities;
    private readonly RollingVelocities<T>? _rolling;
    private readonly int[] _order = [];
    private readonly BatchWindow? _batches;
    private readonly TData? _window;

    /// <param name="network">What is trained.</param>
    /// <param name="data">The datapoints.</param>
    /// <param name="options">Validated options.</param>
    /// <param name="update">What they say about an update.</param>
    public BatchDescent(BatchTraining<T, TData> network, TData data, TrainingOptions options, DescentOptions update)
    {
        (_network, _data, _options, _update) = (network, data, options, update);
        if (update.IsHeavyBall)
        {
            _rolling = new RollingVelocities<T>(update, network.Weights.All, network.SummedSteps);
        }
        else
        {
            _velocities = new Velocities<T>(update, network.Weights.All);
        }

        if (options.BatchSize > 0 && options.BatchSize < data.Count)
        {
            _order = new int[data.Count];
            _batches = data.Batches(options.BatchSize);
            _window = (TData)_batches.Data!;
        }
    }

    /// <summary>Velocities of every edge; none without momentum.</summary>
    public T[][] Velocities => _rolling?.All ?? _velocities!.All;

    /// <summary>One update over all datapoints; returns the loss before it, on the Sum scale.</summary>
    public double Step() => Update(_data);

    /// <summary>The updates of an epoch, one for every batch in the order drawn for it; returns the sum of the losses before them, on the Sum scale.</summary>
    public double Pass(int epoch)
    {
        MiniBatches.Fill(_order, _options.ShuffleSeed, epoch);
        double loss = 0;
        for (int first = 0; first < _order.Length; first += _options.BatchSize)
        {
            _batches!.Fill(_order.AsSpan(first, Math.Min(_options.BatchSize, _order.Length - first)));
            loss += Update(_window!);
        }

        return loss;
    }

    private double Update(TData data)
    {
        double scale = Scales.Factor(_options.LossScale, data.Count);
        if (_update.IsPlain)
        {
            return _network.Descend(data, _options.StepSize * scale);
        }

        if (_rolling is not null)
        {
            double before = _network.AddSteps(data, T.CreateTruncating(scale));
            _rolling.Roll(_options.StepSize);
            return before;
        }

        double loss = _network.SumSteps(data);
        _velocities!.Move(_network.Weights.All, _network.SummedSteps, _options.StepSize, scale);
        return loss;
    }
}
