namespace GateDsl.Benchmarks;

/// <summary>What a run measures and how thoroughly.</summary>
/// <param name="IsQuick">Shorter trainings and fewer pairs, to try the program out: not figures to quote.</param>
/// <param name="Only">Parts to run; none: all.</param>
/// <param name="Folder">Where tables and figures go.</param>
internal sealed record BenchmarkOptions(bool IsQuick, string[] Only, string Folder)
{
    /// <summary>Measurements of each side.</summary>
    public int Pairs => IsQuick ? 3 : 5;

    /// <summary>A timing takes at least this long.</summary>
    public TimeSpan Shortest => TimeSpan.FromSeconds(IsQuick ? 0.05 : 0.3);

    public bool Wants(string part) => Only.Length == 0 || Only.Contains(part);
}
