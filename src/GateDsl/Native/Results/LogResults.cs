using System.Globalization;
using System.Text.Json;

namespace GateDsl;

/// <summary>Logs of trainings and races as results.</summary>
internal static class LogResults
{
    public static NativeResult Of(TrainingLog log)
    {
        List<ResultArray> arrays = Common(log.Loss, log.Epochs, log.TestLoss);
        Dictionary<string, string> groups = Add(arrays, "test_loss_by", log.TestLossBy);
        SnapshotNames[] snapshots = Add(arrays, log.Snapshots);
        return new NativeResult("training_log", arrays, json =>
        {
            json.WriteString("method", log.Method == TrainingMethod.Statistics ? "statistics" : "batch");
            json.WriteString("method_reason", log.MethodReason);
            json.WriteString("reduction_reason", log.ReductionReason);
            WriteNames(json, "test_loss_by", groups);
            Write(json, snapshots);
        }, log);
    }

    public static NativeResult Of(RaceLog log)
    {
        List<ResultArray> arrays = Common(log.Loss, log.Epochs, log.TestLoss);
        Dictionary<string, string> groups = Add(arrays, "test_loss_by", log.TestLossBy);
        SnapshotNames[] snapshots = Add(arrays, log.Snapshots);
        Dictionary<string, string> strengths = Add(arrays, "mode_strengths", log.ModeStrengths);
        Dictionary<string, string> shares = Add(arrays, "gate_shares", log.GateShares);
        Dictionary<string, Dictionary<string, string>> layers = log.LayerGateShares.ToDictionary(
            layer => layer.Key, layer => Add(arrays, $"layer_gate_shares/{layer.Key}", layer.Value));
        arrays.Add(ResultArray.Of("gate_share_epochs", log.GateShareEpochs));
        string[] draws = [.. log.Draws.Select((_, draw) => string.Create(CultureInfo.InvariantCulture, $"draws/{draw}"))];
        arrays.AddRange(draws.Zip(log.Draws, ResultArray.Of));
        string[] testDraws = [.. log.TestDraws.Select((_, draw) => string.Create(CultureInfo.InvariantCulture, $"test_draws/{draw}"))];
        arrays.AddRange(testDraws.Zip(log.TestDraws, ResultArray.Of));
        return new NativeResult("race_log", arrays, json =>
        {
            WriteNames(json, "mode_strengths", strengths);
            WriteNames(json, "gate_shares", shares);
            json.WriteStartObject("layer_gate_shares");
            foreach ((string layer, Dictionary<string, string> names) in layers)
            {
                WriteNames(json, layer, names);
            }

            json.WriteEndObject();
            WriteNames(json, "test_loss_by", groups);
            WriteNames(json, "draws", draws);
            WriteNames(json, "test_draws", testDraws);
            Write(json, snapshots);
        }, log);
    }

    private static List<ResultArray> Common(double[] loss, int[] epochs, double[]? testLoss) =>
        [ResultArray.Of("loss", loss), ResultArray.Of("epochs", epochs), .. testLoss is null ? [] : new[] { ResultArray.Of("test_loss", testLoss) }];

    private static Dictionary<string, string> Add<TArray>(List<ResultArray> arrays, string group, IReadOnlyDictionary<string, TArray> byName)
        where TArray : class
    {
        Dictionary<string, string> names = [];
        foreach ((string name, TArray values) in byName)
        {
            names.Add(name, $"{group}/{name}");
            arrays.Add(ResultArray.Of(names[name], (Array)(object)values));
        }

        return names;
    }

    private static SnapshotNames[] Add(List<ResultArray> arrays, IReadOnlyList<Snapshot> snapshots) => [.. snapshots.Select(snapshot =>
    {
        string group = string.Create(CultureInfo.InvariantCulture, $"snapshots/{snapshot.Epoch}");
        arrays.Add(ResultArray.Of($"{group}/hidden_kernel", snapshot.HiddenKernel));
        arrays.Add(ResultArray.Of($"{group}/tangent_kernel", snapshot.TangentKernel));
        return new SnapshotNames(
            snapshot.Epoch, group, Add(arrays, $"{group}/hidden_kernels", snapshot.HiddenKernels), Add(arrays, $"{group}/predictions", snapshot.Predictions));
    })];

    private static void Write(Utf8JsonWriter json, SnapshotNames[] snapshots) => JsonText.Objects(json, "snapshots", snapshots, snapshot =>
    {
        json.WriteNumber("epoch", snapshot.Epoch);
        json.WriteString("hidden_kernel", $"{snapshot.Group}/hidden_kernel");
        json.WriteString("tangent_kernel", $"{snapshot.Group}/tangent_kernel");
        WriteNames(json, "hidden_kernels", snapshot.HiddenKernels);
        WriteNames(json, "predictions", snapshot.Predictions);
    });

    private static void WriteNames(Utf8JsonWriter json, string name, string[] names)
    {
        json.WriteStartArray(name);
        foreach (string array in names)
        {
            json.WriteStringValue(array);
        }

        json.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, Dictionary<string, string> names)
    {
        json.WriteStartObject(name);
        foreach ((string key, string array) in names)
        {
            json.WriteString(key, array);
        }

        json.WriteEndObject();
    }

    /// <summary>Names of the arrays of a snapshot.</summary>
    private sealed record SnapshotNames(int Epoch, string Group, Dictionary<string, string> HiddenKernels, Dictionary<string, string> Predictions);
}
