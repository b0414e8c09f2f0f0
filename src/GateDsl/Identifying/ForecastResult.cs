namespace GateDsl;

/// <summary>Which gated network a ReLU network will become, before any network is trained (representative units, theory.md §5).</summary>
public sealed class ForecastResult : IdentificationResult
{
    /// <summary>The epochs read, in the order of every module's shares.</summary>
    public required IReadOnlyList<int> Epochs { get; init; }

    /// <summary>The predicted loss of the ReLU network, one per epoch before its update, mean of the draws.</summary>
    public required IReadOnlyList<double> Loss { get; init; }
}
