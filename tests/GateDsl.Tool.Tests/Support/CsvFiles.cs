using System.Globalization;

namespace GateDsl.Tool.Tests.Support;

/// <summary>Tables of numbers as .csv files in a folder of their own, and what the tool makes of them.</summary>
internal sealed class CsvFiles : IDisposable
{
    private readonly TestFolder _folder = new();

    public string Out => Named("Reln.cs");

    public string Named(string name) => Path.Combine(_folder.Path, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(Named(name), text);
        return Named(name);
    }

    public string Write(string name, double[][] rows) => Write(
        name, string.Concat(rows.Select(row => string.Join(',', row.Select(number => number.ToString("R", CultureInfo.InvariantCulture))) + "\n")));

    /// <summary>identify with A.csv and X.csv, and Y.csv where it is there, else for two modules.</summary>
    public ToolRun Identify(params string[] more) => ToolRun.Of(
    [
        "identify", "--activations", Named("A.csv"), "--inputs", Named("X.csv"), "--out", Out,
        .. File.Exists(Named("Y.csv")) ? new[] { "--targets", Named("Y.csv") } : more.Contains("--k") ? [] : ["--k", "2"], .. more,
    ]);

    /// <summary>forecast with X.csv and Y.csv.</summary>
    public ToolRun Forecast(string units, string sigma, string stepSize, string steps, params string[] more) => ToolRun.Of(
    [
        "forecast", "--inputs", Named("X.csv"), "--targets", Named("Y.csv"), "--units", units, "--sigma", sigma, "--step-size", stepSize,
        "--steps", steps, "--out", Out, .. more,
    ]);

    public void Dispose() => _folder.Dispose();
}
