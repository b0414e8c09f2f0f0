using System.ComponentModel;
using System.Runtime.ExceptionServices;

namespace GateDsl.CompilerServices;

/// <summary>Trains a network from several seeds over the cores. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public static class ManyTrainings
{
    /// <summary>
    /// The trainings in the order of their seeds; each is the same to the bit as alone. Progress counts the epochs of all trainings together.
    /// </summary>
    /// <param name="seeds">One training each.</param>
    /// <param name="options">Options of every training.</param>
    /// <param name="train">One training from its seed.</param>
    public static IReadOnlyList<TTrained> Run<TTrained>(
        ReadOnlySpan<ulong> seeds, TrainingOptions options, Func<ulong, TrainingOptions, TTrained> train)
    {
        TrainingLoop.Validate(options);
        ulong[] all = seeds.ToArray();
        TTrained[] trained = new TTrained[all.Length];
        SharedProgress? progress = options.Progress is null ? null : new SharedProgress(options.Progress, all.Length, options.Epochs);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = options.CancellationToken };
        try
        {
            Parallel.For(0, all.Length, parallel, i =>
                trained[i] = train(all[i], progress is null ? options : options with { Progress = progress.Of(i) }));
        }
        catch (AggregateException failures)
        {
            // The first in the order of seeds that failed by itself; the others may only have been stopped.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions.FirstOrDefault(failure => failure is not OperationCanceledException)
                ?? failures.InnerExceptions[0]);
        }

        return trained;
    }

    /// <summary>Trains one network for every seed, over the cores; each training is the same to the bit as alone.</summary>
    /// <param name="data">The datapoints.</param>
    /// <param name="init">The distribution of the initial weights.</param>
    /// <param name="seeds">One network each.</param>
    /// <param name="options">Options of every training; progress counts the epochs of all together.</param>
    /// <param name="test">Datapoints to measure the loss on that nobody trains on; null: none.</param>
    /// <param name="create">A network from its seed.</param>
    /// <param name="train">Its training.</param>
    /// <returns>Networks and logs in the order of the seeds.</returns>
    public static IReadOnlyList<TTrained> Run<TData, TNetwork, TTrained>(
        TData data, IInitializer init, ReadOnlySpan<ulong> seeds, TrainingOptions options, TData? test,
        Func<ulong, TNetwork> create, Func<TNetwork, TrainingOptions, TTrained> train)
        where TData : class
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(init);
        if (options?.Checkpoint is { } checkpoint)
        {
            HashSet<ulong> different = [.. seeds];
            return different.Count == seeds.Length
                ? Run(seeds, options, (seed, each) => train(create(seed), each with { Checkpoint = checkpoint.Of(seed) }))
                : throw new ArgumentException("A seed is given twice: two trainings would keep one checkpoint.", nameof(seeds));
        }

        return Run(seeds, options!, (seed, each) => train(create(seed), each));
    }

    /// <summary>Adds up the epochs of trainings that run side by side.</summary>
    private sealed class SharedProgress(IProgress<TrainingProgress> all, int trainings, int epochs)
    {
        private readonly int[] _done = new int[trainings];
        private readonly Lock _lock = new();

        public IProgress<TrainingProgress> Of(int training) => new One(this, training);

        private void Report(int training, TrainingProgress progress)
        {
            lock (_lock)
            {
                _done[training] = progress.Epoch + 1;
                all.Report(progress with
                {
                    Epoch = (int)Math.Min(int.MaxValue, _done.Sum(done => (long)done) - 1),
                    Epochs = (int)Math.Min(int.MaxValue, (long)epochs * _done.Length)
                });
            }
        }

        private sealed class One(SharedProgress shared, int training) : IProgress<TrainingProgress>
        {
            public void Report(TrainingProgress value) => shared.Report(training, value);
        }
    }
}
