using System.Globalization;
using System.Numerics;

namespace GateDsl;

/// <summary>
/// What data sets, destinations and weights must satisfy. Every refusal is an <see cref="ArgumentException"/> that names the argument, the
/// datapoint and the bound.
/// </summary>
internal static class DatasetChecks
{
    /// <summary>Number of datapoints in the first argument of a data set.</summary>
    /// <param name="parameter">Name of the argument.</param>
    /// <param name="length">Its length.</param>
    /// <param name="width">Its values per datapoint.</param>
    public static int Datapoints(string parameter, int length, int width) => length % width == 0
        ? length / width
        : throw new ArgumentException($"{parameter} has {length} values, which is no multiple of its {width} per datapoint.", parameter);

    /// <summary>An argument must hold one row per datapoint.</summary>
    /// <param name="parameter">Name of the argument.</param>
    /// <param name="length">Its length.</param>
    /// <param name="width">Its values per datapoint.</param>
    /// <param name="datapoints">Number of datapoints N.</param>
    /// <param name="first">Name of the argument that N was counted from.</param>
    public static void Length(string parameter, int length, int width, int datapoints, string first)
    {
        if (length != (long)datapoints * width)
        {
            throw new ArgumentException(
                $"{parameter} has {length} values; {datapoints} datapoints, counted from {first}, need {(long)datapoints * width} ({width} each).",
                parameter);
        }
    }

    /// <summary>A one-hot input or selector must have a legal value at every datapoint.</summary>
    /// <param name="parameter">Name of the argument.</param>
    /// <param name="indices">One value per datapoint.</param>
    /// <param name="values">Number of values.</param>
    public static void Range(string parameter, ReadOnlySpan<int> indices, int values)
    {
        for (int n = 0; n < indices.Length; n++)
        {
            if ((uint)indices[n] >= (uint)values)
            {
                throw new ArgumentException($"{parameter} is {indices[n]} at datapoint {n}; its values are 0 to {values - 1}.", parameter);
            }
        }
    }

    /// <summary>Dense inputs and targets must be finite.</summary>
    /// <param name="parameter">Name of the argument.</param>
    /// <param name="rows">Row-major, one row per datapoint.</param>
    /// <param name="width">Values per datapoint.</param>
    public static void Finite<T>(string parameter, ReadOnlySpan<T> rows, int width)
        where T : IFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows.Length; i++)
        {
            if (!T.IsFinite(rows[i]))
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture, $"{parameter} is {rows[i]} at datapoint {i / width}, feature {i % width}; it must be finite."),
                    parameter);
            }
        }
    }

    /// <summary>Targets of the logistic loss are from 0 to 1.</summary>
    /// <param name="parameter">Name of the argument.</param>
    /// <param name="rows">Row-major, one row per datapoint.</param>
    /// <param name="width">Values per datapoint.</param>
    public static void Share<T>(string parameter, ReadOnlySpan<T> rows, int width)
        where T : IFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows.Length; i++)
        {
            if (!(rows[i] >= T.Zero && rows[i] <= T.One))
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{parameter} is {rows[i]} at datapoint {i / width}, unit {i % width}; a target of the logistic loss is at least 0 and at most 1."),
                    parameter);
            }
        }
    }

    /// <summary>Gates must be finite, in the network's precision too, and open there where they are given as open.</summary>
    /// <param name="parameter">Name of the argument.</param>
    /// <param name="rows">Row-major, one row per datapoint.</param>
    /// <param name="gates">Gates per datapoint.</param>
    public static void Gates<TGiven, T>(string parameter, ReadOnlySpan<TGiven> rows, int gates)
        where TGiven : struct, IFloatingPointIeee754<TGiven>
        where T : struct, IFloatingPointIeee754<T> => Narrowing.Gates<TGiven, T>(parameter, rows, gates);

    /// <summary>A destination of predictions must hold one row per datapoint.</summary>
    /// <param name="parameter">Name of the argument.</param>
    /// <param name="length">Its length.</param>
    /// <param name="width">Units of the output.</param>
    /// <param name="datapoints">Number of datapoints of the data set.</param>
    public static void Destination(string parameter, int length, int width, int datapoints)
    {
        if (length != (long)datapoints * width)
        {
            throw new ArgumentException(
                $"{parameter} holds {length} values; the predictions of {datapoints} datapoints are {(long)datapoints * width} ({width} each).",
                parameter);
        }
    }

    /// <summary>Weights that a training starts from must be finite.</summary>
    /// <param name="weights">Name of the weights with the copy's index: ItemToPairs[1].</param>
    /// <param name="rowMajor">Target x source, row after row.</param>
    /// <param name="sources">Units of the source: columns.</param>
    public static void FiniteWeights<T>(string weights, ReadOnlySpan<T> rowMajor, int sources)
        where T : IFloatingPointIeee754<T>
    {
        for (int i = 0; i < rowMajor.Length; i++)
        {
            if (!T.IsFinite(rowMajor[i]))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"{weights} is {rowMajor[i]} at [{i / sources}, {i % sources}]; it must be finite."),
                    weights);
            }
        }
    }
}
