using GateDsl.Tool.Arrays;

namespace GateDsl.Tool.Identifying;

/// <summary>Inputs, targets and losses from files.</summary>
internal static class DataFiles
{
    /// <summary>Inputs, features x datapoints: one-hot inputs are recognised, dense ones listed.</summary>
    /// <param name="file">The file.</param>
    /// <param name="like">What else has as many datapoints, and how many rows of each recording; null: nothing that is known yet.</param>
    /// <exception cref="BadInputException">The shape does not fit, or the inputs are neither one-hot nor few enough to list.</exception>
    public static IdentificationData Inputs(string file, (string File, int Rows, int Datapoints)? like)
    {
        using NumberArray array = Open(file, "features", like);
        double[] numbers = array.ReadAll();
        IdentificationData data = BlamedOn.File(file, () => IdentificationData.FromColumns(numbers, array.Shape[0], array.Shape[1]));
        return IsRatherTransposed(data, numbers)
            ? throw new BadInputException(
                file, $"is {array.Shape}, and its rows, not its columns, have a single 1 in each input; expected features x datapoints (is it transposed?).")
            : data;
    }

    /// <summary>The data with targets, outputs x datapoints.</summary>
    /// <exception cref="BadInputException">The shape does not fit.</exception>
    public static IdentificationData WithTargets(this IdentificationData data, string file, string inputs)
    {
        using NumberArray array = Open(file, "outputs", (inputs, data.Features, data.Count));
        double[] numbers = array.ReadAll();
        return BlamedOn.File(file, () => data.WithTargetColumns(numbers, array.Shape[0]));
    }

    /// <summary>A loss before every update.</summary>
    /// <param name="file">The file.</param>
    /// <param name="recordings">Recordings of the layer: between two of them there is at least one update.</param>
    /// <exception cref="BadInputException">It is a table, there are too few, or the first is not above 0.</exception>
    public static double[] Losses(string file, int recordings)
    {
        using NumberArray array = NumberArray.Open(file);
        if (Enumerable.Range(0, array.Shape.Rank).Count(axis => array.Shape[axis] > 1) > 1)
        {
            throw new BadInputException(file, $"is {array.Shape}; expected one loss before every update.");
        }

        double[] losses = array.ReadAll();
        int least = Math.Max(2, recordings - 1);
        if (losses.Length < least)
        {
            throw new BadInputException(
                file,
                $"holds {losses.Length} {(losses.Length == 1 ? "loss" : "losses")}; expected one before every update of the training, not of the recordings alone: at least {least}"
                + $"{(least < recordings ? $", as between two of {recordings} recordings there is an update" : "")}.");
        }

        int negative = Array.FindIndex(losses, loss => loss < 0);
        return negative >= 0 ? throw new BadInputException(file, $"the loss before update {negative} (from 0) is negative; expected a sum of squares.")
            : losses[0] == 0 ? throw new BadInputException(file, "starts with a loss of 0; expected the losses of a training from its start.")
            : losses;
    }

    // Of a square matrix the shape does not tell.
    private static bool IsRatherTransposed(IdentificationData data, double[] numbers)
    {
        if (data.Features != data.Count || data.Inputs.All(input => input.IsOneHot))
        {
            return false;
        }

        double[] transposed = new double[numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            transposed[((i % data.Count) * data.Count) + (i / data.Count)] = numbers[i];
        }

        try
        {
            return IdentificationData.FromColumns(transposed, data.Count, data.Count).Inputs.All(input => input.IsOneHot);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static NumberArray Open(string file, string rows, (string File, int Rows, int Datapoints)? like)
    {
        NumberArray array = NumberArray.Open(file);
        string? reason =
            array.Shape.Rank != 2 ? $"is {array.Shape}; expected {rows} x datapoints."
            : like is { } other && array.Shape[1] != other.Datapoints
                ? $"is {array.Shape}; expected {rows} x {other.Datapoints}, a column for each datapoint of {other.File}"
                + $"{TransposedFile.Hint(array.Shape, other.Datapoints, other.File, other.Rows)}."
            : array.Shape[1] < 2 ? $"has one datapoint ({array.Shape}); expected at least two columns, one per datapoint."
            : null;
        if (reason is null)
        {
            return array;
        }

        array.Dispose();
        throw new BadInputException(file, reason);
    }
}
