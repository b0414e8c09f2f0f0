using System.Globalization;
using GateDsl;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Call: dotnet run -c Release [SEEDS [EPOCHS]]
int seeds = args.Length > 0 ? int.Parse(args[0]) : 3;
int epochs = args.Length > 1 ? int.Parse(args[1]) : 8001;

// Initial weights are drawn from N(0, sigma^2) with sigma = 0.005 / width, for the network and for its twin, as long as Sigma says nothing else.
ExperimentResult result = ContextNetwork.Experiment.Run(new ExperimentOptions
{
    Seeds = [.. Enumerable.Range(1, seeds).Select(seed => (ulong)seed)],
    Epochs = epochs,
    StepSize = 1e-3,
});

Console.WriteLine($"A gated network, the ReLU network it imitates (its twin) and their predictions; {seeds} seeds, {epochs} epochs.");
Console.WriteLine();
Console.WriteLine("Distance of loss curves as a share of the first loss:");
Console.WriteLine($"{"",-26}{"rms",8}{"largest",9}");
foreach ((string pair, Agreement agreement) in result.Agreement.OrderBy(entry => entry.Key, StringComparer.Ordinal))
{
    Console.WriteLine($"{pair,-26}{agreement.Rms,8:P1}{agreement.Max,9:P1}");
}

Console.WriteLine("gdln: the gated network. relu: its twin. exact: predicted from the initial weights. expected, twin, widths: predicted from the");
Console.WriteLine("distribution of the initial weights alone, for the gated network, for the twin, and for the twin by the declared pathways.");
foreach ((string name, string reason) in result.NotApplicable)
{
    Console.WriteLine($"{name} is missing: {reason}");
}

// The mean over the seeds, epoch by epoch.
double[] gated = Mean(result.Network);
double[] relu = Mean(result.Twin);
File.WriteAllLines("losses.csv", ["epoch,gated,relu", .. gated.Select((loss, epoch) => $"{epoch},{loss:R},{relu[epoch]:R}")]);

List<LossCurve> curves = [new("gated network", gated, "#1f5fa8", IsDashed: false), new("ReLU network", relu, "#2b8a3e", IsDashed: false)];
if (result.TwinPredicted is { } predicted)
{
    curves.Add(new LossCurve("ReLU network, predicted", predicted.Loss, "#d9480f", IsDashed: true));
}

LossFigure.Write("losses.svg", "A gated network and the ReLU network it imitates", [.. curves]);
Console.WriteLine();
Console.WriteLine($"Written: {Path.GetFullPath("losses.csv")} and {Path.GetFullPath("losses.svg")}");

static double[] Mean(IReadOnlyList<TrainingLog> logs) =>
    [.. Enumerable.Range(0, logs[0].Loss.Length).Select(epoch => logs.Average(log => log.Loss[epoch]))];
