using System.Globalization;
using System.Text.RegularExpressions;

namespace GateDsl.Tests.Identifying;

/// <summary>With which first loss a training may begin, on either scale, and what is said of another.</summary>
public sealed partial class StartingLossTests
{
    private const int Units = 6;

    /// <summary>
    /// Outputs are 0 but for a tenth of the targets, and ten times what random weights say: a little within these bounds is taken, a little beyond them is not.
    /// </summary>
    [Theory]
    [InlineData(LossScale.Sum, 1e-6)]
    [InlineData(LossScale.Mean, 1e-6)]
    [InlineData(LossScale.Sum, 0.3)]
    [InlineData(LossScale.Mean, 0.3)]
    public void ItIsThatOfOutputsNearZero(LossScale scale, double sigma)
    {
        for (int seed = 0; seed < 10; seed++)
        {
            RandomTask task = RandomTask.Of(new Random(seed), 12);
            double count = scale == LossScale.Mean ? task.Rows.Length : 1;
            double targets = Math.Sqrt(task.Data.TargetValues!.Sum(target => target * target));
            double said = Math.Sqrt(0.5 * Units * task.Data.TargetWidth * task.Rows.Sum(row => row.Sum(x => x * x))) * sigma * sigma;
            double apart = (10 * said) + (0.1 * targets);
            foreach (double error in new[] { targets - apart, targets + apart }.Where(error => error > 0))
            {
                double within = targets + (0.99 * (error - targets));
                double beyond = targets + (1.01 * (error - targets));

                _ = Identify(task, new([0.5 * within * within / count, 1e-3], sigma, 1e-3, scale));
                string message = Assert.Throws<ArgumentException>(() => Identify(task, new([0.5 * beyond * beyond / count, 1e-3], sigma, 1e-3, scale))).Message;

                Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"The losses start at {0.5 * beyond * beyond / count:G4}; "), message,
                    StringComparison.Ordinal);
                Assert.Contains(string.Create(CultureInfo.InvariantCulture, $" deviation {sigma:G4} half the squared error"), message,
                    StringComparison.Ordinal);
                Assert.Contains(scale == LossScale.Mean ? "mean over datapoints" : "summed over all datapoints", message, StringComparison.Ordinal);
                Assert.Equal(0.5 * targets * targets / count, double.Parse(Near().Match(message).Groups[1].Value, CultureInfo.InvariantCulture),
                    1e-3 * targets * targets / count);
            }
        }
    }

    /// <summary>
    /// Losses as other programs compute them become those expected when they are multiplied as it is said; on the mean scale nothing is said.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(1.0 / 12)]
    [InlineData(2.0 / 12)]
    [InlineData(2.0 / 36)]
    [InlineData(1.0 / 36)]
    [InlineData(7.0)]
    public void TheFactorThatIsSaidMendsTheLosses(double times)
    {
        RandomTask task = RandomTask.Of(new Random(3), 12);
        double expected = 0.5 * task.Data.TargetValues!.Sum(target => target * target);

        string message = Assert.Throws<ArgumentException>(() => Identify(task, new([times * expected, 1e-3], 1e-6, 1e-3))).Message;
        string mean = Assert.Throws<ArgumentException>(() => Identify(task, new([times * expected / 12, 1e-3], 1e-6, 1e-3, LossScale.Mean))).Message;

        Match factor = Factor().Match(message);
        Assert.Equal(times < 7, factor.Success);
        Assert.True(!factor.Success || Math.Abs((double.Parse(factor.Groups[1].Value, CultureInfo.InvariantCulture) * times) - 1) < 1e-5, message);
        Assert.DoesNotContain("multiply", mean, StringComparison.Ordinal);
    }

    /// <summary>Within a twentieth losses look like those of another program; beyond it they do not.</summary>
    [Theory]
    [InlineData(1.04, true)]
    [InlineData(0.96, true)]
    [InlineData(1.06, false)]
    [InlineData(0.94, false)]
    public void LossesNearThoseOfAnotherProgramLookLikeThem(double near, bool isSaid)
    {
        RandomTask task = RandomTask.Of(new Random(3), 12);
        double expected = 0.5 * task.Data.TargetValues!.Sum(target => target * target);

        string message = Assert.Throws<ArgumentException>(() => Identify(task, new([near * expected / 12, 1e-3], 1e-6, 1e-3))).Message;

        Assert.Equal(isSaid,
            message.Contains("; these look like half the squared error as a mean over datapoints: multiply them by 12, and divide their step size by it.",
                StringComparison.Ordinal));
    }

    private static IdentificationResult Identify(RandomTask task, RecordedTraining training)
    {
        LayerRecordings recordings = new(task.Data);
        bool[,] gates = new bool[Units, task.Rows.Length];
        for (int unit = 0; unit < Units; unit++)
        {
            for (int n = 0; n < task.Rows.Length; n++)
            {
                gates[unit, n] = unit < 3 || task.Data.FirstEqual[n] == 0;
            }
        }

        for (int recording = 0; recording < 3; recording++)
        {
            recordings.Add(gates, [1, 1, 1, 1, 1, 1]);
        }

        return Identification.Of(recordings, task.Data, new() { Modules = 1, MostModules = 1, Starts = 1, Repetitions = 1, Training = training });
    }

    [GeneratedRegex(@"starts near ([0-9.E+-]+)\. ")]
    private static partial Regex Near();

    [GeneratedRegex(@"multiply them by ([0-9.E+-]+), and divide")]
    private static partial Regex Factor();
}
