using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>One input layer over all datapoints of a data set: dense rows, or one index per datapoint. Used by generated code.</summary>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class Feature<T>
    where T : struct, System.Numerics.INumber<T>
{
    private readonly T[]? _dense;
    private readonly int[]? _index;

    private Feature(T[]? dense, int[]? index, int width, string name) => (_dense, _index, Width, Name) = (dense, index, width, name);

    /// <summary>The input's name; empty where nobody asks for it.</summary>
    internal string Name { get; }

    /// <summary>Units of the input.</summary>
    public int Width { get; }

    /// <summary>Whether the input is one-hot.</summary>
    public bool IsOneHot => _index is not null;

    /// <summary>A dense input: datapoints x width, row by row.</summary>
    /// <param name="rows">Its values.</param>
    /// <param name="width">Its units.</param>
    /// <param name="name">Its name, by which statistics in files are told apart.</param>
    public static Feature<T> Dense(T[] rows, int width, string name = "") => new(rows, null, width, name);

    /// <summary>A one-hot input: one index per datapoint.</summary>
    /// <param name="index">Its values.</param>
    /// <param name="width">Its units.</param>
    /// <param name="name">Its name, by which statistics in files are told apart.</param>
    public static Feature<T> OneHot(int[] index, int width, string name = "") => new(null, index, width, name);

    /// <summary>Which unit of a one-hot input is 1.</summary>
    internal int IndexAt(int datapoint) => _index![datapoint];

    /// <summary>All vectors, datapoints x width, in double precision.</summary>
    internal double[] ToRows(int datapoints)
    {
        Memory.Require(nameof(datapoints), $"The vectors of an input of {Width:N0} units at {datapoints:N0} datapoints", (long)datapoints * Width,
            sizeof(double));
        double[] rows = new double[datapoints * Width];
        for (int n = 0; n < datapoints; n++)
        {
            CopyTo(n, rows.AsSpan(n * Width, Width));
        }

        return rows;
    }

    /// <summary>The vector of a datapoint, in double precision.</summary>
    internal void CopyTo(int datapoint, Span<double> destination)
    {
        if (_index is not null)
        {
            destination.Clear();
            destination[_index[datapoint]] = 1;
            return;
        }

        RowNumbers.Convert<T, double>(_dense.AsSpan(datapoint * Width, Width), destination);
    }
}
