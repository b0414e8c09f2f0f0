using System.Globalization;

namespace GateDsl.Identifying;

/// <summary>Reasons not to believe that the modules explain the network.</summary>
internal static class Doubts
{
    /// <summary>Networks that few modules explain are predicted to 0.004-0.018.</summary>
    private const double LargestRms = 0.03;

    /// <summary>Beyond it losses fall at another time: a step or a start is another one than the network's, or most losses are missing.</summary>
    private const double OtherTraining = 0.2;

    /// <summary>Gate bits of such networks differ from their module's in a fifth of the cases or less.</summary>
    private const double LargestResidual = 0.25;

    /// <summary>Random targets 0.95-1.04, contextual tasks 0.63-0.75.</summary>
    private const double LargestAgainstNoise = 0.85;

    private const double LeastStability = 0.5;

    private const double LeastMargin = 0.02;

    public static IReadOnlyList<string> Of(CandidateSearch search, ModuleAssembly assembly, Stability stability, (int Impossible, int Looked) units = default)
    {
        List<string> doubts = [];
        ModuleCandidate chosen = search.ChosenCandidate;
        Add(2 * units.Impossible > units.Looked,
            $"Of {units.Looked} gates of single units {units.Impossible} are none that a ReLU unit over these inputs can have, with a bias or without: are the datapoints in the same order in both, are all inputs there, and is the layer the first one?");
        Add(chosen.LossRms > OtherTraining && search.Kind == IdentificationError.Losses,
            $"The losses of these modules differ from those given by rms {chosen.LossRms:0.000} of the first loss, as those of another training: is there one for every update, and are the initial weights and the step size the network's?");
        Add(chosen.LossRms > LargestRms && (chosen.LossRms <= OtherTraining || search.Kind != IdentificationError.Losses),
            $"The losses of these modules differ from the network's by rms {chosen.LossRms:0.000} of the first loss; {LargestRms} or less is usual where few modules explain a network.");
        Add(assembly.Residual > LargestResidual,
            $"{assembly.Residual:0%} of the gate bits differ from their module's gate; {LargestResidual:0%} or less is usual where few modules explain a network.");
        Add(search.AgainstNoise > LargestAgainstNoise,
            $"The targets have no structure that these gates catch: they leave {search.AgainstNoise:0%} of what they would leave of random targets.");
        Add(assembly.Unexplained > LargestResidual, $"Units that hold {assembly.Unexplained:0%} of the path strength are in no module.");
        Add(stability.Whole < LeastStability,
            $"Other starts or samples of the units find exactly these gates in {stability.Whole:0%} of the cases only.");
        Add(search.Elbow.Margin < LeastMargin, $"The elbow is not clear: a factor is within {search.Elbow.Margin:0.000} of its threshold.");
        Add(!search.Elbow.IsGiven && search.Elbow.Clusters == search.Candidates.Count && search.Candidates.Count > 1,
            $"There is no elbow up to k = {search.Candidates.Count}: further modules may pay.");
        return doubts;

        void Add(bool isSo, FormattableString text)
        {
            if (isSo)
            {
                doubts.Add(text.ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}
