using GateDsl.Theory.Integration;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Theory.Reductions;

/// <summary>
/// Eq. 6 (P1 Eq. 5-6, P2) on any graph: one scalar per stacked edge and mode, tau dB_e/dt = sum over the pathways through e of the product of
/// their other edges times S(p) - sum over j of K_pj B_j. Couplings between modes that do not share singular vectors are kept
/// (<see cref="ModeCouplings"/>); that the weights stay diagonal in the modes is assumed. Where pathways share a first or last edge, what one
/// adds to it counts for another by the overlap v_p.v_j or u_p.u_j of their directions: 1 where they share singular vectors.
/// </summary>
internal sealed class ModeReduction
{
    private const double FlowTolerance = 1e-9;

    private readonly EdgeGraph _graph;
    private readonly GatedRegression _regression;
    private readonly ModeCouplings _couplings;
    private readonly int[] _offsets;
    private readonly double[][] _errors;
    private readonly double[] _rates;
    private readonly double[][][] _inputOverlaps;
    private readonly double[][][] _outputOverlaps;
    private double[] _state;

    /// <param name="problem">The network on its data.</param>
    /// <param name="data">The same data, grouped.</param>
    /// <param name="datasets">Its effective datasets.</param>
    /// <param name="start">Strengths by slot of the edge graph and mode, from <see cref="ModeStart"/>.</param>
    public ModeReduction(ReductionProblem problem, GatedData data, EffectiveDataset[] datasets, double[][] start)
    {
        _graph = new(problem);
        _regression = new(data);
        Datasets = datasets;
        _couplings = ModeCouplings.Of(data, datasets);
        _offsets = new BlockLayout(start.Select(edge => edge.Length)).Starts;
        _state = start.SelectMany(edge => edge).ToArray();
        _rates = new double[_state.Length];
        _errors = datasets.Select(dataset => new double[dataset.ModeCount]).ToArray();
        _inputOverlaps = Overlaps(_graph.FirstSharers, (p, j) => BlockOverlap.Of(
            datasets[p].V, datasets[j].V, data.Shapes[p].Inputs, data.Shapes[j].Inputs, data.Shapes[p].InputBlocks, data.Shapes[j].InputBlocks));
        _outputOverlaps = Overlaps(_graph.LastSharers, (p, j) => BlockOverlap.Of(
            datasets[p].U, datasets[j].U, data.Shapes[p].Outputs, data.Shapes[j].Outputs, data.Shapes[p].OutputBlocks, data.Shapes[j].OutputBlocks));
    }

    public EffectiveDataset[] Datasets { get; }

    /// <summary>The Sum loss at the present strengths, as the residual norm of all pathways' maps U diag(b) V^T.</summary>
    public double Loss => _regression.Evaluate(Datasets.Select((dataset, p) => MapOf(dataset, StrengthsOf(p))).ToArray());

    /// <summary>b of each mode of a pathway: the product of its edges.</summary>
    public double[] StrengthsOf(int pathway) =>
        Enumerable.Range(0, Datasets[pathway].ModeCount).Select(k => Product(_state, pathway, k, except: -1)).ToArray();

    /// <summary>Strength of one stacked edge of a pathway, counted from its input, in each of the pathway's modes.</summary>
    public double[] EdgeStrengthsOf(int pathway, int edge) =>
        Enumerable.Range(0, Datasets[pathway].ModeCount).Select(k => _state[_offsets[_graph.SlotsOf[pathway][edge]] + k]).ToArray();

    /// <summary>One epoch of descent on the Sum loss, which advances time by eta N; on the Mean loss give eta/N.</summary>
    public void Step(double stepSize)
    {
        Rates(_state, _rates);
        var advance = stepSize * _regression.Data.Count;
        for (var i = 0; i < _state.Length; i++)
        {
            _state[i] += advance * _rates[i];
        }
    }

    /// <summary>The Sum loss before each of <paramref name="epochs"/> steps; <paramref name="observe"/> sees every epoch before its step.</summary>
    /// <exception cref="ReductionDivergedException">A loss is not finite.</exception>
    public double[] Run(int epochs, double stepSize, Action<int>? observe = null)
    {
        var losses = new double[epochs];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            losses[epoch] = Loss;
            if (double.IsNaN(losses[epoch]) || double.IsInfinity(losses[epoch]))
            {
                throw new ReductionDivergedException(epoch);
            }

            observe?.Invoke(epoch);
            Step(stepSize);
        }

        return losses;
    }

    /// <summary>The Sum loss of the flow at rising times in epochs of step <paramref name="stepSize"/>; the state moves to the last time.</summary>
    public double[] Flow(double[] epochs, double stepSize, Action<int>? observe = null)
    {
        var advance = stepSize * _regression.Data.Count;
        var states = new RungeKuttaFlow(Rates, FlowTolerance).At(_state, epochs.Select(epoch => epoch * advance).ToArray());
        return states.Select((state, i) =>
        {
            _state = state;
            observe?.Invoke(i);
            return Loss;
        }).ToArray();
    }

    private static Matrix MapOf(EffectiveDataset dataset, double[] strengths)
    {
        var scaled = dataset.U.Copy();
        for (var i = 0; i < scaled.Rows; i++)
        {
            for (var k = 0; k < scaled.Columns; k++)
            {
                scaled[i, k] *= strengths[k];
            }
        }

        return scaled.TimesTranspose(dataset.V);
    }

    // tau dB/dt for the state.
    private void Rates(double[] state, double[] rates)
    {
        TakeErrors(state);
        Array.Clear(rates, 0, rates.Length);
        for (var p = 0; p < _errors.Length; p++)
        {
            var slots = _graph.SlotsOf[p];
            for (var i = 1; i < slots.Length - 1; i++)
            {
                AddRates(state, rates, slots[i], p, i, overlap: null);
            }

            AddShared(state, rates, slots[0], _graph.FirstSharers[p], _inputOverlaps[p], isFirst: true);
            if (slots.Length > 1)
            {
                AddShared(state, rates, slots[slots.Length - 1], _graph.LastSharers[p], _outputOverlaps[p], isFirst: false);
            }
        }
    }

    private void AddShared(double[] state, double[] rates, int slot, int[] sharers, double[][] overlaps, bool isFirst)
    {
        for (var s = 0; s < sharers.Length; s++)
        {
            AddRates(state, rates, slot, sharers[s], isFirst ? 0 : _graph.SlotsOf[sharers[s]].Length - 1, overlaps[s]);
        }
    }

    // What pathway j adds through its edge at a position to the strengths in a slot.
    private void AddRates(double[] state, double[] rates, int slot, int j, int position, double[]? overlap)
    {
        var count = overlap?.Length ?? _errors[j].Length;
        for (var k = 0; k < count; k++)
        {
            rates[_offsets[slot] + k] += (overlap?[k] ?? 1) * Product(state, j, k, except: _graph.SlotsOf[j][position]) * _errors[j][k];
        }
    }

    private static double[][][] Overlaps(int[][] sharers, Func<int, int, double[]> overlap) =>
        sharers.Select((others, p) => others.Select(j => overlap(p, j)).ToArray()).ToArray();

    // S(p) - sum over j of K_pj B_j.
    private void TakeErrors(double[] state)
    {
        for (var p = 0; p < _errors.Length; p++)
        {
            Array.Copy(Datasets[p].S, _errors[p], _errors[p].Length);
        }

        for (var j = 0; j < _errors.Length; j++)
        {
            var strengths = Enumerable.Range(0, _errors[j].Length).Select(l => Product(state, j, l, except: -1)).ToArray();
            for (var p = 0; p < _errors.Length; p++)
            {
                var coupling = _couplings[p, j];
                for (var k = 0; k < coupling.Rows; k++)
                {
                    for (var l = 0; l < coupling.Columns; l++)
                    {
                        _errors[p][k] -= coupling[k, l] * strengths[l];
                    }
                }
            }
        }
    }

    private double Product(double[] state, int pathway, int k, int except)
    {
        var product = 1.0;
        foreach (var edge in _graph.SlotsOf[pathway])
        {
            product *= edge == except ? 1 : state[_offsets[edge] + k];
        }

        return product;
    }
}
