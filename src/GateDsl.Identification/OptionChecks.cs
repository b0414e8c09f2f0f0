namespace GateDsl.Identifying;

/// <summary>Refuses settings out of range, in one line.</summary>
internal static class OptionChecks
{
    public static void Require(IdentificationOptions options, IdentificationData data, int units, int patterns)
    {
        RequireAtLeast(1, options.Modules ?? 1, "Modules (k)");
        RequireAtLeast(1, options.MostModules, nameof(options.MostModules));
        RequireAtLeast(1, options.Starts, nameof(options.Starts));
        RequireAtLeast(1, options.Repetitions, nameof(options.Repetitions));
        if (options.Modules > patterns)
        {
            throw new ArgumentException($"{options.Modules} modules were asked for, but the units have only {patterns} different gates that are on somewhere.");
        }

        if (options.Training is { } training)
        {
            RequireTraining(data, 1, training.Sigma, training.StepSize, training.Losses.Count);
            RequireLosses(training.Losses);
            StartingLoss.Require(data, units, training);
        }
    }

    public static void RequireLosses(IReadOnlyList<double> losses)
    {
        int bad = Enumerable.Range(0, losses.Count).FirstOrDefault(i => !double.IsFinite(losses[i]) || losses[i] < 0, -1);
        if (bad >= 0 || losses[0] == 0)
        {
            throw new ArgumentException($"The loss at epoch {Math.Max(0, bad)} is {InputChecks.Words(losses[Math.Max(0, bad)])}; "
                + "losses are finite and not negative, the first one positive.");
        }
    }

    public static void RequireInputs(IdentificationData data)
    {
        if (!(data.Columns.SquaredNorm > 0))
        {
            throw new ArgumentException("All inputs are zero: no unit can be on anywhere.");
        }
    }

    public static void RequireTraining(IdentificationData data, int units, double sigma, double stepSize, int epochs)
    {
        if (!data.HasTargets)
        {
            throw new ArgumentException("Losses are predicted from targets: add them to the data.");
        }

        RequireAtLeast(1, units, "units");
        RequireAtLeast(1, epochs, "epochs");
        RequirePositive(sigma, "standard deviation of the initial weights");
        RequirePositive(stepSize, "step size");
    }

    public static void RequireDeep(IdentificationData data, IReadOnlyList<int> widths, double sigma, double stepSize, int epochs, IdentificationOptions options)
    {
        if (widths.Count < 2)
        {
            throw new ArgumentException(
                $"A forecast of several hidden layers has at least 2 widths, not {widths.Count}; of one layer it is {nameof(Identification.Forecast)}.");
        }

        if (options.Draws < 2)
        {
            throw new ArgumentException(
                $"A forecast of several hidden layers needs at least 2 draws, whose distance is the measure of others, not {options.Draws}.");
        }

        foreach (int units in widths)
        {
            RequireTraining(data, units, sigma, stepSize, epochs);
        }
    }

    private static void RequireAtLeast(int least, int value, string name)
    {
        if (value < least)
        {
            throw new ArgumentException($"{name} is {value}; it must be at least {least}.");
        }
    }

    private static void RequirePositive(double value, string name)
    {
        if (!(value > 0) || !double.IsFinite(value))
        {
            throw new ArgumentException($"The {name} is {InputChecks.Words(value)}; it must be positive and finite.");
        }
    }
}
