using System.Globalization;
using GateDsl.Tool.Arrays;

namespace GateDsl.Tool.Checking;

/// <summary>Gate patterns in a file.</summary>
/// <param name="Gates">On or off, an array of datapoints for each gate.</param>
/// <param name="Warnings">What may not be meant, a line each.</param>
internal sealed record GateFile(bool[][] Gates, IReadOnlyList<string> Warnings)
{
    /// <param name="file">Gates x datapoints; one axis is one gate. What is not 0 is on.</param>
    /// <param name="inputs">The file of inputs.</param>
    /// <param name="shape">Its features and datapoints.</param>
    /// <exception cref="BadInputException">The shape does not fit, or the numbers are not finite.</exception>
    public static GateFile Read(string file, string inputs, (int Features, int Datapoints) shape)
    {
        using NumberArray array = NumberArray.Open(file, AcceptedNumbers.All);
        if (array.Shape.Rank is not (1 or 2) || array.Shape.RowLength != shape.Datapoints)
        {
            throw new BadInputException(file, $"is {array.Shape}; expected gates x {shape.Datapoints}, a column for each datapoint of {inputs}"
                + $"{TransposedFile.Hint(array.Shape, shape.Datapoints, inputs, shape.Features)}.");
        }

        double[] numbers = array.ReadAll();
        int below = numbers.Count(number => number < 0);
        return new GateFile(
            [.. numbers.Chunk(shape.Datapoints).Select(row => row.Select(number => number != 0).ToArray())],
            below == 0 ? [] : [string.Create(
                CultureInfo.InvariantCulture,
                $"{file}: {below} of {numbers.Length} values are below 0 and count as on, like all that are not 0; a recorded pre-activation is on where it is above 0 (G > 0).")]);
    }
}
