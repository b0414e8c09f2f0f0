using GateDsl;
using GateDsl.Sweeps;

namespace Sweep.Xor;

/// <summary>
/// Who wins the race for exclusive-or, the gating that tells four points apart or the one that reads the margin? A ReLU network over margins and widths.
/// </summary>
internal static class XorSweep
{
    private static readonly Parameter<double> Margin = Parameter.Number("margin", 0.4, "How far apart the labels are.", least: 0.01, most: 3);
    private static readonly Parameter<int> Epochs = Parameter.Integer("epochs", 4500, "Updates of the training.", least: 2, most: 1_000_000);
    private static readonly Parameter<int> Width = Parameter.Integer("width", 128, "Hidden units.", least: 1, most: XorNetwork.MostUnits);

    public static Experiment Experiment { get; } = new(
        "xor", "A ReLU network on exclusive-or with a margin (P1 §3), beside what representative units predict and both gatings in closed form.",
            [Margin, Epochs, Width], Run);

    private static Dictionary<string, double> Run(SweepRun run)
    {
        (double margin, int epochs, int width) = (run.Get(Margin), run.Get(Epochs), run.Get(Width));
        XorTask task = XorTask.Create(margin);
        XorNetwork.Dataset data = XorNetwork.Dataset.Create(task.Inputs, task.Samples, task.Targets);
        FirstUnits start = new(width, outputs: 1, XorNetwork.Sigma);
        TrainingLog trained = new XorNetwork.ReluTwin(start, run.Seed).Train(data, new TrainingOptions
        {
            Epochs = epochs,
            StepSize = XorNetwork.StepSize,
            LossScale = LossScale.Mean,
            CancellationToken = run.CancellationToken,
        });
        RaceLog predicted = XorNetwork.Race.ForTwin(data, start.SigmaOfAll(XorNetwork.MostUnits), seed: run.Seed)
            .Integrate(epochs, XorNetwork.StepSize, LossScale.Mean);

        // Of the units' weights half go along with a label's pathway, and a quarter with a point's (P1 App. C starts from H sigma^2 / 2).
        double strength = width * XorNetwork.Sigma * XorNetwork.Sigma / 2;
        XorRace gatings = new(margin, strength / 2, strength / 4);
        double tau = TimeConstant.InEpochs(task.Count, XorNetwork.StepSize, LossScale.Mean);
        Dictionary<string, double> numbers = Losses.Compare(trained.Loss, predicted.Loss);
        numbers["linear_gating_half_epoch"] = gatings.LinearHalfTime(tau);
        numbers["xor_gating_half_epoch"] = gatings.XorHalfTime(tau);
        return numbers;
    }
}
