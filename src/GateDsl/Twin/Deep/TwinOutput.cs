using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>One output of a twin, or several that share a basis.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Units">Its units.</param>
/// <param name="Targets">N x units; labels as one-hot rows.</param>
/// <param name="Active">Where it is on; null: everywhere. Where it is off it loses nothing.</param>
/// <param name="Rule">Its loss.</param>
internal sealed record TwinOutput(string Name, int Units, double[] Targets, bool[]? Active, LossRule Rule)
{
    private readonly (string Name, int Units)[]? _parts;
    private readonly Matrix? _basis;

    /// <summary>Units before any reduction.</summary>
    public int FullUnits => _basis?.Rows ?? Units;

    /// <summary>Outputs that are always on, as one.</summary>
    public static TwinOutput Beside(TwinOutput[] outputs, int count)
    {
        Matrix targets = MatrixColumns.Beside([.. outputs.Select(output => new Matrix(count, output.Units, output.Targets))], count);
        return new TwinOutput(
            "outputs", targets.Columns, targets.Values, null, outputs[0].Rule, [.. outputs.Select(output => (output.Name, output.Units))], null);
    }

    private TwinOutput(string name, int units, double[] targets, bool[]? active, LossRule rule, (string, int)[]? parts, Matrix? basis)
        : this(name, units, targets, active, rule) => (_parts, _basis) = (parts, basis);

    /// <summary>Whether it is on.</summary>
    public bool IsOn(int datapoint) => Active is null || Active[datapoint];

    /// <summary>The output in an orthonormal basis of what its targets span, where its loss allows that.</summary>
    public TwinOutput Reduced(int count)
    {
        if (!Rule.AllowsRotation)
        {
            return this;
        }

        Matrix targets = DataBasis.ActiveTargets(new OutputBlock(Name, Units, Targets, Active), count);
        Matrix basis = SpanBasis.OfRows(targets);
        return new TwinOutput(Name, basis.Columns, targets.Times(basis).Values, Active, Rule, _parts, basis);
    }

    /// <summary>The same output at the datapoints of this one, then at those of another.</summary>
    public TwinOutput Above(TwinOutput other, int count, int otherCount) => new(
        Name, Units, [.. Targets, .. other.Targets],
        Active is null && other.Active is null ? null : [.. Gate(Active, count), .. Gate(other.Active, otherCount)], Rule, _parts, _basis);

    /// <summary>The same output at some datapoints.</summary>
    public TwinOutput Rows(int first, int count) => new(
        Name, Units, Targets[(first * Units)..((first + count) * Units)], Active?[first..(first + count)], Rule, _parts, _basis);

    /// <summary>Adds the predictions of this output, or of the outputs in it, by name.</summary>
    /// <param name="predictions">N x stride.</param>
    /// <param name="count">N.</param>
    /// <param name="first">First column of this output.</param>
    /// <param name="stride">Numbers in a prediction.</param>
    /// <param name="byOutput">Where they go.</param>
    public void Unreduce(ReadOnlySpan<double> predictions, int count, int first, int stride, Dictionary<string, double[,]> byOutput)
    {
        Matrix own = new(count, Units);
        for (int n = 0; n < count; n++)
        {
            if (IsOn(n))
            {
                predictions.Slice((n * stride) + first, Units).CopyTo(own.Values.AsSpan(n * Units, Units));
            }
        }

        Matrix full = _basis is null ? own : own.TimesTranspose(_basis);
        int at = 0;
        foreach ((string name, int units) in _parts ?? [(Name, FullUnits)])
        {
            double[,] part = new double[count, units];
            for (int n = 0; n < count; n++)
            {
                for (int i = 0; i < units; i++)
                {
                    part[n, i] = full[n, at + i];
                }
            }

            byOutput.Add(name, part);
            at += units;
        }
    }

    private static bool[] Gate(bool[]? active, int count) => active ?? [.. Enumerable.Repeat(true, count)];
}
