using GateDsl.Benchmarks.Peak;
using GateDsl.Benchmarks.Peers;
using GateDsl.Benchmarks.Timing;

namespace GateDsl.Benchmarks.Comparing;

/// <summary>Times a comparison: ours, every peer and the peak in turn, several times.</summary>
/// <param name="pairs">How often.</param>
/// <param name="shortest">A timing takes at least this long.</param>
internal sealed class Comparer(int pairs, TimeSpan shortest)
{
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(1.5);

    public IReadOnlyList<ComparisonRow> Run(Comparison comparison)
    {
        // Nothing counts before the runtime has compiled the methods well, ours and TorchSharp's, which it does after a while on this core too.
        _ = Stopped.Epoch(comparison.Own, comparison.OwnEpochs, comparison.RecordEvery, s_warmUp);
        foreach (Peer peer in comparison.Peers)
        {
            _ = Stopped.Epoch(peer.Training, Math.Max(1, comparison.PeerEpochs / 10), comparison.RecordEvery, s_warmUp);
        }

        List<double> own = [];
        List<double> shares = [];
        List<double>[] theirs = [.. comparison.Peers.Select(_ => new List<double>())];
        double[] gaps = new double[comparison.Peers.Length];
        for (int pair = 0; pair < pairs; pair++)
        {
            (double microseconds, double[] losses) = Time(comparison, comparison.Own, comparison.OwnEpochs);
            own.Add(microseconds);
            shares.Add((comparison.WorkOfEpoch ?? 0) / (microseconds * 1e3) / FmaPeak.Measure());
            for (int peer = 0; peer < comparison.Peers.Length; peer++)
            {
                (double time, double[] peerLosses) = Time(comparison, comparison.Peers[peer].Training, comparison.PeerEpochs);
                theirs[peer].Add(time);
                gaps[peer] = Math.Max(gaps[peer], Gap(comparison, losses, peerLosses));
            }
        }

        return
        [
            .. comparison.Peers.Select((peer, i) => new ComparisonRow(
                comparison,
                peer,
                Spread.Of(theirs[i].Zip(own, (their, our) => their / our)),
                Spread.Of(own),
                Spread.Of(theirs[i]),
                comparison.WorkOfEpoch is null ? null : Spread.Of(shares),
                peer.IsSameNetwork ? gaps[i] : null)),
        ];
    }

    private (double Microseconds, double[] Losses) Time(Comparison comparison, ITraining training, int epochs) =>
        Stopped.Epoch(training, epochs, comparison.RecordEvery, shortest);

    /// <summary>Over the epochs both recorded: all but the last of the longer training, which need not be a multiple of the distance.</summary>
    private static double Gap(Comparison comparison, double[] own, double[] peer)
    {
        int shorter = Math.Min(comparison.OwnEpochs, comparison.PeerEpochs);
        int common = comparison.OwnEpochs == comparison.PeerEpochs ? own.Length : ((shorter - 1) / comparison.RecordEvery) + 1;
        double gap = 0;
        for (int i = 0; i < common; i++)
        {
            double difference = Math.Abs(own[i] - peer[i]) / Math.Abs(peer[i]);
            gap = double.IsFinite(difference) ? Math.Max(gap, difference) : double.PositiveInfinity;
        }

        return gap;
    }
}
