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

    public static IReadOnlyList<string> Of(
        CandidateSearch search, ModuleAssembly assembly, Stability stability, (int Impossible, int Looked) units = default) => Of(new Figures(
        units.Impossible, units.Looked, search.ChosenCandidate.LossRms, search.Kind, assembly.Residual, search.AgainstNoise, assembly.Unexplained,
        stability.Whole,
        search.Elbow, search.Candidates.Count));

    /// <summary>The same of figures alone. What is not known is NaN, and no reason.</summary>
    internal static IReadOnlyList<string> Of(Figures figures)
    {
        List<string> doubts = [];
        bool isOther = figures.LossRms > OtherTraining && figures.Kind == IdentificationError.Losses;
        Add(2 * figures.Impossible > figures.Looked,
            $"Of {figures.Looked} gates of single units {figures.Impossible} are none that a ReLU unit over these inputs can have, with a bias or without: are the datapoints in the same order in both, are all inputs there, and is the layer the first one?");
        Add(isOther,
            $"The losses of these modules differ from those given by rms {figures.LossRms:0.000} of the first loss, as those of another training: is there one for every update, and are the initial weights and the step size the network's?");
        Add(figures.LossRms > LargestRms && !isOther,
            $"The losses of these modules differ from the network's by rms {figures.LossRms:0.000} of the first loss; {LargestRms} or less is usual where few modules explain a network.");
        Add(figures.Residual > LargestResidual,
            $"{figures.Residual:0%} of the gate bits differ from their module's gate; {LargestResidual:0%} or less is usual where few modules explain a network.");
        Add(figures.AgainstNoise > LargestAgainstNoise,
            $"The targets have no structure that these gates catch: they leave {figures.AgainstNoise:0%} of what they would leave of random targets.");
        Add(figures.Unexplained > LargestResidual, $"Units that hold {figures.Unexplained:0%} of the path strength are in no module.");
        Add(figures.Stability < LeastStability,
            $"Other starts or samples of the units find exactly these gates in {figures.Stability:0%} of the cases only.");
        Add(figures.Elbow.Margin < LeastMargin, $"The elbow is not clear: a factor is within {figures.Elbow.Margin:0.000} of its threshold.");
        Add(!figures.Elbow.IsGiven && figures.Elbow.Clusters == figures.Candidates && figures.Candidates > 1,
            $"There is no elbow up to k = {figures.Candidates}: further modules may pay.");
        return doubts;

        void Add(bool isSo, FormattableString text)
        {
            if (isSo)
            {
                doubts.Add(text.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>What the reasons are taken from.</summary>
    /// <param name="Impossible">Gates of single units that none can have, of those looked at.</param>
    /// <param name="Looked">Gates of single units that were looked at.</param>
    /// <param name="LossRms">Of the candidate chosen, see <see cref="ModuleCandidate.LossRms"/>.</param>
    /// <param name="Kind">Whether losses were given.</param>
    /// <param name="Residual">Share of gate bits that differ from their module's gate.</param>
    /// <param name="AgainstNoise">What gates leave of the targets, in what they leave of noise.</param>
    /// <param name="Unexplained">Share of path strength in no module.</param>
    /// <param name="Stability">Share of the repetitions that find the same gates.</param>
    /// <param name="Elbow">How k was chosen.</param>
    /// <param name="Candidates">Number of k that were tried.</param>
    internal sealed record Figures(
        int Impossible,
        int Looked,
        double LossRms,
        IdentificationError Kind,
        double Residual,
        double AgainstNoise,
        double Unexplained,
        double Stability,
        ElbowChoice Elbow,
        int Candidates);
}
