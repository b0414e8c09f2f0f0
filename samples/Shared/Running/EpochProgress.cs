namespace GateDsl.Samples.Running;

/// <summary>Passes on every hundredth part of a training, so that thousands of short epochs do not wait for the display.</summary>
public sealed class EpochProgress(IProgressBoard board, int index) : IProgress<TrainingProgress>
{
    private const int Parts = 100;
    private int _shown;

    public void Report(TrainingProgress value)
    {
        int part = (int)((long)(value.Epoch + 1) * Parts / value.Epochs);
        if (part > _shown)
        {
            _shown = part;
            board.Advance(index, (double)part / Parts);
        }
    }
}
