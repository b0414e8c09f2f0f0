using System.ComponentModel;
using System.Numerics;

namespace GateDsl.CompilerServices;

/// <summary>
/// Gathers the effective correlations of a data set (Eq. 4), sums over datapoints in double precision, each distinct one once. Used by
/// generated code.
/// </summary>
/// <typeparam name="T">The precision of the data.</typeparam>
/// <typeparam name="TKept">The precision in which the correlations are kept.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class CorrelationGatherer<T, TKept>
    where T : struct, INumber<T>
    where TKept : struct, INumber<TKept>
{
    private readonly ICorrelationSource<T> _source;
    private readonly List<ResidualFactor<TKept>> _factors = [];
    private readonly List<EffectiveInput<T>[]> _inputs = [];

    /// <param name="data">The data set whose correlations are gathered; or one without datapoints that stands for sums gathered before.</param>
    public CorrelationGatherer(BatchData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        _source = data.Sums is { } sums ? new SummedCorrelations<T>(sums) : new DataCorrelations<T>();
    }

    internal CorrelationGatherer(ICorrelationSource<T> source) => _source = source;

    /// <summary>A dense input: datapoints x width, row by row.</summary>
    /// <param name="name">The input.</param>
    /// <param name="rows">Its values.</param>
    /// <param name="width">Its units.</param>
    public Feature<T> Dense(string name, T[] rows, int width) => Feature<T>.Dense(rows, width, name);

    /// <summary>A one-hot input: one index per datapoint.</summary>
    /// <param name="name">The input.</param>
    /// <param name="index">Its values.</param>
    /// <param name="width">Its units.</param>
    public Feature<T> OneHot(string name, int[] index, int width) => Feature<T>.OneHot(index, width, name);

    /// <summary>An input as paths see it that are gated by numbers.</summary>
    /// <param name="feature">The input.</param>
    /// <param name="on">The datapoints at which none of the numbers is 0 and the paths are on.</param>
    /// <param name="gate">What tells these paths apart from others in files.</param>
    /// <param name="factors">The numbers that multiply it, of each gate one for every datapoint; a gate of several modules on the paths as often.</param>
    public EffectiveInput<T> Multiplied(Feature<T> feature, RowSet on, string gate, params ReadOnlySpan<T[]> factors) =>
        new(feature, on, gate) { Factors = factors.ToArray() };

    /// <summary>What an output module has still to learn: a factor of the correlations of all its effective inputs.</summary>
    /// <param name="name">The output module.</param>
    /// <param name="y">Targets, datapoints x units.</param>
    /// <param name="units">Units of the output.</param>
    /// <param name="on">Where the output module is on.</param>
    /// <param name="inputs">Its effective inputs.</param>
    public ResidualFactor<TKept> Residual(string name, T[] y, int units, RowSet on, params ReadOnlySpan<EffectiveInput<T>> inputs)
    {
        EffectiveInput<T>[] all = inputs.ToArray();
        ResidualFactor<TKept> factor = ResidualFactor<TKept>.Of(_source.Output(name, y, units, on, all));
        _factors.Add(factor);
        _inputs.Add(all);
        return factor;
    }

    /// <summary>What an output module has still to learn where all its inputs are one-hot: datapoint by datapoint, equal ones merged.</summary>
    /// <param name="name">The output module.</param>
    /// <param name="y">Targets, datapoints x units.</param>
    /// <param name="units">Units of the output.</param>
    /// <param name="on">Where the output module is on.</param>
    /// <param name="inputs">Its effective inputs.</param>
    public DatapointResidual<TKept> ByDatapoint(string name, T[] y, int units, RowSet on, params ReadOnlySpan<EffectiveInput<T>> inputs) =>
        DatapointResidual<TKept>.Of(_source.Merged(name, y, units, on, inputs.ToArray()));

    /// <summary>1/2 sum |y|^2 of an output module that no path reaches.</summary>
    /// <param name="name">The output module.</param>
    /// <param name="y">Targets, datapoints x units.</param>
    /// <param name="units">Units of the output.</param>
    /// <param name="on">Where the output module is on.</param>
    public double HalfSquares(string name, T[] y, int units, RowSet on) => _source.HalfSquares(name, y, units, on);

    /// <summary>The same factors with dense inputs in the eigenvectors of their correlations, where these diagonalise all of them.</summary>
    /// <param name="inputs">The dense inputs by name.</param>
    public InputBases<TKept> Bases(params ReadOnlySpan<(string Name, Feature<T> Input)> inputs)
    {
        string[] names = new string[inputs.Length];
        Feature<T>[] features = new Feature<T>[inputs.Length];
        for (int input = 0; input < inputs.Length; input++)
        {
            (names[input], features[input]) = inputs[input];
        }

        FactorInputs<TKept>[] factors = new FactorInputs<TKept>[_factors.Count];
        for (int factor = 0; factor < factors.Length; factor++)
        {
            int[] own = new int[_inputs[factor].Length];
            for (int input = 0; input < own.Length; input++)
            {
                own[input] = Array.IndexOf(features, _inputs[factor][input].Feature);
            }

            factors[factor] = new FactorInputs<TKept>(_factors[factor], own);
        }

        return new InputBases<TKept>(names, factors);
    }
}
