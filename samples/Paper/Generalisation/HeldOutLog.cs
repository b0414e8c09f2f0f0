using GateDsl;

namespace Paper.Generalisation;

/// <summary>Losses on the data that train and on those held out.</summary>
/// <param name="Epochs">Updates made before each of them.</param>
/// <param name="Loss">Mean over the data that train.</param>
/// <param name="TestLoss">Mean over those held out.</param>
internal sealed record HeldOutLog(int[] Epochs, double[] Loss, double[] TestLoss)
{
    public static HeldOutLog Of(TrainingLog log) => new(log.Epochs, log.Loss, log.TestLoss!);

    public static HeldOutLog Of(RaceLog log) => new(log.Epochs, log.Loss, log.TestLoss!);
}
