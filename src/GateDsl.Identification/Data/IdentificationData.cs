using System.Globalization;
using GateDsl.Generators.Naming;
using GateDsl.Identifying;

namespace GateDsl;

/// <summary>
/// The data of a network whose gates are looked for: its inputs, one-hot or dense, and where known its targets. A dense input of few different
/// vectors is listed: each is a stimulus, which gates can be told by. With one of many, gates are numbers that come with the data. Immutable:
/// each method returns larger data.
/// </summary>
public sealed class IdentificationData
{
    private readonly IdentifiedInput[] _inputs;
    private readonly Lazy<SparseInputs> _columns;
    private int[]? _firstEqual;

    private IdentificationData(int count, IdentifiedInput[] inputs, double[]? targets, int targetWidth, Lazy<SparseInputs>? columns)
    {
        Count = count;
        _inputs = inputs;
        _columns = columns ?? new(() => SparseInputs.Of(this));
        TargetValues = targets;
        TargetWidth = targetWidth;
    }

    /// <summary>Number of datapoints N.</summary>
    public int Count { get; }

    /// <summary>The inputs, in the order of the network input.</summary>
    public IReadOnlyList<IdentifiedInput> Inputs => _inputs;

    /// <summary>Features of the network input, all inputs together.</summary>
    public int Features => _inputs.Sum(input => input.Features);

    /// <summary>Whether gates have no rule to be told by, as a dense input has more different vectors than a declaration lists.</summary>
    public bool GatesComeWithData => _inputs.Any(input => !input.IsListed);

    /// <summary>Whether targets are known.</summary>
    public bool HasTargets => TargetValues is not null;

    /// <summary>Outputs of the network; 0 where targets are not known.</summary>
    public int TargetWidth { get; }

    /// <summary>Targets, N x <see cref="TargetWidth"/>.</summary>
    internal double[]? TargetValues { get; }

    internal SparseInputs Columns => _columns.Value;

    /// <summary>By datapoint the first one whose inputs are equal: there a network is on or off alike.</summary>
    internal int[] FirstEqual => _firstEqual ??= FindFirstEqual();

    /// <summary>Data without inputs yet.</summary>
    /// <param name="datapoints">Number of datapoints N, at least 2.</param>
    /// <exception cref="ArgumentException">There are fewer.</exception>
    public static IdentificationData Of(int datapoints) => datapoints >= 2
        ? new(datapoints, [], null, 0, null)
        : throw new ArgumentException($"Gates are told apart by at least 2 datapoints, not {datapoints}.");

    /// <summary>The inputs and targets of a contextual task.</summary>
    public static IdentificationData Of(ContextTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return Of(task.Count).OneHot("Item", task.ObjectCount, task.Items).OneHot("Context", task.ContextCount, task.Contexts)
            .WithTargets(task.Targets, task.TargetWidth);
    }

    /// <summary>
    /// Recognises one-hot inputs in a matrix: from the top, the fewest rows (at least two) of which every column has exactly one 1 and else 0
    /// are one of them. Two are named Item and Context, of more the last is Context. All other rows together are one dense input, Features,
    /// listed by the selector Stimulus where it has at most 256 different vectors of together 16,384 numbers.
    /// </summary>
    /// <param name="inputs">Row-major, features x datapoints.</param>
    /// <param name="features">Number of features, at least 1.</param>
    /// <param name="datapoints">Number of datapoints N, at least 2.</param>
    /// <exception cref="ArgumentException">
    /// Sizes do not match; all inputs are zero; a value is not finite or beyond 1e50 (the message names feature and datapoint, from 0).
    /// </exception>
    public static IdentificationData FromColumns(ReadOnlySpan<double> inputs, int features, int datapoints)
    {
        IdentificationData data = Of(datapoints);
        InputChecks.Length(inputs.Length, features, datapoints, "inputs", "features");
        InputChecks.Usable(inputs, features, datapoints, "input", "feature");
        InputChecks.NotAllTiny(inputs, "inputs");
        if (!inputs.ContainsAnyExcept(0.0))
        {
            throw new ArgumentException("All inputs are zero: no unit can be on anywhere.");
        }

        (List<(int First, int Count)> oneHot, List<int> dense) = OneHotRecognition.Split(inputs, features, datapoints);
        for (int i = 0; i < oneHot.Count; i++)
        {
            data = data.OneHot(OneHotRecognition.NameOf(i, oneHot.Count), oneHot[i].Count, OneHotRecognition.Values(inputs, datapoints, oneHot[i]));
        }

        if (dense.Count == 0)
        {
            return data;
        }

        double[] rows = OneHotRecognition.Columns(inputs, datapoints, dense);
        (int[] index, double[][] vectors) = ListedStimuli.Different(rows, dense.Count, datapoints);
        return ListedStimuli.CanList(vectors)
            ? data.Dense("Features", "Stimulus", dense.Count, rows)
            : data.Unlisted("Features", "Stimulus", dense.Count, index, vectors);
    }

    /// <summary>Adds a one-hot input.</summary>
    /// <param name="name">Its name in the declaration.</param>
    /// <param name="values">Number of values.</param>
    /// <param name="data">The value at each datapoint.</param>
    /// <exception cref="ArgumentException">There is not one value per datapoint, one is out of range, or the name is taken or no identifier.</exception>
    public IdentificationData OneHot(string name, int values, ReadOnlySpan<int> data)
    {
        InputChecks.Length(data.Length, 1, Count, name, "values");
        for (int n = 0; n < Count; n++)
        {
            if (data[n] < 0 || data[n] >= values)
            {
                throw new ArgumentException($"{name} is {data[n]} at datapoint {n}; its values are 0 to {values - 1}.");
            }
        }

        return Add(new IdentifiedInput { Name = name, Features = values, IndexName = name, IndexValues = values, Index = data.ToArray() });
    }

    /// <summary>Adds a dense input, listed by a selector: every different vector is one of its values, in the order they come.</summary>
    /// <param name="name">Its name in the declaration.</param>
    /// <param name="selector">The name of the selector that says which vector it is.</param>
    /// <param name="features">Number of features.</param>
    /// <param name="rows">Row-major, datapoints x features.</param>
    /// <exception cref="ArgumentException">
    /// Sizes do not match, a value is not finite or beyond 1e50, there are too many different vectors to list, or a name is taken.
    /// </exception>
    public IdentificationData Dense(string name, string selector, int features, ReadOnlySpan<double> rows)
    {
        InputChecks.Length(rows.Length, features, Count, name, "features");
        InputChecks.Usable(rows, Count, features, name, "datapoint", "feature");
        InputChecks.NotAllTiny(rows, name);
        (int[] index, double[][] stimuli) = ListedStimuli.Different(rows, features, Count);
        ListedStimuli.RequireListed(stimuli);
        return Add(new IdentifiedInput
        {
            Name = name,
            Features = features,
            IndexName = selector,
            IndexValues = stimuli.Length,
            Index = index,
            Stimuli = stimuli,
        });
    }

    /// <summary>
    /// Adds a dense input of any number of different vectors. A declaration does not list them: its gates are numbers that come with the data
    /// (<see cref="IdentificationResult.GateNumbers"/>).
    /// </summary>
    /// <param name="name">Its name in the declaration.</param>
    /// <param name="features">Number of features.</param>
    /// <param name="rows">Row-major, datapoints x features.</param>
    /// <exception cref="ArgumentException">Sizes do not match, a value is not finite or beyond 1e50, or the name is taken.</exception>
    public IdentificationData Dense(string name, int features, ReadOnlySpan<double> rows)
    {
        InputChecks.Length(rows.Length, features, Count, name, "features");
        InputChecks.Usable(rows, Count, features, name, "datapoint", "feature");
        InputChecks.NotAllTiny(rows, name);
        (int[] index, double[][] vectors) = ListedStimuli.Different(rows, features, Count);
        return Unlisted(name, name + "Vector", features, index, vectors);
    }

    /// <summary>Adds a dense input, a stimulus to each datapoint, for computing.</summary>
    /// <param name="rows">Row-major, datapoints x features.</param>
    /// <param name="features">Number of features.</param>
    internal IdentificationData Unlisted(double[] rows, int features) =>
        Unlisted("Features", "Stimulus", features, [.. Enumerable.Range(0, Count)], [.. rows.Chunk(features)]);

    /// <summary>Adds targets.</summary>
    /// <param name="targets">Row-major, datapoints x width.</param>
    /// <param name="width">Outputs of the network.</param>
    /// <exception cref="ArgumentException">Sizes do not match, a value is not finite or beyond 1e50, or all are zero.</exception>
    public IdentificationData WithTargets(ReadOnlySpan<double> targets, int width)
    {
        InputChecks.Length(targets.Length, width, Count, "targets", "outputs");
        InputChecks.Usable(targets, Count, width, "target", "datapoint", "output");
        InputChecks.NotAllTiny(targets, "targets");
        return targets.ContainsAnyExcept(0.0)
            ? new(Count, _inputs, targets.ToArray(), width, _columns)
            : throw new ArgumentException("All targets are zero: there is nothing to learn.");
    }

    /// <summary>Adds targets in the orientation of files.</summary>
    /// <param name="targets">Row-major, width x datapoints.</param>
    /// <param name="width">Outputs of the network.</param>
    /// <inheritdoc cref="WithTargets" path="/exception"/>
    public IdentificationData WithTargetColumns(ReadOnlySpan<double> targets, int width)
    {
        InputChecks.Length(targets.Length, width, Count, "targets", "outputs");
        InputChecks.Usable(targets, width, Count, "target", "output");
        return WithTargets(OneHotRecognition.Columns(targets, Count, [.. Enumerable.Range(0, width)]), width);
    }

    /// <summary>What the inputs are at a datapoint, in words: "Item 3, Context 0".</summary>
    internal string InputAt(int datapoint) => string.Join(", ", _inputs.Select(input => input.At(datapoint)));

    private IdentificationData Unlisted(string name, string index, int features, int[] values, double[][] vectors) => Add(new IdentifiedInput
    {
        Name = name,
        Features = features,
        IndexName = index,
        IndexValues = vectors.Length,
        Index = values,
        Stimuli = vectors,
        IsListed = false,
    });

    private int[] FindFirstEqual()
    {
        Dictionary<string, int> first = new(StringComparer.Ordinal);
        int[] equal = new int[Count];
        for (int n = 0; n < Count; n++)
        {
            string key = string.Join(' ', _inputs.Select(input => input.Index[n].ToString(CultureInfo.InvariantCulture)));
            equal[n] = first.TryGetValue(key, out int known) ? known : first[key] = n;
        }

        return equal;
    }

    private IdentificationData Add(IdentifiedInput input)
    {
        foreach (string name in input.IsOneHot ? [input.Name] : new[] { input.Name, input.IndexName })
        {
            if (_inputs.Any(other => other.Name == name || other.IndexName == name) || !InputChecks.IsIdentifier(name))
            {
                throw new ArgumentException(
                    $"An input or selector cannot be called {name}: the name is taken, or it is no identifier that begins with a capital.");
            }

            if (ReservedNames.Owner(name) is { } owner)
            {
                throw new ArgumentException($"An input or selector cannot be called {name}: {owner} of the network that is declared has that name.");
            }
        }

        return new(Count, [.. _inputs, input], TargetValues, TargetWidth, null);
    }
}
