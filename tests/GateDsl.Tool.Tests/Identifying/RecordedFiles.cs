using GateDsl.Tool.Tests.Arrays;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Identifying;

/// <summary>
/// The files of a recorded layer on the task of P1 §4, in a folder of their own: three recordings of 12 units whose gates are planted, three units
/// each for the common gate and the three pairs of contexts.
/// </summary>
internal sealed class RecordedFiles : IDisposable
{
    public const int Recordings = 3;
    public const int Units = 12;
    public const int Features = 11;
    private readonly TestFolder _folder = new();

    public RecordedFiles()
    {
        Activations(Planted, [Recordings, Units, Datapoints]);
        Inputs(Columns(Features, (feature, n) => feature == Task.Items[n] || feature == 8 + Task.Contexts[n] ? 1 : 0), [Features, Datapoints]);
        Targets(Columns(Task.TargetWidth, (output, n) => Task.Targets[(n * Task.TargetWidth) + output]), [Task.TargetWidth, Datapoints]);
    }

    /// <summary>What identify said of these files, and the declaration that it wrote.</summary>
    public static Lazy<(ToolRun Run, string Declaration)> Identified { get; } = new(() =>
    {
        using RecordedFiles files = new();
        ToolRun run = files.Identify();
        return (run, File.Exists(files.Out) ? File.ReadAllText(files.Out) : "");
    });

    public static ContextTask Task { get; } = ContextTask.Create(contexts: 3, ContextStructure.Different);

    public static int Datapoints => Task.Count;

    /// <summary>Activations, the last axis fastest: 3 x 12 x 24. Unit u is off in context u mod 4, which three of them do not have.</summary>
    public static double[] Planted =>
        [.. from recording in Enumerable.Range(0, Recordings)
            from unit in Enumerable.Range(0, Units)
            from n in Enumerable.Range(0, Datapoints)
            select Task.Contexts[n] == unit % 4 ? 0 : 1 + recording + (0.25 * ((unit + n) % 5))];

    public string Folder => _folder.Path;

    public string Out => Path.Combine(Folder, "Reln.cs");

    /// <summary>A file as a user might name it.</summary>
    public string Named(string name) => Path.Combine(Folder, ".", name);

    public void Activations(double[] values, int[] shape, string type = "<f4", bool isFortranOrder = false) =>
        NpyBytes.Write(Folder, "A.npy", values, shape, type, isFortranOrder);

    public void Inputs(double[] values, int[] shape) => NpyBytes.Write(Folder, "X.npy", values, shape);

    public void Targets(double[] values, int[] shape) => NpyBytes.Write(Folder, "Y.npy", values, shape, "<f8");

    public static double[] Columns(int rows, Func<int, int, double> value) =>
        [.. from row in Enumerable.Range(0, rows) from n in Enumerable.Range(0, Datapoints) select value(row, n)];

    /// <summary>Runs identify on these files, with targets.</summary>
    public ToolRun Identify(params string[] more) => Run(
        ["identify", "--activations", Named("A.npy"), "--inputs", Named("X.npy"), "--targets", Named("Y.npy"), "--out", Out, .. more]);

    /// <summary>Runs identify on these files without targets, for four clusters: that is quick, as nothing is predicted.</summary>
    public ToolRun IdentifyFour(string activations, string declaration, params string[] more) => Run(
        ["identify", "--activations", Named(activations), "--inputs", Named("X.npy"), "--k", "4", "--out", declaration, .. more]);

    /// <summary>Runs forecast on these files.</summary>
    public ToolRun Forecast(params string[] more) => Run(
        ["forecast", "--inputs", Named("X.npy"), "--targets", Named("Y.npy"), "--units", "100", "--sigma", "5e-5", "--step-size", "1e-3", "--out",
            Out, .. more]);

    public static ToolRun Run(params string[] args) => ToolRun.Of(args);

    public void Dispose() => _folder.Dispose();
}
