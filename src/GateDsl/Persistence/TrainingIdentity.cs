using System.Globalization;

namespace GateDsl;

/// <summary>What must be the same where a training goes on: its options by name, data, test data and network.</summary>
internal static class TrainingIdentity
{
    public static IReadOnlyList<(string What, string Value)> Of<T>(TrainingOptions options, BatchData data, BatchData? test, EdgeMatrix<T>[] weights) =>
        Of(options, Fingerprint(data), test is null ? "none" : Fingerprint(test), weights);

    /// <param name="options">The options.</param>
    /// <param name="statistics">What the statistics come to.</param>
    /// <param name="weights">The network's.</param>
    public static IReadOnlyList<(string What, string Value)> Of<T>(TrainingOptions options, byte[] statistics, EdgeMatrix<T>[] weights) =>
        Of(options, $"statistics {Convert.ToHexString(statistics)}", "none", weights);

    private static IReadOnlyList<(string What, string Value)> Of<T>(TrainingOptions options, string data, string test, EdgeMatrix<T>[] weights)
    {
        string factors = string.Join(
            "; ", options.StepFactors.Select(factor => $"{EdgeName.Normalise(factor.Key)}={Text(factor.Value)}").Order(StringComparer.Ordinal));
        string network = string.Join("; ", weights.Select(edge => $"{edge.Name} {edge.Targets} x {edge.Sources}"));
        return
        [
            (nameof(options.Epochs), Text(options.Epochs)),
            (nameof(options.StepSize), Text(options.StepSize)),
            (nameof(options.LossScale), options.LossScale.ToString()),
            (nameof(options.BatchSize), Text(options.BatchSize)),
            (nameof(options.ShuffleSeed), options.ShuffleSeed.ToString(CultureInfo.InvariantCulture)),
            (nameof(options.Momentum), Text(options.Momentum)),
            (nameof(options.Nesterov), options.Nesterov.ToString()),
            (nameof(options.WeightDecay), Text(options.WeightDecay)),
            (nameof(options.StepFactors), factors),
            (nameof(options.RecordEvery), Text(options.RecordEvery)),
            (nameof(options.Method), options.Method.ToString()),
            (nameof(options.Reductions), options.Reductions.ToString()),
            (nameof(options.SnapshotEpochs), string.Join(", ", options.SnapshotEpochs.Select(epoch => Text(epoch)))),
            (nameof(options.TestBy), string.Join(", ", options.TestBy)),
            ("network", $"{typeof(T).Name}; {network}"),
            ("data", data),
            ("test data", test),
        ];
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Fingerprint(BatchData data) => Convert.ToHexString(data.Batches(1).Fingerprint());
}
