namespace GateDsl.Gating;

/// <summary>
/// The domain of a declaration: every combination of its one-hot inputs and selectors is a datapoint, numbered with the first index
/// outermost (most significant). The network input of a datapoint stacks the input layers in declaration order: a one-hot block per one-hot
/// input, the stimulus of its index's value per dense input. A selector that no stimuli name adds nothing.
/// </summary>
internal sealed class Domain : IDatapoints
{
    /// <summary>Most datapoints a domain may have before it is no longer tabulated.</summary>
    public const int MaxDatapoints = 65_536;

    private readonly DomainIndex[] _indices;
    private readonly int[] _strides;
    private readonly DomainBlock[] _blocks;
    private readonly int[][] _firstAlike;

    /// <summary>Builds the domain of the declared parts.</summary>
    /// <param name="parts">Inputs and selectors in declaration order.</param>
    /// <exception cref="ArgumentException">
    /// A name stands twice, an index has no values, stimuli name no index or do not match its values or the features, or there are more than
    /// <see cref="MaxDatapoints"/> datapoints (ask <see cref="Size"/> before).
    /// </exception>
    public Domain(IReadOnlyList<DomainPart> parts)
    {
        if (parts.Select(part => part.Name).Distinct(StringComparer.Ordinal).Count() != parts.Count)
        {
            throw new ArgumentException("Two inputs or selectors have the same name.", nameof(parts));
        }

        _indices = parts.OfType<DomainIndex>().ToArray();
        long size = Size(parts);
        if (size is < 1 or > MaxDatapoints)
        {
            throw new ArgumentException($"A domain has 1 to {MaxDatapoints} datapoints, not {size}.", nameof(parts));
        }

        Count = (int)size;
        _strides = new int[_indices.Length];
        for (int i = _indices.Length - 1, stride = 1; i >= 0; i--)
        {
            _strides[i] = stride;
            stride *= _indices[i].Values;
        }

        List<DomainBlock> blocks = new();
        foreach (DomainPart part in parts)
        {
            switch (part)
            {
                case DomainIndex { Kind: IndexKind.OneHot } index:
                    blocks.Add(new(index.Name, Features, index.Values, IndexOf(index.Name), null));
                    Features += index.Values;
                    break;
                case DenseInput { Stimuli: { } stimuli } dense:
                    blocks.Add(new(dense.Name, Features, dense.Features, IndexOf(stimuli.Index), Validated(dense, stimuli)));
                    Features += dense.Features;
                    break;
                case DenseInput dense:
                    UnknownInput ??= dense.Name;
                    Features += dense.Features;
                    break;
            }
        }

        _blocks = blocks.ToArray();
        _firstAlike = new int[_indices.Length][];
        for (int i = 0; i < _indices.Length; i++)
        {
            _firstAlike[i] = FirstAlike(i);
        }
    }

    public int Count { get; }

    public IReadOnlyList<DomainIndex> Indices => _indices;

    public int Features { get; }

    public string? UnknownInput { get; }

    /// <summary>Input layers with known values, in declaration order.</summary>
    public IReadOnlyList<DomainBlock> Blocks => _blocks;

    public IReadOnlyList<InputLayer> Inputs => _blocks;

    /// <summary>Number of datapoints of the domain of these parts, without building it; long.MaxValue where it does not fit.</summary>
    public static long Size(IReadOnlyList<DomainPart> parts)
    {
        long size = 1;
        foreach (DomainIndex index in parts.OfType<DomainIndex>())
        {
            if (index.Values < 1)
            {
                return 0;
            }

            size = size > long.MaxValue / index.Values ? long.MaxValue : size * index.Values;
        }

        return size;
    }

    /// <summary>Datapoints between two that differ by one in this index alone.</summary>
    public int Stride(int index) => _strides[index];

    public int Value(int datapoint, int index) => datapoint / _strides[index] % _indices[index].Values;

    /// <summary>The first value of an index that adds the same to the network input.</summary>
    public int FirstAlike(int index, int value) => _firstAlike[index][value];

    public int FirstWithSameInput(int datapoint)
    {
        int first = 0;
        for (int i = 0; i < _indices.Length; i++)
        {
            first += _firstAlike[i][Value(datapoint, i)] * _strides[i];
        }

        return first;
    }

    public SparsePoint Input(int datapoint)
    {
        List<int> features = new(_blocks.Length);
        List<Rational> values = new(_blocks.Length);
        foreach (DomainBlock block in _blocks)
        {
            int value = Value(datapoint, block.Index);
            if (block.Rows is null)
            {
                features.Add(block.Offset + value);
                values.Add(Rational.One);
                continue;
            }

            IReadOnlyList<Rational> row = block.Rows[value];
            for (int f = 0; f < row.Count; f++)
            {
                if (!row[f].IsZero)
                {
                    features.Add(block.Offset + f);
                    values.Add(row[f]);
                }
            }
        }

        return new(features.ToArray(), values.ToArray());
    }

    private int IndexOf(string name)
    {
        int index = Array.FindIndex(_indices, candidate => candidate.Name == name);
        return index >= 0
            ? index
            : throw new ArgumentException($"Stimuli name {name}, which is no one-hot input or selector.", nameof(name));
    }

    private IReadOnlyList<IReadOnlyList<Rational>> Validated(DenseInput dense, StimulusTable stimuli)
    {
        int values = _indices[IndexOf(stimuli.Index)].Values;
        if (stimuli.Rows.Count != values)
        {
            throw new ArgumentException($"{dense.Name} has {stimuli.Rows.Count} stimuli for the {values} values of {stimuli.Index}.");
        }

        for (int row = 0; row < values; row++)
        {
            if (stimuli.Rows[row].Count != dense.Features)
            {
                throw new ArgumentException($"Stimulus {row} of {dense.Name} has {stimuli.Rows[row].Count} numbers, not {dense.Features}.");
            }
        }

        return stimuli.Rows;
    }

    // Blocks of different indices never overlap, so two network inputs are equal iff every index contributes equal parts.
    private int[] FirstAlike(int index)
    {
        int[] first = new int[_indices[index].Values];
        DomainBlock[] seen = _blocks.Where(block => block.Index == index).ToArray();
        bool oneHot = seen.Any(block => block.Rows is null);
        Dictionary<SparsePoint, int> known = new();
        for (int value = 0; value < first.Length; value++)
        {
            first[value] = value;
            if (oneHot)
            {
                continue;
            }

            Rational[] row = seen.SelectMany(block => block.Rows![value]).ToArray();
            SparsePoint contribution = new(Enumerable.Range(0, row.Length).ToArray(), row);
            if (known.TryGetValue(contribution, out int earlier))
            {
                first[value] = earlier;
            }
            else
            {
                known.Add(contribution, value);
            }
        }

        return first;
    }
}

/// <summary>An input layer of a domain.</summary>
/// <param name="Name">Name of the input.</param>
/// <param name="Offset">Its first feature.</param>
/// <param name="Length">Its number of features.</param>
/// <param name="Index">The index whose value decides it.</param>
/// <param name="Rows">The vector for each value of the index; null: one-hot.</param>
internal sealed record DomainBlock(string Name, int Offset, int Length, int Index, IReadOnlyList<IReadOnlyList<Rational>>? Rows)
    : InputLayer(Name, Offset, Length, Rows is null);
