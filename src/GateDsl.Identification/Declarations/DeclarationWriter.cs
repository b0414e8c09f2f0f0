using System.Globalization;

namespace GateDsl.Identifying;

/// <summary>Writes the declaration of identified modules: prints what was found and planned, decides nothing.</summary>
internal static class DeclarationWriter
{
    private const int MostLine = 120;

    public static string Write(string className, IdentificationResult result, IdentificationData data, DeclarationPlan plan)
    {
        DeclarationText text = new();
        text.Line("using GateDsl;");
        text.Line();
        WriteProvenance(text, result);
        WriteAttributes(text, className, result, data);
        bool isSilent = plan.GateInput is null && Enumerable.Range(0, data.Count).Any(n => !result.Modules.Any(module => module.Gate[n]));
        if (isSilent)
        {
            text.Line("#pragma warning disable GDSL108 // at some datapoints no module was found to be on");
        }

        text.Line($"public sealed partial class {className}");
        if (isSilent)
        {
            text.Line("#pragma warning restore GDSL108");
        }

        text.Open();
        WriteInputs(text, data);
        WriteGateInput(text, result, plan);
        foreach (PlannedLayer layer in plan.Layers)
        {
            WriteLayer(text, layer, result, data, plan);
            text.Line();
        }

        WriteOutput(text, className, data, plan);
        WriteRules(text, plan);
        text.Close();
        return text.ToString();
    }

    private static void WriteProvenance(DeclarationText text, IdentificationResult result)
    {
        ModuleCandidate chosen = result.Candidates[result.Elbow.Clusters - 1];
        text.Comment(result is ForecastResult forecast
            ? Invariant($"Forecast for a ReLU network of {result.Units} units before any training, from {result.Rows} gates of representative units at {forecast.Epochs.Count} epochs ({result.DeadRows} never on, set aside).")
            : Invariant($"Identified from {Count(result.Recordings, "recording")} of a ReLU network of {result.Units} units: {result.Rows} gates, {result.DeadRows} of them never on (set aside)."));
        text.Comment(result.Elbow.IsGiven
            ? Invariant($"k-means of the gates into k = {result.Elbow.Clusters}, which was given.")
            : Invariant($"k-means of the gates into k = {result.Elbow.Clusters}, {result.Elbow.Rule} (margin {result.Elbow.Margin:0.000})."));
        text.Comment($"Error: {ErrorWords(result.ErrorKind)}.");
        text.Comment("  k     " + string.Join("  ", result.Candidates.Select(candidate => Invariant($"{candidate.Clusters,6}"))), isWrapped: false);
        text.Comment("  error " + string.Join("  ", result.Candidates.Select(candidate => Number(candidate.Error))), isWrapped: false);
        text.Comment(Invariant(
            $"How sure: {result.Residual:0.0%} of the gate bits differ from the gate of their module; exactly these gates are found again in {result.Stability:0%} of repetitions")
            + (double.IsNaN(chosen.LossRms) ? "." : $"; the losses predicted with them differ by rms {Number(chosen.LossRms)} of the first loss."));
        foreach (string doubt in result.Doubts)
        {
            text.Comment("NOT WELL EXPLAINED: " + doubt);
        }

        text.Comment("Beside each module: its share of the path strength |w_in| |w_out| (in the first recording, in the last), of the units, of the repetitions that find it again, and the mean distance of its centroid from its gate."
            + (result.StrengthSource == PathStrengthSource.Activations
                ? " Path strengths are estimated from activations, for a training that began with small weights."
                : ""));
    }

    private static void WriteAttributes(DeclarationText text, string className, IdentificationResult result, IdentificationData data)
    {
        text.Line(Invariant($"/// <summary>The gated deep linear network that {(result is ForecastResult ? "the ReLU network is forecast to become" : "the ReLU network is")}.</summary>"));
        bool isRectified = !data.GatesComeWithData && result.Modules.All(module => module.Class is not (null or GateClass.NotImplementable));
        text.Line($"[GatedNetwork({(isRectified ? "Rectified = true, " : "")}Precision = Precision.Double)]");
        text.Line(Invariant($"[ReluTwin({result.Units})]"));
        foreach (IdentifiedInput input in data.Inputs.Where(input => !input.IsOneHot && input.IsListed))
        {
            text.Line($"[Stimuli(nameof({className}.{input.IndexName}), nameof({className}.{input.Name}),");
            string[] rows = [.. input.Stimuli.Select(row => $"\"{string.Join(' ', row.Select(StimulusText.Of))}\"")];
            for (int row = 0; row < rows.Length; row++)
            {
                text.Line($"    {rows[row]}{(row + 1 < rows.Length ? "," : ")]")}");
            }
        }
    }

    private static void WriteInputs(DeclarationText text, IdentificationData data)
    {
        foreach (IdentifiedInput input in data.Inputs)
        {
            if (input.IsOneHot)
            {
                text.Line($"/// <summary>One of {Invariant($"{input.Features}")}.</summary>");
                text.Line(Invariant($"[OneHotInput({input.Features})]"));
                text.Line($"public partial Layer {input.Name} {{ get; }}");
                text.Line();
                continue;
            }

            text.Line(input.IsListed
                ? Invariant($"/// <summary>One of the {input.IndexValues} vectors listed above.</summary>")
                : Invariant($"/// <summary>Dense; {input.IndexValues} different vectors were looked at.</summary>"));
            text.Line(Invariant($"[Input({input.Features})]"));
            text.Line($"public partial Layer {input.Name} {{ get; }}");
            text.Line();
            if (!input.IsListed)
            {
                continue;
            }

            text.Line("/// <summary>Which of the vectors; gates read it, the network does not.</summary>");
            text.Line(Invariant($"[Selector({input.IndexValues})]"));
            text.Line($"public partial Selector {input.IndexName} {{ get; }}");
            text.Line();
        }
    }

    private static void WriteGateInput(DeclarationText text, IdentificationResult result, DeclarationPlan plan)
    {
        if (plan.GateInput is null)
        {
            return;
        }

        text.Line("/// <summary>Where each gate is open, datapoint by datapoint: they are no function of an index, and come with the data.</summary>");
        text.Line(Invariant($"[GateInput({result.GateNumbers!.GetLength(1)})]"));
        text.Line($"public partial GateInput {plan.GateInput} {{ get; }}");
        text.Line();
    }

    private static void WriteLayer(DeclarationText text, PlannedLayer layer, IdentificationResult result, IdentificationData data, DeclarationPlan plan)
    {
        IndexSpace space = plan.Space;
        IdentifiedModule first = result.Modules[layer.Modules[0]];
        foreach (int m in layer.Modules)
        {
            text.Comment(Evidence(layer, result.Modules[m]));
            if (IsWorthExplaining(result.Modules[m]))
            {
                text.Comment(result.Modules[m].Explanation);
            }
        }

        string from = $"From({string.Join(", ", ModuleInputs.Of(data, first.Gate).Select(i => $"nameof({data.Inputs[i].Name})"))})";
        string hidden = Invariant($"Hidden({Math.Max(1, (int)Math.Round(first.Width, MidpointRounding.AwayFromZero))})");
        string[] gate = layer.BankIndex is { } bank
            ? [layer.SubsetSize == 1 ? $"OnePer(nameof({space.Names[bank]}))" : Invariant($"OnePerSubset(nameof({space.Names[bank]}), {layer.SubsetSize})")]
            : [.. GateAttributes(layer, plan)];
        (string id, string reason)[] known = [.. layer.Modules.Select(m => Warning(result.Modules[m], data)).OfType<(string, string)>().Distinct()];
        text.Line($"/// <summary>{Summary(layer, first, plan.Wordings[layer.Modules[0]], space)}</summary>");
        foreach ((string id, string reason) in known)
        {
            text.Line($"#pragma warning disable {id} // {reason}", isFlush: true);
        }

        string[] attributes = [hidden, from, .. gate];
        foreach (string line in Wrapped(attributes))
        {
            text.Line(line);
        }

        text.Line($"public partial {(layer.BankIndex is null ? "Layer" : "LayerBank")} {layer.Name} {{ get; }}");
        foreach ((string id, _) in known)
        {
            text.Line($"#pragma warning restore {id}", isFlush: true);
        }
    }

    private static void WriteOutput(DeclarationText text, string className, IdentificationData data, DeclarationPlan plan)
    {
        if (!data.HasTargets)
        {
            text.Comment("No targets were given: put the number of the network's outputs here.");
        }

        text.Line("/// <summary>What the network is trained to give.</summary>");
        foreach (string line in Wrapped([
            Invariant($"Output({Math.Max(1, data.TargetWidth)})"), $"From({string.Join(", ", plan.Layers.Select(layer => $"nameof({layer.Name})"))})"]))
        {
            text.Line(line);
        }

        text.Line($"public partial Layer {OutputName(className, plan)} {{ get; }}");
    }

    private static void WriteRules(DeclarationText text, DeclarationPlan plan)
    {
        foreach (PlannedLayer layer in plan.Layers)
        {
            GateWording wording = plan.Wordings[layer.Modules[0]];
            if (wording.ActiveIn is not null || wording.Number is not null)
            {
                continue;
            }

            string[] lines = wording.RuleBody().Split('\n');
            text.Line();
            text.Line($"private static bool {RuleName(layer)}({wording.Parameters()}) =>");
            for (int i = 0; i < lines.Length; i++)
            {
                text.Line($"    {lines[i]}{(i + 1 < lines.Length ? "" : ";")}");
            }
        }
    }

    private static IEnumerable<string> GateAttributes(PlannedLayer layer, DeclarationPlan plan)
    {
        GateWording wording = plan.Wordings[layer.Modules[0]];
        return wording.Number is { } number
            ? [Invariant($"GatedBy(nameof({plan.GateInput}), {number})")]
            : wording.ActiveIn is { } lists
            ? lists.Select(list => $"ActiveIn(nameof({plan.Space.Names[list.Index]}), {string.Join(", ", list.Values.Select(value => Invariant($"{value}")))})")
            : [$"ActiveWhen(nameof({RuleName(layer)}))"];
    }

    private static string RuleName(PlannedLayer layer) => DeclarationPlan.RuleOf(layer.Name);

    private static string OutputName(string className, DeclarationPlan plan)
    {
        string name = "Outputs";
        while (name == className || plan.Has(name))
        {
            name = "Network" + name;
        }

        return name;
    }

    private static string Summary(PlannedLayer layer, IdentifiedModule first, GateWording wording, IndexSpace space) => layer.BankIndex is { } bank
        ? layer.SubsetSize == 1
            ? $"On at one value of {space.Names[bank]} each."
            : Invariant($"On at {layer.SubsetSize} of the {space.Sizes[bank]} values of {space.Names[bank]} each.")
        : wording.IsAlwaysOn ? "Always on."
        : wording.Number is not null ? $"On by {first.Description}."
        : wording.ActiveIn is null ? $"On where {RuleName(layer)} holds."
        : $"On at {first.Description}.";

    private static string Evidence(PlannedLayer layer, IdentifiedModule module)
    {
        string numbers = Invariant(
            $"{module.Share:0%} ({module.ShareByRecording[0]:0%}, {module.ShareByRecording[^1]:0%}) of the strength, {module.UnitShare:0%} of the units, found again {module.Stability:0%}, rounded by {module.RoundingResidual:0.00}.");
        return layer.BankIndex is null ? numbers : $"{module.Name}, {module.Description}: {numbers}";
    }

    // A witness of the plain classes is obvious; what is not implementable, or only by reading item and context together, is worth its numbers.
    private static bool IsWorthExplaining(IdentifiedModule module) =>
        module.Class is null or GateClass.NotImplementable or GateClass.NestedMixed or GateClass.ItemOnly;

    // What the compiler would warn of is what was found: it is said here, once, and the declaration still builds where warnings are errors.
    private static (string Id, string Reason)? Warning(IdentifiedModule module, IdentificationData data) => module.Class switch
    {
        _ when data.GatesComeWithData => null,
        GateClass.NotImplementable => ("GDSL101", "no single ReLU unit has this gate: it is a mean over units"),
        GateClass.ItemOnly when data.Inputs.Count(input => input.IsOneHot) > 1 => ("GDSL103", "units of the network have this gate, whether it helps or not"),
        _ => null,
    };

    // One bracket where the attributes fit a line, else a bracket each.
    private static IEnumerable<string> Wrapped(string[] attributes)
    {
        string line = $"[{string.Join(", ", attributes)}]";
        return line.Length <= MostLine ? [line] : attributes.Select(attribute => $"[{attribute}]");
    }

    private static string ErrorWords(IdentificationError kind) => kind switch
    {
        IdentificationError.Losses =>
            "the geometric mean of the rms between the network's losses and those predicted, and of the residual of the targets fitted by gated inputs",
        IdentificationError.ForecastLosses =>
            "the geometric mean of the rms between the losses forecast for the network (none were given) and those predicted, and of the residual of the targets fitted by gated inputs",
        IdentificationError.Targets => "the residual of the targets, fitted by gated inputs",
        _ => "the mean squared distance of a gate bit from its centroid",
    };

    private static string Count(int count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
