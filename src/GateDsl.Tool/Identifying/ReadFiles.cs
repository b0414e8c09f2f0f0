using System.Globalization;

namespace GateDsl.Tool.Identifying;

/// <summary>What was read, for someone who knows what should have been: a file of another layout is seen here first.</summary>
internal static class ReadFiles
{
    public static void Write(TextWriter output, IdentificationData data, IReadOnlyList<ActivationsFile>? activations = null, RecordedTraining? training = null)
    {
        string inputs = string.Join(", ", data.Inputs.Select(input => input.IsOneHot
            ? Invariant($"{input.Name} one-hot of {input.Features}")
            : Invariant($"{input.Name} dense of {input.Features}, {input.IndexValues} different vectors")));
        output.WriteLine(Invariant($"Read: {data.Features} input features ({inputs})")
            + (data.HasTargets ? Invariant($", {data.TargetWidth} outputs") : "")
            + Invariant($", {data.Count} datapoints")
            + (activations is null
                ? ""
                : Invariant($"; {string.Join(" and ", activations.Select(layer => layer.Units))} units at {activations[0].Epochs} {(activations[0].Epochs == 1 ? "epoch" : "epochs")}"))
            + (training is null ? "" : Invariant($"; {training.Losses.Count} losses"))
            + ".");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
