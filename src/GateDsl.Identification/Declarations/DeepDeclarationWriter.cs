using System.Globalization;

namespace GateDsl.Identifying;

/// <summary>Writes the declaration of a forecast or recorded network of several hidden layers: prints what was found, decides nothing.</summary>
internal static class DeepDeclarationWriter
{
    /// <summary>Epochs of the table of shares.</summary>
    private const int MostEpochs = 6;

    private static readonly (GateClass Class, string Words)[] Classes =
    [
        (GateClass.AlwaysOn, "always on"),
        (GateClass.ContextOnly, "context alone"),
        (GateClass.ItemOnly, "item alone"),
        (GateClass.SingleDatapoint, "one datapoint"),
        (GateClass.NestedMixed, "nested"),
        (GateClass.NotImplementable, "beyond a first layer"),
        (GateClass.NeverOn, "dead"),
    ];

    /// <summary>Whether something in the class has this name, so that the class cannot.</summary>
    public static bool Has(string name, DeepForecastResult result, IdentificationData data) =>
        data.Inputs.Any(input => input.Name == name || input.IndexName == name) || Names(result, data).Append(Free("Outputs", data)).Contains(name);

    public static string Write(string className, DeepForecastResult result, IdentificationData data)
    {
        DeclarationText text = new();
        text.Line("using GateDsl;");
        text.Line();
        WriteProvenance(text, result);
        text.Line("/// <summary>The network that stands for the ReLU network: linear below, self-gated above.</summary>");
        text.Line("[GatedNetwork(Precision = Precision.Double)]");
        text.Line(Invariant($"[ReluTwin({string.Join(", ", result.Layers.Select(layer => layer.Units.ToString(CultureInfo.InvariantCulture)))})]"));
        text.Line($"public sealed partial class {className}");
        text.Open();
        foreach (IdentifiedInput input in data.Inputs)
        {
            text.Line(input.IsOneHot ? Invariant($"/// <summary>One of {input.Features}.</summary>") : "/// <summary>A vector.</summary>");
            text.Line(Invariant($"[{(input.IsOneHot ? "OneHotInput" : "Input")}({input.Features})]"));
            text.Line($"public partial Layer {input.Name} {{ get; }}");
            text.Line();
        }

        string[] names = Names(result, data);
        for (int layer = 0; layer < names.Length; layer++)
        {
            bool isLinear = layer < result.Chosen.LinearLayers;
            string from = layer == 0 ? string.Join(", ", data.Inputs.Select(input => $"nameof({input.Name})")) : $"nameof({names[layer - 1]})";
            text.Line(isLinear
                ? Invariant($"/// <summary>Linear and always on: of the {result.Judged[layer].Units} ReLU units {result.Judged[layer].AlwaysOn:0%} are on everywhere at epoch {result.FirstRest}.</summary>")
                : "/// <summary>Each unit is on where its own pre-activation is positive.</summary>");
            text.Line(Invariant($"[Hidden({result.Chosen.Widths[layer]}), From({from}){(isLinear ? "" : ", SelfGated")}]"));
            text.Line($"public partial Layer {names[layer]} {{ get; }}");
            text.Line();
        }

        text.Line("/// <summary>What the network is trained to give.</summary>");
        text.Line(Invariant($"[Output({data.TargetWidth}), From(nameof({names[^1]}))]"));
        text.Line($"public partial Layer {Free("Outputs", data)} {{ get; }}");
        text.Close();
        return text.ToString();
    }

    private static void WriteProvenance(DeclarationText text, DeepForecastResult result)
    {
        DeepIdentificationResult? recorded = result as DeepIdentificationResult;
        string layers = string.Join(", ", result.Layers.Select(layer => layer.Units));
        text.Comment(recorded is null
            ? Invariant($"Forecast for a ReLU network with hidden layers of {layers} units before any training, from {result.Prediction.Draws.Count} representative networks.")
            : Invariant($"Found in a ReLU network with hidden layers of {layers} units, recorded at {result.Epochs.Count} {(result.Epochs.Count == 1 ? "epoch" : "epochs")}, beside {result.Prediction.Draws.Count} representative networks that saw none of its training."));
        text.Comment(recorded is null
            ? "Which layers a linear one can stand for: those that are on everywhere where the loss first rests. Distance of the mean losses; mean distance of one such network from one ReLU "
            + "network, raw and after aligning when the loss falls; all in parts of the first loss. In the first row that of two ReLU networks from each other."
            : "Which layers a linear one can stand for: those that are on everywhere where the loss first rests. Distance of the mean loss of such networks from the recorded losses; mean distance "
            + "of one of them, raw and after aligning when the loss falls; all in parts of the first loss. In the first row those of the ReLU network, foreseen.");
        text.Comment("  linear layers  widths          means    single   aligned", isWrapped: false);
        foreach (LinearCandidate candidate in result.Candidates)
        {
            string row = Invariant(
                $"  {candidate.LinearLayers,13}  {string.Join('-', candidate.Widths),-14}  {Number(candidate.Rms),-7}  {Number(candidate.Apart),-7}  {Number(candidate.AlignedApart),-7}{(candidate == result.Chosen ? "  declared here" : "")}");
            text.Comment(row.TrimEnd(), isWrapped: false);
        }

        text.Comment(recorded is null
            ? Invariant($"Declared is the one with the most linear layers that is no farther than {DeepForecastResult.MostApart} times what two ReLU networks are. Gates, by share of path strength |w_in| |w_out|:")
            : Invariant($"Declared is the one with the most linear layers of which one is no farther than {DeepForecastResult.MostApart} times what another ReLU network is. Gates, by share of path strength |w_in| |w_out|, recorded and below that foreseen:"));
        int count = Math.Min(MostEpochs, result.Epochs.Count);
        int[] places = [.. Enumerable.Range(1, count).Select(part => (part * result.Epochs.Count / count) - 1)];
        for (int layer = 0; layer < result.Layers.Count; layer++)
        {
            text.Comment($"  {result.Layers[layer].Name + " at epoch",-28}" + string.Concat(places.Select(place => Invariant($"{result.Epochs[place],8}"))),
                isWrapped: false);
            foreach ((GateClass gateClass, string words) in Classes)
            {
                double[][] shares = [.. new[] { recorded?.Recorded[layer], result.Layers[layer] }.OfType<ForecastLayer>()
                    .Select(seen => places.Select(place => seen.Censuses[place].ShareOf(gateClass)).ToArray())];
                for (int row = 0; row < shares.Length && shares.Any(all => all.Any(share => share > 0)); row++)
                {
                    string name = row == 0 ? words : "  foreseen";
                    text.Comment($"    {name,-26}" + string.Concat(shares[row].Select(share => Invariant($"{share,8:0.000}"))), isWrapped: false);
                }
            }
        }
    }

    private static string[] Names(DeepForecastResult result, IdentificationData data) => [.. result.Layers.Select(layer => Free(layer.Name, data))];

    private static string Free(string name, IdentificationData data)
    {
        while (data.Inputs.Any(input => input.Name == name || input.IndexName == name))
        {
            name = "Network" + name;
        }

        return name;
    }

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("0.0000", CultureInfo.InvariantCulture) : "diverged";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
