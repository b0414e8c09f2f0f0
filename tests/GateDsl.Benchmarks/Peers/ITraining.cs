namespace GateDsl.Benchmarks.Peers;

/// <summary>A training that can be repeated from the same initial weights.</summary>
internal interface ITraining
{
    /// <summary>Goes back to the initial weights; not timed.</summary>
    void Restart();

    /// <summary>Makes updates; returns the losses before the updates of epochs 0, k, 2k, ... and the last.</summary>
    /// <param name="epochs">Updates.</param>
    /// <param name="recordEvery">k.</param>
    double[] Train(int epochs, int recordEvery);
}
