namespace GateDsl.Gating;

/// <summary>A verdict in words, for someone who does not know Lemma 4.1: what holds, why, and the numbers to redo it by hand.</summary>
internal static class Explanation
{
    /// <summary>Full sentences without line breaks.</summary>
    /// <param name="datapoints">What the gate is a function of.</param>
    /// <param name="gate">The gate.</param>
    /// <param name="verdict">What was decided.</param>
    /// <param name="mostWeights">Groups of equal weights to write for each input; see <see cref="WitnessText"/>.</param>
    public static string Of(IDatapoints datapoints, GatePattern gate, Verdict verdict, int mostWeights = int.MaxValue)
    {
        if (verdict.NotChecked is { } reason)
        {
            return $"Not checked: {reason}.";
        }

        if (verdict.EqualInputs is { } equal)
        {
            return $"The gate depends on what the network cannot see: it is on at {Names.Datapoint(datapoints, equal.On)} and off at "
                + $"{Names.Datapoint(datapoints, equal.Off)}, but the network input is the same at both, so every unit does the same at both.";
        }

        if (verdict.Certificate is { } certificate)
        {
            string proof = CertificateText.Of(datapoints, certificate);
            return "No ReLU unit can implement this gate. " + proof
                + (CertificateText.IsSquare(datapoints, certificate) ? " This is the XoR square of Lemma 4.1's proof." : "");
        }

        string witness = WitnessText.Of(datapoints, verdict.Witness!, mostWeights);
        return verdict.Class switch
        {
            PatternClass.NeverOn => "The gate is never on: its module never learns and never speaks.",
            PatternClass.AlwaysOn => $"The gate is always on, so the module is linear. A ReLU unit does the same with {witness}.",
            PatternClass.SingleDatapoint =>
                $"The gate is on for the single datapoint {OnlyPoint(datapoints, gate)}{OneFamily(datapoints)}. "
                + $"A ReLU unit is on there alone with {witness}.{Beyond(datapoints)}",
            PatternClass.ContextOnly =>
                $"The gate depends on {Readers(datapoints, IndexRole.Context)} alone{OneFamily(datapoints)}. "
                + $"A ReLU unit implements it with {witness}.{Beyond(datapoints)}",
            PatternClass.ItemOnly => ItemOnly(datapoints, witness),
            _ => NestedMixed(datapoints, gate, witness),
        };
    }

    // The lemma is about one-hot inputs, and has no families over others.
    private static bool IsOneHot(IDatapoints datapoints) => datapoints.Inputs.All(layer => layer.IsOneHot);

    private static string OneFamily(IDatapoints datapoints) => IsOneHot(datapoints) ? ", one of Lemma 4.1's families" : "";

    private static string Beyond(IDatapoints datapoints) => IsOneHot(datapoints)
        ? "" : " Lemma 4.1 lists gates of this kind, but is about one-hot items and contexts, and here are other inputs, too.";

    private static string ItemOnly(IDatapoints datapoints, string witness)
    {
        string items = Readers(datapoints, IndexRole.Item);
        string implementable = $"The gate depends on {items} alone. A ReLU unit can implement it, with {witness}";
        if (!datapoints.Indices.Any(index => index.Role == IndexRole.Context))
        {
            return implementable + ".";
        }

        string contexts = Readers(datapoints, IndexRole.Context);
        return implementable + $". Lemma 4.1 does not list it for a contextual task: where the module is on, it is on for every {contexts}.";
    }

    private static string NestedMixed(IDatapoints datapoints, GatePattern gate, string witness)
    {
        string text = $"A ReLU unit can implement this gate: w·x > 0 exactly where it is on with {witness}.";
        if (NestingText.Of(datapoints, gate) is { } order)
        {
            return text + " Lemma 4.1 does not list it: it does not depend on "
                + $"{Readers(datapoints, IndexRole.Context)} alone, and it is on for more than one datapoint. But the lemma's proof "
                + "excludes only XoR squares, two values of each input with the gate on at one diagonal and off at the other, and there "
                + $"is none here, because the rows are ordered by inclusion ({order}).";
        }

        return text + (IsOneHot(datapoints)
            ? " Lemma 4.1 does not list it, but its proof excludes only gates whose on-points have the same sum of inputs as off-points, "
                + "and w shows that here none have."
            : " Lemma 4.1 does not list it, because the lemma is about one-hot items and contexts and this gate reads other inputs.");
    }

    private static string OnlyPoint(IDatapoints datapoints, GatePattern gate) =>
        Names.Datapoint(datapoints, Enumerable.Range(0, gate.Count).First(n => gate[n]));

    private static string Readers(IDatapoints datapoints, IndexRole role)
    {
        string[] names = datapoints.Indices.Where(index => index.Role == role).Select(index => index.Name).ToArray();
        return names.Length == 0 ? "the context" : string.Join(" and ", names);
    }
}
