using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Theory.Reductions;

/// <summary>
/// The Hessian of the Sum loss at a state of the Gram reduction, as an operator on the factors Z of all pathways: of the network that the
/// factors are, whose nonzero curvature is that of every network with these Gram matrices.
/// </summary>
internal sealed class GramHessian
{
    private readonly GramReduction _reduction;
    private readonly PathwayResidual _change;
    private readonly Matrix[] _pulls;
    private readonly Matrix[] _mapChanges;
    private readonly Matrix[] _pullChanges;

    public GramHessian(GramReduction reduction)
    {
        _reduction = reduction;
        _change = new(reduction.Data);
        _pulls = reduction.Pulls();
        _mapChanges = _change.NewMaps();
        _pullChanges = _change.NewMaps();
        Size = _pulls.Select((pull, p) => reduction.FactorOf(p) is { } z ? z.Inner.Values.Length + z.Outer.Values.Length : pull.Values.Length).Sum();
    }

    /// <summary>Number of coordinates: all factors' entries, and those of maps without hidden layer.</summary>
    public int Size { get; }

    /// <summary>Multiply-adds of one product with a vector: both factors change, where a step moves each once.</summary>
    public long WorkPerApply => 2 * _reduction.WorkPerStep;

    /// <summary>H v. With L' = -(E^T Outer, E Inner) the change is -(dE^T Outer + E^T dOuter, dE Inner + E dInner).</summary>
    public void Apply(double[] direction, double[] image)
    {
        int at = 0;
        (Matrix First, Matrix? Second)[] parts = _pulls.Select((pull, p) => Split(direction, p, ref at)).ToArray();
        for (int p = 0; p < parts.Length; p++)
        {
            WriteMapChange(p, parts[p]);
        }

        _change.EvaluateChange(_mapChanges);
        _change.Pull(_pullChanges);
        at = 0;
        for (int p = 0; p < parts.Length; p++)
        {
            WriteImage(p, parts[p], image, ref at);
        }
    }

    private (Matrix First, Matrix? Second) Split(double[] direction, int p, ref int at)
    {
        Matrix first = Take(_reduction.FactorOf(p)?.Inner ?? _pulls[p], direction, ref at);
        return _reduction.FactorOf(p) is { } z ? (first, Take(z.Outer, direction, ref at)) : (first, null);
    }

    private void WriteMapChange(int p, (Matrix First, Matrix? Second) part)
    {
        Matrix change = _mapChanges[p];
        if (part.Second is not { } outer || _reduction.FactorOf(p) is not { } z)
        {
            Array.Copy(part.First.Values, change.Values, change.Values.Length);
            return;
        }

        Array.Clear(change.Values, 0, change.Values.Length);
        Products.AddProduct(1, outer, z.Inner.Transpose(), change);
        Products.AddProduct(1, z.Outer, part.First.Transpose(), change);
    }

    private void WriteImage(int p, (Matrix First, Matrix? Second) part, double[] image, ref int at)
    {
        if (part.Second is not { } outer || _reduction.FactorOf(p) is not { } z)
        {
            Put(_pullChanges[p].Times(-1), image, ref at);
            return;
        }

        Matrix inner = _pullChanges[p].TransposeTimes(z.Outer).Times(-1);
        Products.AddTransposeProduct(-1, _pulls[p], outer, inner);
        Put(inner, image, ref at);
        Matrix outerImage = _pullChanges[p].Times(z.Inner).Times(-1);
        Products.AddProduct(-1, _pulls[p], part.First, outerImage);
        Put(outerImage, image, ref at);
    }

    private static Matrix Take(Matrix shape, double[] values, ref int at)
    {
        Matrix part = new(shape.Rows, shape.Columns);
        Array.Copy(values, at, part.Values, 0, part.Values.Length);
        at += part.Values.Length;
        return part;
    }

    private static void Put(Matrix part, double[] values, ref int at)
    {
        Array.Copy(part.Values, 0, values, at, part.Values.Length);
        at += part.Values.Length;
    }
}
