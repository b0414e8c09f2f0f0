using GateDsl.Identifying;

namespace GateDsl;

/// <summary>Which gated network a ReLU network will become, before any network is trained (representative units, mathematics.md, ReLU networks).</summary>
public sealed class ForecastResult : IdentificationResult
{
    internal ForecastResult(IdentificationData data, DeclarationPlan plan)
        : base(data, plan)
    {
    }

    /// <summary>The epochs read, in the order of <see cref="IdentifiedModule.ShareByRecording"/>.</summary>
    public required IReadOnlyList<int> Epochs { get; init; }

    /// <summary>The forecast loss of the ReLU network, one per epoch before its update, mean of the draws.</summary>
    public required IReadOnlyList<double> Loss { get; init; }
}
