using System.Globalization;
using GateDsl.Commanding;
using GateDsl.Tool.Checking;

namespace GateDsl.Tool.Identifying;

/// <summary>What was found, for someone who reads it at a terminal.</summary>
internal static class IdentificationTable
{
    /// <summary>Rows of a forecast's shares over training.</summary>
    private const int MostEpochs = 6;

    public static void Write(TextWriter output, IdentificationResult found, IdentificationData data)
    {
        WriteUnits(output, found);
        WriteCandidates(output, found);
        WriteModules(output, found);
        ClassWords.Of(data).Write(output, found.Modules.Select(module => module.Class));
        if (found is ForecastResult foreseen)
        {
            WriteEpochs(output, foreseen);
        }

        output.WriteLine(found.WellExplained ? "These modules explain the network." : "Not well explained by these modules:");
        foreach (string doubt in found.Doubts)
        {
            output.WriteLine($"  {doubt}");
        }
    }

    private static void WriteUnits(TextWriter output, IdentificationResult found)
    {
        string subject = found is ForecastResult ? " of representative units" : "";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{found.Units} units, recordings{subject}: {found.Recordings}; of {found.Rows} rows never on (set aside): {found.DeadRows}, always on: {found.AlwaysOnRows}."));
    }

    private static void WriteCandidates(TextWriter output, IdentificationResult found)
    {
        string error = found.ErrorKind switch
        {
            IdentificationError.Losses => "geometric mean of losses and targets",
            IdentificationError.ForecastLosses => "geometric mean of losses, held against forecast ones, and targets",
            IdentificationError.Targets => "targets",
            _ => "spread",
        };
        output.WriteLine($"Errors of k clusters. Error: {error}.");
        TextTable.Write(output, ["k", "gates", "losses", "targets", "spread", "error", ""], [.. found.Candidates.Select(candidate => new[]
        {
            Text(candidate.Clusters),
            Text(candidate.Gates.Count),
            Known(candidate.LossRms),
            Known(candidate.TargetResidual),
            Text(candidate.GateSpread, "F4"),
            Text(candidate.Error, "F4"),
            candidate.Clusters != found.Elbow.Clusters ? "" : found.Elbow.IsGiven ? "as asked for" : $"elbow, margin {Text(found.Elbow.Margin, "F2")}",
        })]);
        output.WriteLine($"Rule: {found.Elbow.Rule}.");
    }

    private static void WriteModules(TextWriter output, IdentificationResult found)
    {
        string strength = found.StrengthSource == PathStrengthSource.Weights ? "from weights" : "estimated from activations";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Modules (share of path strength {strength}; residual {found.Residual:F3}, stability {found.Stability:F2}):"));
        TextTable.Write(output, ["module", "share", "width", "rounding", "stability", "class", "on"], [.. found.Modules.Select(module => new[]
        {
            module.Name,
            Text(module.Share, "F3"),
            Text(module.Width, "0.#"),
            Text(module.RoundingResidual, "F3"),
            Text(module.Stability, "F2"),
            module.Class?.ToString() ?? "not checked",
            module.Description,
        })]);
    }

    private static void WriteEpochs(TextWriter output, ForecastResult foreseen)
    {
        int count = Math.Min(MostEpochs, foreseen.Epochs.Count);
        int[] places = [.. Enumerable.Range(1, count).Select(part => (part * foreseen.Epochs.Count / count) - 1)];
        output.WriteLine("Shares of path strength over training, and the predicted loss:");
        TextTable.Write(
            output,
            ["epoch", .. foreseen.Modules.Select(module => module.Name), "loss"],
            [.. places.Select(place => (string[])
            [
                Text(foreseen.Epochs[place]),
                .. foreseen.Modules.Select(module => Text(module.ShareByRecording[place], "F3")),
                Text(foreseen.Loss[Math.Min(foreseen.Epochs[place], foreseen.Loss.Count - 1)], "G4"),
            ])]);
    }

    private static string Known(double error) => double.IsNaN(error) ? "-" : Text(error, "F4");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
