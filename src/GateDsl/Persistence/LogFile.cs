using System.Globalization;

namespace GateDsl;

/// <summary>What trainings and predictions logged, as arrays by name.</summary>
internal static class LogFile
{
    public static void Save(
        string path, double[] loss, int[] epochs, double[]? testLoss, IReadOnlyDictionary<string, double[]> testLossBy,
        IReadOnlyDictionary<string, double[,]> modeStrengths, IReadOnlyList<Snapshot> snapshots)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!path.EndsWith(".npz", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"'{path}' does not end in .npz; logs are stored as that.", nameof(path));
        }

        List<StoredArray> arrays = [StoredArray.Of("Loss", loss), StoredArray.Of("Epochs", epochs)];
        if (testLoss is not null)
        {
            arrays.Add(StoredArray.Of("TestLoss", testLoss));
        }

        arrays.AddRange(testLossBy.Select(group => StoredArray.Of($"TestLossBy/{group.Key}", group.Value)));
        arrays.AddRange(modeStrengths.Select(pathway => StoredArray.Of($"ModeStrengths/{pathway.Key}", pathway.Value)));
        foreach (Snapshot snapshot in snapshots)
        {
            string epoch = snapshot.Epoch.ToString(CultureInfo.InvariantCulture);
            arrays.Add(StoredArray.Of($"HiddenKernel/{epoch}", snapshot.HiddenKernel));
            arrays.Add(StoredArray.Of($"TangentKernel/{epoch}", snapshot.TangentKernel));
            arrays.AddRange(snapshot.Predictions.Select(output => StoredArray.Of($"Predictions/{output.Key}/{epoch}", output.Value)));
        }

        ArrayFile.Write(path, arrays);
    }
}
