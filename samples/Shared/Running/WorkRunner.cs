using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace GateDsl.Samples.Running;

/// <summary>Runs trainings and predictions on all cores. The results are in the order of the work, whichever finished first.</summary>
public sealed class WorkRunner(IProgressDisplay display, CancellationToken cancellationToken)
{
    /// <summary>Runs all of the work, what comes first first.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public T[] Run<T>(IEnumerable<Work<T>> work)
    {
        Work<T>[] all = [.. work];
        T[] results = new T[all.Length];
        display.Follow([.. all.Select(one => new WorkLabel(one.Name, one.Seed))], board => RunInParallel(all, results, board));
        return results;
    }

    private void RunInParallel<T>(Work<T>[] all, T[] results, IProgressBoard board)
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };

        // Pieces of work differ in length: a free core takes the next one, it is dealt no share in advance.
        OrderablePartitioner<int> oneByOne = Partitioner.Create(Enumerable.Range(0, all.Length), EnumerablePartitionerOptions.NoBuffering);
        try
        {
            Parallel.ForEach(oneByOne, options, index =>
            {
                long start = Stopwatch.GetTimestamp();
                WorkContext context = new(all[index].Seed, new EpochProgress(board, index), cancellationToken);
                results[index] = all[index].Compute(context);
                board.Done(index, Stopwatch.GetElapsedTime(start));
            });
        }
        catch (AggregateException several)
        {
            // Where one fails the others are of no use: its own exception tells the reader what to change.
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }
}
