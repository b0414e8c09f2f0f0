using System.Globalization;

namespace GateDsl.Identifying;

/// <summary>Writes the declaration of a forecast network of several hidden layers: prints what was found, decides nothing.</summary>
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

        string[] names = [.. result.Layers.Select(layer => Free(layer.Name, data))];
        for (int layer = 0; layer < names.Length; layer++)
        {
            bool isLinear = layer < result.Chosen.LinearLayers;
            string from = layer == 0 ? string.Join(", ", data.Inputs.Select(input => $"nameof({input.Name})")) : $"nameof({names[layer - 1]})";
            text.Line(isLinear
                ? Invariant($"/// <summary>Linear and always on: of the {result.Layers[layer].Units} ReLU units {result.Layers[layer].AlwaysOn:0%} are on everywhere at epoch {result.FirstRest}.</summary>")
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
        text.Comment(Invariant(
            $"Forecast for a ReLU network with hidden layers of {string.Join(", ", result.Layers.Select(layer => layer.Units))} units before any training, from {result.Prediction.Draws.Count} representative networks."));
        text.Comment(
            "Which layers a linear one can stand for: those that are on everywhere where the loss first rests. Distance of the mean losses; mean distance of one such network from one ReLU "
            + "network, raw and after aligning when the loss falls; all in parts of the first loss. In the first row that of two ReLU networks from each other.");
        text.Comment("  linear layers  widths          means    single   aligned", isWrapped: false);
        foreach (LinearCandidate candidate in result.Candidates)
        {
            string row = Invariant(
                $"  {candidate.LinearLayers,13}  {string.Join('-', candidate.Widths),-14}  {Number(candidate.Rms),-7}  {Number(candidate.Apart),-7}  {Number(candidate.AlignedApart),-7}{(candidate == result.Chosen ? "  declared here" : "")}");
            text.Comment(row.TrimEnd(), isWrapped: false);
        }

        text.Comment(Invariant($"Declared is the one with the most linear layers that is no farther than {DeepForecastResult.MostApart} times what two ReLU networks are. Gates, by share of path strength |w_in| |w_out|:"));
        int count = Math.Min(MostEpochs, result.Epochs.Count);
        int[] places = [.. Enumerable.Range(1, count).Select(part => (part * result.Epochs.Count / count) - 1)];
        foreach (ForecastLayer layer in result.Layers)
        {
            text.Comment($"  {layer.Name + " at epoch",-22}" + string.Concat(places.Select(place => Invariant($"{result.Epochs[place],8}"))), isWrapped: false);
            foreach ((GateClass gateClass, string words) in Classes)
            {
                double[] shares = [.. places.Select(place => layer.Censuses[place].ShareOf(gateClass))];
                if (shares.Any(share => share > 0))
                {
                    text.Comment($"    {words,-20}" + string.Concat(shares.Select(share => Invariant($"{share,8:0.000}"))), isWrapped: false);
                }
            }
        }
    }

    private static string Free(string name, IdentificationData data) =>
        data.Inputs.Any(input => input.Name == name || input.IndexName == name) ? "Network" + name : name;

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("0.0000", CultureInfo.InvariantCulture) : "diverged";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
