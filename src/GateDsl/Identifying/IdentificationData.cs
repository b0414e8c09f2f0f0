using System.Globalization;

namespace GateDsl;

/// <summary>
/// The data of a network whose gates are looked for: its inputs, one-hot or dense, and where known its targets. Immutable: each method returns
/// larger data.
/// </summary>
public sealed class IdentificationData
{
    private readonly IdentifiedInput[] _inputs;

    private IdentificationData(int count, IdentifiedInput[] inputs, double[]? targets, int targetWidth)
    {
        Count = count;
        _inputs = inputs;
        TargetValues = targets;
        TargetWidth = targetWidth;
    }

    /// <summary>Number of datapoints N.</summary>
    public int Count { get; }

    /// <summary>The inputs, in the order of the network input.</summary>
    public IReadOnlyList<IdentifiedInput> Inputs => _inputs;

    /// <summary>Whether targets are known.</summary>
    public bool HasTargets => TargetValues is not null;

    /// <summary>Outputs of the network; 0 where targets are not known.</summary>
    public int TargetWidth { get; }

    /// <summary>Targets, N x <see cref="TargetWidth"/>.</summary>
    internal double[]? TargetValues { get; }

    /// <summary>Data without inputs yet.</summary>
    /// <param name="datapoints">Number of datapoints N, at least 2.</param>
    public static IdentificationData Of(int datapoints)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(datapoints, 2);
        return new(datapoints, [], null, 0);
    }

    /// <summary>The inputs and targets of a contextual task.</summary>
    public static IdentificationData Of(ContextTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return Of(task.Count).OneHot("Item", task.ObjectCount, task.Items).OneHot("Context", task.ContextCount, task.Contexts)
            .WithTargets(task.Targets, task.TargetWidth);
    }

    /// <summary>
    /// Recognises one-hot inputs in a matrix: contiguous groups of rows of which each column has exactly one 1, all else 0. The groups are the
    /// finest there are; two are named Item and Context. Where the rows do not split into such groups, they are one dense input, Stimulus.
    /// </summary>
    /// <param name="inputs">Row-major, features x datapoints.</param>
    /// <param name="features">Number of features.</param>
    /// <param name="datapoints">Number of datapoints N, at least 2.</param>
    /// <exception cref="ArgumentException">Sizes do not match, a value is not finite, or a dense input has too many different columns to be listed.</exception>
    public static IdentificationData FromColumns(ReadOnlySpan<double> inputs, int features, int datapoints) =>
        throw new NotSupportedException("Inputs are not read from a matrix yet.");

    /// <summary>Adds a one-hot input.</summary>
    /// <param name="name">Its name in the declaration.</param>
    /// <param name="values">Number of values.</param>
    /// <param name="data">The value at each datapoint.</param>
    /// <exception cref="ArgumentException">There is not one value per datapoint, or one is out of range.</exception>
    public IdentificationData OneHot(string name, int values, ReadOnlySpan<int> data)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        RequireLength(data.Length, 1, name);
        foreach (int value in data)
        {
            if (value < 0 || value >= values)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name} has the value {value}, not one of 0 to {values - 1}."), nameof(data));
            }
        }

        return new(Count, [.. _inputs, new(name, values, true) { Index = data.ToArray() }], TargetValues, TargetWidth);
    }

    /// <summary>Adds targets.</summary>
    /// <param name="targets">Row-major, datapoints x width.</param>
    /// <param name="width">Outputs of the network.</param>
    public IdentificationData WithTargets(ReadOnlySpan<double> targets, int width)
    {
        RequireLength(targets.Length, width, "Targets");
        return new(Count, _inputs, targets.ToArray(), width);
    }

    /// <summary>Adds targets in the orientation of files.</summary>
    /// <param name="targets">Row-major, width x datapoints.</param>
    /// <param name="width">Outputs of the network.</param>
    public IdentificationData WithTargetColumns(ReadOnlySpan<double> targets, int width)
    {
        RequireLength(targets.Length, width, "Targets");
        double[] rows = new double[targets.Length];
        for (int i = 0; i < width; i++)
        {
            for (int n = 0; n < Count; n++)
            {
                rows[(n * width) + i] = targets[(i * Count) + n];
            }
        }

        return new(Count, _inputs, rows, width);
    }

    private void RequireLength(int length, int width, string name)
    {
        if (width < 1 || length != (long)Count * width)
        {
            throw new ArgumentException($"{name}: {length} numbers for {Count} datapoints x {width}.");
        }
    }
}

/// <summary>An input of the network.</summary>
/// <param name="Name">Its name in the declaration.</param>
/// <param name="Features">Number of features; of a one-hot input its values.</param>
/// <param name="IsOneHot">Whether it is one-hot.</param>
public sealed record IdentifiedInput(string Name, int Features, bool IsOneHot)
{
    /// <summary>The value at each datapoint; of a dense input which of its stimuli.</summary>
    internal int[] Index { get; init; } = [];
}
