namespace GateDsl.Gating;

/// <summary>
/// The datapoints of a data set, as a layer sees them: indices with a value per datapoint, fed to the layer as one-hot vectors or not, and
/// dense inputs. Unlike in a <see cref="Domain"/>, not every combination has to be there, and one may be there twice.
/// </summary>
internal sealed class DatapointTable : IDatapoints
{
    private readonly IndexColumn[] _indices;
    private readonly SparsePoint[] _inputs;
    private readonly int[] _firstWithSameInput;
    private readonly Lazy<ProductTable?> _product;

    /// <summary>Builds the table.</summary>
    /// <param name="count">Number of datapoints.</param>
    /// <param name="columns">Indices and dense inputs in the order of the layer's input.</param>
    /// <exception cref="ArgumentException">A column does not have one entry per datapoint, or an index is out of range.</exception>
    public DatapointTable(int count, IReadOnlyList<TableColumn> columns)
    {
        Count = count;
        _indices = columns.OfType<IndexColumn>().ToArray();
        Indices = _indices.Select(column => column.Index).ToArray();
        List<InputLayer> layers = new();
        foreach (TableColumn column in columns)
        {
            column.Validate(count);
            if (column.Features > 0)
            {
                layers.Add(new(column.Name, Features, column.Features, column is IndexColumn));
                Features += column.Features;
            }
        }

        Inputs = layers;
        UnknownInput = layers.Count == 0 ? "the layer's input" : null;
        TableColumn[] fed = columns.Where(column => column.Features > 0).ToArray();
        _inputs = Enumerable.Range(0, count).Select(n => Input(fed, layers, n)).ToArray();
        _firstWithSameInput = new int[count];
        Dictionary<SparsePoint, int> known = new();
        for (int n = 0; n < count; n++)
        {
            // What a layer sees of unknown inputs may differ everywhere.
            if (UnknownInput is not null || !known.TryGetValue(_inputs[n], out _firstWithSameInput[n]))
            {
                _firstWithSameInput[n] = n;
                known[_inputs[n]] = n;
            }
        }

        _product = new(() => ProductTable.Of(this, fed));
    }

    public int Count { get; }

    public IReadOnlyList<DomainIndex> Indices { get; }

    public int Features { get; }

    public IReadOnlyList<InputLayer> Inputs { get; }

    public string? UnknownInput { get; }

    /// <summary>The domain whose datapoints these are, where the input is one-hot and every combination is there; else null.</summary>
    public ProductTable? Product => _product.Value;

    public int Value(int datapoint, int index) => _indices[index].Values[datapoint];

    public SparsePoint Input(int datapoint) => _inputs[datapoint];

    public int FirstWithSameInput(int datapoint) => _firstWithSameInput[datapoint];

    private static SparsePoint Input(TableColumn[] fed, List<InputLayer> layers, int datapoint)
    {
        List<int> features = new();
        List<Rational> values = new();
        for (int c = 0; c < fed.Length; c++)
        {
            foreach ((int feature, Rational value) in fed[c].NonZero(datapoint))
            {
                features.Add(layers[c].Offset + feature);
                values.Add(value);
            }
        }

        return new(features.ToArray(), values.ToArray());
    }
}

/// <summary>A column of a <see cref="DatapointTable"/>.</summary>
internal abstract class TableColumn(string name, int features)
{
    public string Name { get; } = name;

    /// <summary>Features it adds to the layer's input; zero: none.</summary>
    public int Features { get; } = features;

    public abstract void Validate(int count);

    public abstract IEnumerable<(int Feature, Rational Value)> NonZero(int datapoint);
}

/// <summary>An index with a value per datapoint.</summary>
internal sealed class IndexColumn(DomainIndex index, int[] values)
    : TableColumn(index.Name, index.Kind == IndexKind.OneHot ? index.Values : 0)
{
    public DomainIndex Index { get; } = index;

    public int[] Values { get; } = values;

    public override void Validate(int count)
    {
        if (Values.Length != count)
        {
            throw new ArgumentException($"{Name} has {Values.Length} values for {count} datapoints.");
        }

        int wrong = Array.FindIndex(Values, value => value < 0 || value >= Index.Values);
        if (wrong >= 0)
        {
            throw new ArgumentException($"{Name} is {Values[wrong]} at datapoint {wrong}; it has the values 0 to {Index.Values - 1}.");
        }
    }

    public override IEnumerable<(int Feature, Rational Value)> NonZero(int datapoint) => [(Values[datapoint], Rational.One)];
}

/// <summary>A dense input, row-major datapoints x features, each number exactly the double it is.</summary>
internal sealed class DenseColumn(string name, int features, double[] rows) : TableColumn(name, features)
{
    public override void Validate(int count)
    {
        if ((long)rows.Length != (long)count * Features)
        {
            throw new ArgumentException($"{Name} has {rows.Length} numbers, not {Features} for each of {count} datapoints.");
        }

        int wrong = Array.FindIndex(rows, value => double.IsNaN(value) || double.IsInfinity(value));
        if (wrong >= 0)
        {
            throw new ArgumentException($"{Name} is not finite at datapoint {wrong / Features}.");
        }
    }

    public override IEnumerable<(int Feature, Rational Value)> NonZero(int datapoint) =>
        from feature in Enumerable.Range(0, Features)
        let value = rows[(datapoint * Features) + feature]
        where value != 0
        select (feature, Rational.FromDouble(value));
}
