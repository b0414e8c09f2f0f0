using GateDsl.Gating;

namespace GateDsl;

/// <summary>
/// The datapoints of a data set as one layer of a trained network sees them, for a <see cref="GateCensus"/>. What is added with
/// <see cref="OneHot"/> and <see cref="Dense"/> is the layer's whole input; what is added with <see cref="Label"/> is known about the
/// datapoints but not fed to the layer. For a deep layer, label items and contexts; its classes then say what the gates depend on, and add the
/// activations of the layer before as <see cref="Dense"/> for which of the mixed ones one of its units could implement. To ask what a unit
/// of the first layer could do, give the network's inputs, whichever layer the gates are from. Immutable.
/// </summary>
public sealed class LayerDatapoints
{
    private readonly TableColumn[] _columns;
    private readonly Lazy<DatapointTable> _table;

    private LayerDatapoints(int count, TableColumn[] columns)
    {
        Count = count;
        _columns = columns;
        _table = new(() => new(count, columns));
    }

    /// <summary>Number of datapoints.</summary>
    public int Count { get; }

    internal DatapointTable Table => _table.Value;

    /// <summary>Datapoints of which nothing is known yet.</summary>
    /// <param name="count">Number of datapoints.</param>
    public static LayerDatapoints Of(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(count, []);
    }

    /// <summary>Adds a one-hot input.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <param name="values">Number of values.</param>
    /// <param name="data">The value at each datapoint.</param>
    /// <param name="role">Item or context; unsaid: neither.</param>
    /// <exception cref="ArgumentException">There is not one value per datapoint, or one is out of range.</exception>
    public LayerDatapoints OneHot(string name, int values, ReadOnlySpan<int> data, InputRole role = InputRole.Unsaid) =>
        Add(new IndexColumn(new(name, values, IndexKind.OneHot, RoleOf(role)), data.ToArray()));

    /// <summary>Adds an index that is known about the datapoints but not fed to the layer.</summary>
    /// <inheritdoc cref="OneHot" path="/param"/>
    /// <inheritdoc cref="OneHot" path="/exception"/>
    public LayerDatapoints Label(string name, int values, ReadOnlySpan<int> data, InputRole role = InputRole.Unsaid) =>
        Add(new IndexColumn(new(name, values, IndexKind.Selector, RoleOf(role)), data.ToArray()));

    /// <summary>Adds a dense input. Every number is taken exactly as the double it is.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <param name="features">Number of features.</param>
    /// <param name="rows">Row-major, datapoints x features.</param>
    /// <exception cref="ArgumentException">There are not datapoints x features numbers, or one is not finite.</exception>
    public LayerDatapoints Dense(string name, int features, ReadOnlySpan<double> rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        return Add(new DenseColumn(name, features, rows.ToArray()));
    }

    /// <summary>Adds a feature that is 1 at every datapoint: what a unit with a bias sees.</summary>
    /// <param name="name">Its name in messages.</param>
    public LayerDatapoints Constant(string name)
    {
        double[] ones = new double[Count];
        Array.Fill(ones, 1);
        return Dense(name, 1, ones);
    }

    /// <summary>Decides which class a gate over these datapoints has, with evidence, in exact arithmetic (P1 Lemma 4.1 and beyond it).</summary>
    /// <param name="gate">One entry per datapoint.</param>
    /// <param name="cancellationToken">Ends a long decision.</param>
    /// <exception cref="ArgumentException">The gate does not have one entry per datapoint.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public GateProof Decide(ReadOnlySpan<bool> gate, CancellationToken cancellationToken = default) =>
        new(Table, GatePattern.From(gate.ToArray()), cancellationToken);

    private static IndexRole RoleOf(InputRole role) => role switch
    {
        InputRole.Item => IndexRole.Item,
        InputRole.Context => IndexRole.Context,
        _ => IndexRole.None,
    };

    private LayerDatapoints Add(TableColumn column)
    {
        column.Validate(Count);
        return new(Count, [.. _columns, column]);
    }
}
