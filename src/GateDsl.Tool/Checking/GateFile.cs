using GateDsl.Tool.Arrays;

namespace GateDsl.Tool.Checking;

/// <summary>Gate patterns in a file.</summary>
internal static class GateFile
{
    /// <summary>Gates, one array of datapoints each.</summary>
    /// <param name="file">Gates x datapoints; one axis is one gate.</param>
    /// <param name="inputs">The file of inputs.</param>
    /// <param name="datapoints">How many it has.</param>
    /// <exception cref="BadInputException">The shape does not fit, or the numbers are not finite.</exception>
    public static bool[][] Read(string file, string inputs, int datapoints)
    {
        using NumberArray array = NumberArray.Open(file, AcceptedNumbers.All);
        ArrayShape shape = array.Shape;
        if (shape.Rank is not (1 or 2) || shape.RowLength != datapoints)
        {
            string transposed = shape.Rank == 2 && shape[0] == datapoints ? " (is it transposed?)" : "";
            throw new BadInputException(file, $"is {shape}; expected gates x {datapoints}, a column for each datapoint of {inputs}{transposed}.");
        }

        return [.. array.ReadAll().Chunk(datapoints).Select(row => row.Select(number => number != 0).ToArray())];
    }
}
