using System.Numerics;

namespace GateDsl;

/// <summary>A training that goes on where its checkpoint is; what does not fit leaves the weights as they were.</summary>
internal static class CheckpointedTraining
{
    /// <param name="checkpoint">The file.</param>
    /// <param name="weights">The weights of the network.</param>
    /// <param name="loss">The loss at these, on the Sum scale.</param>
    /// <param name="run">
    /// Trains. What it is given is null where the training begins; else it reads the state, and then asks it whether the network may have these weights.
    /// </param>
    public static TrainingLog Run<T>(CheckpointFile<T> checkpoint, EdgeMatrix<T>[] weights, Func<double> loss, Func<Action?, TrainingLog> run)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (!checkpoint.Exists)
        {
            checkpoint.StartAt(loss());
            return run(null);
        }

        checkpoint.ReadStart();
        T[][] present = CheckpointFile<T>.Copy(weights);
        bool isAccepted = false;
        try
        {
            CheckpointFile<T>.Put(checkpoint.Start, weights);
            checkpoint.CompareStart(loss());
            return run(() =>
            {
                isAccepted = CheckpointFile<T>.AreSame(present, weights) || Same(present, checkpoint.Start);
                if (!isAccepted)
                {
                    throw checkpoint.Refused("network", "its weights are neither those that the training started from nor those of the checkpoint");
                }
            });
        }
        finally
        {
            if (!isAccepted)
            {
                CheckpointFile<T>.Put(present, weights);
            }
        }
    }

    private static bool Same<T>(T[][] a, T[][] b)
        where T : IEquatable<T> => a.Zip(b).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
}
