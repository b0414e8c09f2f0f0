using System.Globalization;

namespace GateDsl.Identifying;

/// <summary>
/// Whether losses start where a network starts. Its first loss is 1/2 |Y - F|^2 on the Sum scale, with F what it says at random weights: from |Y| and
/// |F| it is known to within the triangle inequality, and small weights say next to nothing.
/// </summary>
internal static class StartingLoss
{
    /// <summary>How much farther from zero than the mean square says outputs may be at the start.</summary>
    private const double Luck = 10;

    /// <summary>Share of |Y| that rounding and other starts than ours may make.</summary>
    private const double Slack = 0.1;

    /// <param name="data">Inputs and targets.</param>
    /// <param name="units">Hidden units H.</param>
    /// <param name="training">Losses, and the start that they are said to come from.</param>
    /// <exception cref="ArgumentException">No network that starts so has the first of them.</exception>
    public static void Require(IdentificationData data, int units, RecordedTraining training)
    {
        double targets = Math.Sqrt(data.TargetValues!.Sum(target => target * target));

        // Of a unit with weights N(0, sigma^2), half of whose inputs are below 0: E|F|^2 = H outputs sigma^4 |X|^2 / 2.
        double outputs = training.Sigma * training.Sigma * Math.Sqrt(0.5 * units * data.TargetWidth * data.Columns.SquaredNorm);
        double scale = training.LossScale == LossScale.Sum ? 1 : data.Count;
        double first = Math.Sqrt(2 * scale * training.Losses[0]);
        double expected = 0.5 * targets * targets / scale;
        double apart = (Luck * outputs) + (Slack * targets);
        if (Math.Abs(first - targets) <= apart)
        {
            return;
        }

        string words = training.LossScale == LossScale.Sum
            ? "half the squared error summed over all datapoints and outputs" : "half the squared error summed over outputs, mean over datapoints";
        throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"The losses start at {training.Losses[0]:G4}; with initial weights of standard "
            + $"deviation {training.Sigma:G4} {words} starts near {expected:G4}. Expected that loss, before every update from the first on{(training.LossScale == LossScale.Sum ? Mend(expected / training.Losses[0], data) : "")}."));
    }

    // Losses as other programs compute them.
    private static string Mend(double factor, IdentificationData data)
    {
        (double Factor, string Name)[] known =
        [
            (0.5, "the squared error without the half"),
            (data.Count, "half the squared error as a mean over datapoints"),
            (data.Count / 2.0, "the squared error as a mean over datapoints"),
            (data.Count * data.TargetWidth / 2.0, "the squared error as a mean over datapoints and outputs"),
            ((double)data.Count * data.TargetWidth, "half the squared error as a mean over datapoints and outputs"),
        ];
        foreach ((double times, string name) in known)
        {
            if (Math.Abs(factor / times - 1) < 0.5 * Slack)
            {
                return string.Create(CultureInfo.InvariantCulture, $"; these look like {name}: multiply them by {times:G6}, and divide their step size by it");
            }
        }

        return "";
    }
}
