namespace GateDsl.Generators.Emission.Native;

/// <summary>The exported functions, each one line: a library exports only what stands in its own assembly.</summary>
internal static class NativeStubs
{
    private const string Surface = "Surface";

    private const string Measures = "global::GateDsl.CompilerServices.NativeMeasures";

    private const string Static = "global::GateDsl.CompilerServices.NativeSurface";

    private static readonly (string Export, string Returns, string On, string Method, string Parameters)[] Functions =
    [
        ("abi", "int", Static, "GetAbi", ""),
        ("version", "nint", Static, "GetVersion", ""),
        ("description", "nint", Surface, "GetDescription", ""),
        ("error", "nint", Static, "GetError", ""),
        ("error_json", "nint", Static, "GetErrorJson", ""),
        ("free", "int", Surface, "Free", "long handle"),
        ("handles", "long", Surface, "CountHandles", ""),
        ("result_json", "int", Surface, "GetJson", "long result, nint json"),
        ("result_arrays", "int", Surface, "GetArrays", "long result, nint arrays, nint count"),
        ("dataset_create", "int", Surface, "CreateDataset", "nint network, nint arrays, int count, nint dataset"),
        ("dataset_count", "int", Surface, "CountDatapoints", "long dataset, nint count"),
        ("task", "int", Surface, "MakeTask", "nint network, nint result"),
        ("gate_report", "int", Surface, "ReportGates", "nint network, nint result"),
        ("dataset_gate_report", "int", Surface, "ReportDataGates", "long dataset, nint result"),
        ("check_gates", "int", Surface, "CheckGates", "nint inputs, nint gates, int bias, nint poll, nint state, nint result"),
        ("network_create", "int", Surface, "CreateNetwork", "nint network, nint start, nint handle"),
        ("load", "int", Surface, "Load", "nint network, nint path, nint handle"),
        ("save", "int", Surface, "Save", "long network, nint path"),
        ("weights", "int", Surface, "ShowWeights", "long network, nint result"),
        ("step", "int", Surface, "Step", "long network, long dataset, double stepSize, int scale, nint loss"),
        ("loss", "int", Surface, "FindLoss", "long network, long dataset, int scale, nint loss"),
        ("predict", "int", Surface, "Predict", "long network, long dataset, nint result"),
        ("gradient", "int", Surface, "FindGradient", "long network, long dataset, int scale, nint result"),
        ("activations", "int", Surface, "FindActivations", "long network, long dataset, nint layer, nint result"),
        ("gates", "int", Surface, "FindGates", "long twin, long dataset, int layer, nint result"),
        ("frozen_gates", "int", Surface, "FindFrozenGates", "long twin, long dataset, int layer, nint result"),
        ("census", "int", Surface, "TakeCensus", "long twin, long dataset, int layer, nint result"),
        ("train", "int", Surface, "Train", "long network, long dataset, long test, nint options, nint progress, nint poll, nint state, nint log"),
        ("train_many", "int", Surface, "TrainMany",
            "nint network, nint start, nint seeds, int count, long dataset, long test, nint options, nint progress, nint poll, nint state, nint networks, nint logs"),
        ("race_from", "int", Surface, "RaceFrom", "long network, long dataset, nint race"),
        ("race_expect", "int", Surface, "RaceExpect", "nint network, long dataset, nint start, nint race"),
        ("race_for_twin", "int", Surface, "RaceForTwin", "nint network, long dataset, nint start, nint race"),
        ("integrate", "int", Surface, "Integrate", "long race, long test, nint options, nint progress, nint poll, nint state, nint log"),
        ("band", "int", Surface, "FindBand", "long raceLog, double share, nint result"),
        ("log_save", "int", Surface, "SaveLog", "long log, nint path"),
        ("agreement", "int", Measures, "Agree", "nint reference, nint other, long count, nint rms, nint max"),
        ("rdm", "int", Measures, "FindRdm", "nint kernel, long count, int metric, nint rdm"),
        ("kernel_distance", "int", Measures, "FindKernelDistance", "nint a, nint b, long count, nint distance"),
        ("rdm_correlation", "int", Measures, "Correlate", "nint a, nint b, long count, nint correlation"),
        ("batch_order", "int", Measures, "OrderBatches", "int count, ulong shuffleSeed, int epoch, nint order"),
        ("lambda_balanced", "int", Measures, "DrawBalanced",
            "int inputs, int hidden, int outputs, double sigma, double lambda, ulong seed, nint incoming, nint outgoing"),
    ];

    public static void Write(CodeWriter code) => code.Separated(Functions, function =>
    {
        string arguments = string.Join(
            ", ", function.Parameters.Split([", "], StringSplitOptions.RemoveEmptyEntries).Select(parameter => parameter.Split(' ')[1]));
        code.Write($"[global::System.Runtime.InteropServices.UnmanagedCallersOnly(EntryPoint = \"gatedsl_{function.Export}\")]");
        code.Write($"private static {function.Returns} {function.Method}({function.Parameters}) => {function.On}.{function.Method}({arguments});");
    });
}
