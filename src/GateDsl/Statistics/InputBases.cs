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

    /// <summary>
    /// What finding eigenvectors costs at any size, in multiplications and additions: some seventy methods are compiled for it, 8 ms. A few thousand epochs of
    /// a network with three inputs save less.
    /// </summary>
    private const double Compiling = 2e7;

    private readonly string[] _names;
    private readonly FactorInputs<T>[] _factors;
    private readonly List<Candidate> _candidates = [];
    private readonly Lazy<Turned> _turned;

    /// <summary>Used by the gatherer.</summary>
    /// <param name="names">Names of the dense inputs.</param>
    /// <param name="factors">Every factor with the dense inputs that its effective ones are.</param>
    internal InputBases(string[] names, FactorInputs<T>[] factors)
    {
        _names = names;
        _factors = factors;
        for (int input = 0; input < names.Length; input++)
        {
            if (Find(input) is { } candidate)
            {
                _candidates.Add(candidate);
            }
        }

        _turned = new Lazy<Turned>(Turn);
    }

    /// <summary>Whether the basis is worth its price: work of finding eigenvectors against what the epochs save.</summary>
    public bool IsWorth(int epochs)
    {
        if (_turned.IsValueCreated)
        {
            return _candidates.Count > 0;
        }

        long saved = 0;
        double work = Compiling;
        foreach (Candidate candidate in _candidates)
        {
            saved += candidate.Saved;
            work += candidate.Work;
        }

        return (double)saved * epochs > work;
    }

    /// <summary>Whether some input may have a basis.</summary>
    public bool IsPossible => _candidates.Count > 0;

    /// <summary>The bases by input; empty where none diagonalises.</summary>
    public IReadOnlyDictionary<string, LayerBasis> Bases => _turned.Value.Bases;

    /// <summary>A factor in these bases.</summary>
    public ResidualFactor<T> Factor(ResidualFactor<T> factor) => _turned.Value.Factors.GetValueOrDefault(factor, factor);

    /// <summary>An input that is alone wherever it is part of a component, and not diagonal everywhere already; null: it is not.</summary>
    private Candidate? Find(int input)
    {
        Candidate found = new(input);
        foreach (FactorInputs<T> factor in _factors)
        {
            foreach (Component<T> component in factor.Factor.Components)
            {
                if (!factor.Reads(component, input))
                {
                    continue;
                }

                if (component.Inputs.Length > 1)
                {
                    return null;
                }

                found.Add(component, factor.Factor.Units);
            }
        }

        return found.IsDiagonal ? null : found;
    }

    private Turned Turn()
    {
        Dictionary<string, LayerBasis> bases = new(StringComparer.Ordinal);
        LayerBasis?[] found = new LayerBasis?[_names.Length];
        foreach (Candidate candidate in _candidates)
        {
            if (candidate.Eigenvectors() is { } vectors)
            {
                found[candidate.Input] = LayerBasis.OfColumns(vectors);
                bases.Add(_names[candidate.Input], found[candidate.Input]!);
            }
        }

        Dictionary<ResidualFactor<T>, ResidualFactor<T>> factors = [];
        foreach ((ResidualFactor<T> factor, int[] inputs) in _factors)
        {
            LayerBasis?[] own = new LayerBasis?[factor.Components.Length];
            bool isTurned = false;
            for (int component = 0; component < own.Length; component++)
            {
                int input = inputs[factor.Components[component].Inputs[0]];
                own[component] = input >= 0 ? found[input] : null;
                isTurned |= own[component] is not null;
            }

            if (isTurned)
            {
                factors.Add(factor, factor.InBases(own));
            }
        }

        return new Turned(bases, factors);
    }

    private sealed record Turned(Dictionary<string, LayerBasis> Bases, Dictionary<ResidualFactor<T>, ResidualFactor<T>> Factors);

    /// <summary>An input that may have a basis, with the components that it alone is in.</summary>
    private sealed class Candidate(int input)
    {
        private readonly List<double[]> _correlations = [];
        private int _width;

        /// <summary>Which of the dense inputs.</summary>
        public int Input => input;

        /// <summary>Nothing is left to make diagonal.</summary>
        public bool IsDiagonal { get; private set; } = true;

        /// <summary>Multiplications and additions that an epoch saves.</summary>
        public long Saved { get; private set; }

        /// <summary>
        /// Multiplications and additions of the eigenvectors, about 9 n^3, each counted ten times: they follow one another, where those of an epoch fill
        /// registers.
        /// </summary>
        public double Work => 90 * Math.Pow(_width, 3);

        public void Add(Component<T> component, int units)
        {
            double[] sx = component.Correlation!;
            _width = (int)Math.Round(Math.Sqrt(sx.Length));
            if (!_correlations.Contains(sx))
            {
                _correlations.Add(sx);
            }

            if (!component.IsDiagonal)
            {
                IsDiagonal = false;
                Saved += units * component.WorkPerUnit;
            }
        }

        /// <summary>The eigenvectors of the first Sx, as columns, where they are those of all; else null.</summary>
        public Matrix? Eigenvectors()
        {
            Matrix v = SymmetricEigen.Of(new Matrix(_width, _width, (double[])_correlations[0].Clone())).Vectors;
            for (int other = 1; other < _correlations.Count; other++)
            {
                if (!Diagonalises(v, new Matrix(_width, _width, _correlations[other])))
                {
                    return null;
                }
            }

            return v;
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
    }
}
