using GateDsl;

namespace Paper.Fig8;

/// <summary>The modules of several identifications, matched by their gates: which there are, and how much of the path strength each has.</summary>
internal sealed class FoundModules
{
    private readonly ForecastResult _forecast;
    private readonly IReadOnlyList<IdentificationResult> _found;

    /// <param name="forecast">Before any training.</param>
    /// <param name="found">In trained networks, by seed.</param>
    public FoundModules(ForecastResult forecast, IReadOnlyList<IdentificationResult> found)
    {
        _forecast = forecast;
        _found = found;
        Dictionary<string, string> descriptions = [];
        foreach (IdentifiedModule module in forecast.Modules.Concat(found.SelectMany(result => result.Modules)))
        {
            descriptions.TryAdd(Bits(module), module.Description);
        }

        Gates = [.. descriptions.Keys];
        Descriptions = [.. descriptions.Values];
    }

    /// <summary>The gates, a bit per datapoint: those of the forecast first.</summary>
    public IReadOnlyList<string> Gates { get; }

    /// <summary>The gates in words.</summary>
    public IReadOnlyList<string> Descriptions { get; }

    /// <summary>When the forecast was looked at.</summary>
    public IReadOnlyList<int> ForecastEpochs => _forecast.Epochs;

    /// <summary>Shares of path strength by seed and recording; 0 where a seed has no such module.</summary>
    public double[][] Found(string gate) => [.. _found.Select(result => Shares(result, gate, result.Recordings))];

    /// <summary>Shares of path strength by recording of the forecast.</summary>
    public double[] Forecast(string gate) => Shares(_forecast, gate, _forecast.Epochs.Count);

    /// <summary>The largest distance, over modules, of the share at the end: forecast, and found (mean over the seeds).</summary>
    public double LargestDistance() => Gates.Max(gate => Math.Abs(Forecast(gate)[^1] - Found(gate).Average(shares => shares[^1])));

    public static string Bits(IdentifiedModule module) => string.Concat(module.Gate.Select(isOn => isOn ? '1' : '0'));

    private static double[] Shares(IdentificationResult result, string gate, int recordings) =>
        result.Modules.FirstOrDefault(module => Bits(module) == gate)?.ShareByRecording.ToArray() ?? new double[recordings];
}
