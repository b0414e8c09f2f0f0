using System.ComponentModel;
using System.Numerics;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.CompilerServices;

/// <summary>
/// Basis reduction: gradient descent commutes with an orthogonal change of basis at an input, and in the eigenvectors of Sx the product with Sx is
/// a scaling. It applies to a dense input that no other input is correlated with at any output and whose effective correlations all have the
/// same eigenvectors. Eigenvectors are computed when first asked for. Used by generated code.
/// </summary>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class InputBases<T>
    where T : struct, INumber<T>
{
    /// <summary>Off-diagonal entries of V^T Sx V, relative to the largest entry, beyond which V does not diagonalise Sx.</summary>
    private const double Tolerance = 1e-12;

    private readonly string[] _names;
    private readonly (ResidualFactor<T> Factor, int[] Inputs)[] _factors;
    private readonly int[] _candidates;
    private readonly Lazy<Turned> _turned;

    /// <summary>Used by the gatherer.</summary>
    /// <param name="names">Names of the dense inputs.</param>
    /// <param name="factors">Every factor with, for each of its effective inputs, which dense input it is; -1: none.</param>
    internal InputBases(string[] names, (ResidualFactor<T> Factor, int[] Inputs)[] factors)
    {
        _names = names;
        _factors = factors;
        _candidates = [.. Enumerable.Range(0, names.Length).Where(IsCandidate)];
        _turned = new Lazy<Turned>(Turn);
    }

    /// <summary>Whether the basis is worth its price: counted work of finding eigenvectors against what the epochs save.</summary>
    public bool IsWorth(int epochs) => _candidates.Length > 0 && (_turned.IsValueCreated || (double)Saved * epochs > Work);

    /// <summary>Whether some input may have a basis.</summary>
    public bool IsPossible => _candidates.Length > 0;

    /// <summary>The bases by input; empty where none diagonalises.</summary>
    public IReadOnlyDictionary<string, LayerBasis> Bases => _turned.Value.Bases;

    /// <summary>A factor in these bases.</summary>
    public ResidualFactor<T> Factor(ResidualFactor<T> factor) => _turned.Value.Factors.GetValueOrDefault(factor, factor);

    /// <summary>Multiplications and additions that an epoch saves.</summary>
    private long Saved => _factors.Sum(factor => (long)factor.Factor.Units * Own(factor).Where(component => !component.IsDiagonal).Sum(component => component.WorkPerUnit));

    /// <summary>
    /// Multiplications and additions of the eigenvectors, about 9 n^3 for each input, each counted ten times: they follow one another, where those
    /// of an epoch fill registers.
    /// </summary>
    private double Work => _candidates.Sum(input => 90 * Math.Pow(_factors.SelectMany(factor => Own(factor, input)).Max(component => Size(component)), 3));

    private static int Size(Component<T> component) => (int)Math.Round(Math.Sqrt(component.Correlation!.Length));

    private IEnumerable<Component<T>> Own((ResidualFactor<T> Factor, int[] Inputs) factor) => _candidates.SelectMany(input => Own(factor, input));

    /// <summary>The components of a factor that an input is part of.</summary>
    private static IEnumerable<Component<T>> Own((ResidualFactor<T> Factor, int[] Inputs) factor, int input) =>
        factor.Factor.Components.Where(component => component.Inputs.Any(p => factor.Inputs[p] == input));

    /// <summary>Alone wherever it is part of a component, and not diagonal everywhere already.</summary>
    private bool IsCandidate(int input)
    {
        Component<T>[] own = [.. _factors.SelectMany(factor => Own(factor, input))];
        return own.Length > 0 && own.All(component => component.Inputs.Length == 1) && own.Any(component => !component.IsDiagonal);
    }

    private Turned Turn()
    {
        Dictionary<string, LayerBasis> bases = new(StringComparer.Ordinal);
        LayerBasis?[] found = new LayerBasis?[_names.Length];
        foreach (int input in _candidates)
        {
            double[][] correlations = [.. _factors.SelectMany(factor => Own(factor, input)).Select(component => component.Correlation!).Distinct()];
            int n = (int)Math.Round(Math.Sqrt(correlations[0].Length));
            Matrix v = SymmetricEigen.Of(new Matrix(n, n, (double[])correlations[0].Clone())).Vectors;
            if (correlations.Skip(1).All(sx => Diagonalises(v, new Matrix(n, n, sx))))
            {
                found[input] = LayerBasis.OfColumns(v);
                bases.Add(_names[input], found[input]!);
            }
        }

        Dictionary<ResidualFactor<T>, ResidualFactor<T>> factors = [];
        foreach ((ResidualFactor<T> factor, int[] inputs) in _factors)
        {
            LayerBasis?[] own = [.. factor.Components.Select(component => inputs[component.Inputs[0]] is var input and >= 0 ? found[input] : null)];
            if (own.Any(basis => basis is not null))
            {
                factors.Add(factor, factor.InBases(own));
            }
        }

        return new Turned(bases, factors);
    }

    private static bool Diagonalises(Matrix v, Matrix sx)
    {
        Matrix turned = v.TransposeTimes(sx.Times(v));
        double largest = 0;
        double off = 0;
        for (int i = 0; i < turned.Rows; i++)
        {
            for (int j = 0; j < turned.Columns; j++)
            {
                double size = Math.Abs(turned[i, j]);
                largest = Math.Max(largest, size);
                off = i == j ? off : Math.Max(off, size);
            }
        }

        return off <= Tolerance * largest;
    }

    private sealed record Turned(Dictionary<string, LayerBasis> Bases, Dictionary<ResidualFactor<T>, ResidualFactor<T>> Factors);
}
