using System.Numerics;

namespace GateDsl.Gating;

/// <summary>
/// The linear problem of a gate table: a feature per group of a one-hot axis, the stimuli of the other axes as they are, and a constant
/// where the table asks for one; and the way back from its weights to those of the network input.
/// </summary>
internal sealed class TableFeatures
{
    private readonly Domain _domain;
    private readonly GateTable _table;
    private readonly int[] _offsets;
    private readonly FeatureScale _scale;

    public TableFeatures(Domain domain, GateTable table)
    {
        _domain = domain;
        _table = table;
        _offsets = new int[table.Axes.Count];
        int features = 0;
        for (int a = 0; a < table.Axes.Count; a++)
        {
            _offsets[a] = features;
            features += table.Axes[a].IsOneHot ? table.Axes[a].Representative.Length : Stimuli(a).Sum(block => block.Length);
        }

        int[] constant = table.AddsConstant ? [features++] : ConstantOfOneHot();
        SparsePoint[] points = Enumerable.Range(0, table.On.Length).Select(Point).ToArray();
        _scale = new(features, points);
        Problem = new(features, points.Select(_scale.Apply).ToArray(), table.On, constant);
    }

    public LinearProblem Problem { get; }

    /// <summary>Weights for the features of the network input, up to a positive factor, from those of the problem.</summary>
    public BigInteger[] ToNetworkInput(BigInteger[] weights)
    {
        BigInteger[] unscaled = _scale.Unscale(weights);
        BigInteger[] full = new BigInteger[_domain.Features];
        for (int a = 0; a < _table.Axes.Count; a++)
        {
            TableAxis axis = _table.Axes[a];
            if (axis.IsOneHot)
            {
                DomainBlock block = OneHotBlock(axis.Index);
                for (int value = 0; value < block.Length; value++)
                {
                    full[block.Offset + value] = unscaled[_offsets[a] + axis.Group[value]];
                }

                continue;
            }

            int feature = _offsets[a];
            foreach (DomainBlock block in Stimuli(a))
            {
                Array.Copy(unscaled, feature, full, block.Offset, block.Length);
                feature += block.Length;
            }
        }

        if (_table.AddsConstant)
        {
            // Any one-hot input adds a constant when all of its values have the same weight.
            DomainBlock block = _domain.Blocks.First(candidate => candidate.Rows is null);
            for (int value = 0; value < block.Length; value++)
            {
                full[block.Offset + value] = unscaled[unscaled.Length - 1];
            }
        }

        return full;
    }

    private int[] ConstantOfOneHot()
    {
        for (int a = 0; a < _table.Axes.Count; a++)
        {
            if (_table.Axes[a].IsOneHot)
            {
                return Enumerable.Range(_offsets[a], _table.Axes[a].Representative.Length).ToArray();
            }
        }

        return [];
    }

    private SparsePoint Point(int entry)
    {
        List<int> features = new();
        List<Rational> values = new();
        for (int a = 0; a < _table.Axes.Count; a++)
        {
            TableAxis axis = _table.Axes[a];
            int group = entry / _table.Inner(a) % axis.Representative.Length;
            if (axis.IsOneHot)
            {
                features.Add(_offsets[a] + group);
                values.Add(Rational.One);
                continue;
            }

            int feature = _offsets[a];
            foreach (Rational value in Stimuli(a).SelectMany(block => block.Rows![axis.Representative[group]]))
            {
                if (!value.IsZero)
                {
                    features.Add(feature);
                    values.Add(value);
                }

                feature++;
            }
        }

        if (_table.AddsConstant)
        {
            features.Add(StimulusFeatures());
            values.Add(Rational.One);
        }

        return new(features.ToArray(), values.ToArray());
    }

    private int StimulusFeatures() => Enumerable.Range(0, _table.Axes.Count).Sum(a => Stimuli(a).Sum(block => block.Length));

    private IEnumerable<DomainBlock> Stimuli(int axis) =>
        _domain.Blocks.Where(block => block.Index == _table.Axes[axis].Index && block.Rows is not null);

    private DomainBlock OneHotBlock(int index) => _domain.Blocks.First(block => block.Index == index && block.Rows is null);
}
