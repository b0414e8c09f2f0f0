using GateDsl;

namespace Sweep;

/// <summary>The numbers that a trained and a predicted loss curve give.</summary>
internal static class Losses
{
    /// <summary>Both ends, both learning times and their agreement; a curve that does not come to half of its start has no learning time.</summary>
    public static Dictionary<string, double> Compare(double[] trained, double[] predicted) => new()
    {
        ["loss"] = trained[^1],
        ["predicted_loss"] = predicted[^1],
        ["half_epoch"] = HalfEpoch(trained),
        ["predicted_half_epoch"] = HalfEpoch(predicted),
        ["rms"] = Agreement.Between(trained, predicted).Rms,
    };

    /// <summary>When a curve is first at half of its start, between two epochs by the straight line; NaN: it does not come so far.</summary>
    private static double HalfEpoch(double[] losses)
    {
        double half = losses[0] / 2;
        int after = Array.FindIndex(losses, loss => loss <= half);
        return after < 1 ? double.NaN : after - ((half - losses[after]) / (losses[after - 1] - losses[after]));
    }
}
