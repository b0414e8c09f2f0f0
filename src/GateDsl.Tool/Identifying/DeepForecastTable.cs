using System.Globalization;
using GateDsl.Commanding;

namespace GateDsl.Tool.Identifying;

/// <summary>What was forecast of a network of several hidden layers, or found in one, for someone who reads it at a terminal.</summary>
internal static class DeepForecastTable
{
    /// <summary>Rows of shares over training.</summary>
    private const int MostEpochs = 6;

    /// <summary>Classes of gates in the order of their columns.</summary>
    private static readonly (GateClass Class, string Name)[] Classes =
    [
        (GateClass.AlwaysOn, "always on"),
        (GateClass.ContextOnly, "context"),
        (GateClass.ItemOnly, "item"),
        (GateClass.SingleDatapoint, "single"),
        (GateClass.NestedMixed, "nested"),
        (GateClass.NotImplementable, "beyond first"),
        (GateClass.NeverOn, "dead"),
    ];

    public static void Write(TextWriter output, DeepForecastResult foreseen)
    {
        int count = Math.Min(MostEpochs, foreseen.Epochs.Count);
        int[] places = [.. Enumerable.Range(1, count).Select(part => (part * foreseen.Epochs.Count / count) - 1)];
        DeepIdentificationResult? found = foreseen as DeepIdentificationResult;
        for (int i = 0; i < foreseen.Layers.Count; i++)
        {
            ForecastLayer layer = foreseen.Layers[i];
            ForecastLayer? recorded = found?.Recorded[i];
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{layer.Name}, {layer.Units} units: shares of path strength by the class of the gate")
                + (recorded is null ? "." : ", recorded and foreseen."));
            TextTable.Write(output, ["epoch", .. Classes.Select(column => column.Name), "loss", ""], [.. places.SelectMany(place => recorded is null
                ? new[] { Row(layer, place, foreseen.Prediction.Loss, "") }
                : [Row(recorded, place, found!.Losses, ""), Row(layer, place, foreseen.Prediction.Loss, "foreseen")])]);
            if (found is not null)
            {
                output.WriteLine($"Recorded and foreseen are {Text(found.GatesApart(i + 1), "F3")} apart: half the sum of the differences, mean over the epochs.");
            }
        }

        ForecastLayer[] judged = [.. found?.Recorded ?? foreseen.Layers];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"The loss first rests about epoch {foreseen.FirstRest}; units that are on everywhere there: ")
            + string.Join(", ", judged.Select(layer => $"{Text(layer.AlwaysOn, "0%")} of {layer.Name}")) + ".");
        output.WriteLine(found is null
            ? "Which layers a linear one can stand for. Distances in parts of the first loss: of the means, of single networks, of these after aligning when the loss falls:"
            : "Which layers a linear one can stand for. Distances from the recorded losses in parts of the first: of the mean, of single networks, of these after aligning when the loss falls:");
        TextTable.Write(output, ["linear", "widths", "means", "single", "aligned", ""], [.. foreseen.Candidates.Select(candidate => new[]
        {
            Text(candidate.LinearLayers, "0"),
            string.Join('-', candidate.Widths),
            Known(candidate.Rms),
            Known(candidate.Apart),
            Known(candidate.AlignedApart),
            candidate == foreseen.Chosen ? "declared" : candidate.LinearLayers > 0 ? "" : found is null ? "two ReLU networks" : "ReLU networks like it",
        })]);
        if (found is not null)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Rule: the most linear layers with which a network is no farther from the recorded losses than {DeepForecastResult.MostApart} times what a ReLU network like it is."));
            return;
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Rule: the most linear layers with which a network is no farther from the ReLU network than {DeepForecastResult.MostApart} times what two of the latter are."));

        // Losses are known before every update; after the last one there is none.
        string[] Row(ForecastLayer layer, int place, IReadOnlyList<double> losses, string what) =>
        [
            Text(foreseen.Epochs[place], "0"),
            .. Classes.Select(column => Text(layer.Censuses[place].ShareOf(column.Class), "F3")),
            foreseen.Epochs[place] < losses.Count ? Text(losses[foreseen.Epochs[place]], "G4") : "",
            what,
        ];
    }

    private static string Known(double distance) => double.IsFinite(distance) ? Text(distance, "F4") : "diverged";

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
