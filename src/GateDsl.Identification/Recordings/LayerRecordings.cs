using System.Numerics;
using GateDsl.Identifying;

namespace GateDsl;

/// <summary>
/// Recordings of one ReLU layer while it trains: which of its units are on at which datapoint, at several epochs of one or more trainings
/// (P1 App. B). Of activations only the gates, activation &gt; 0, and one path strength per unit are kept, so large files can be streamed, part by
/// part. Whatever is refused leaves the recordings of before as they were.
/// </summary>
public sealed class LayerRecordings
{
    /// <summary>What single precision may leave of a unit's largest activation where the exact one is 0.</summary>
    private const double Rounding = 1e-5;

    private readonly List<ulong[]> _gates = [];
    private readonly List<double[]> _strengths = [];
    private readonly List<ulong> _openGates = [];
    private readonly List<double> _openStrengths = [];
    private readonly IdentificationData _data;
    private readonly IncomingNorm _norm;
    private readonly int _datapoints;

    /// <summary>No recordings yet.</summary>
    /// <param name="data">The data whose datapoints the layer is recorded at; of its inputs path strengths are estimated.</param>
    public LayerRecordings(IdentificationData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        _data = data;
        Inputs = data.Columns;
        _norm = new(Inputs);
        _datapoints = data.Count;
    }

    /// <summary>Units H of the layer; 0 before the first recording.</summary>
    public int Units { get; private set; }

    /// <summary>Datapoints N.</summary>
    public int Datapoints => _datapoints;

    /// <summary>Number of recordings.</summary>
    public int Count => _gates.Count;

    /// <summary>Where path strengths come from; the same for all recordings.</summary>
    public PathStrengthSource StrengthSource { get; private set; }

    internal SparseInputs Inputs { get; }

    internal int Words => (_datapoints + 63) >> 6;

    /// <summary>Adds the activations of all units at one epoch of one training.</summary>
    /// <param name="activations">Row-major, units x datapoints.</param>
    /// <param name="units">Units H, as in every other recording.</param>
    /// <exception cref="ArgumentException">
    /// Sizes do not match; an activation is negative (then the layer is no ReLU layer), NaN, infinite or beyond 1e50; a unit is on at one of two
    /// datapoints with equal inputs and off at the other (then activations and inputs do not belong together); or all are zero. The message names
    /// the unit and the datapoints, from 0.
    /// </exception>
    public void Add(ReadOnlySpan<double> activations, int units)
    {
        AddUnits(activations, units);
        EndRecording();
    }

    /// <inheritdoc cref="Add(ReadOnlySpan{double}, int)"/>
    public void Add(ReadOnlySpan<float> activations, int units)
    {
        AddUnits(activations, units);
        EndRecording();
    }

    /// <summary>Adds some units of a recording that is too large for one piece; after the last call <see cref="EndRecording"/>.</summary>
    /// <param name="activations">Row-major, units x datapoints.</param>
    /// <param name="units">Units in this piece.</param>
    /// <exception cref="ArgumentException">As for <see cref="Add(ReadOnlySpan{double}, int)"/>; the recording under way is given up.</exception>
    public void AddUnits(ReadOnlySpan<double> activations, int units) => AddActivations(activations, units, _norm);

    /// <inheritdoc cref="AddUnits(ReadOnlySpan{double}, int)"/>
    public void AddUnits(ReadOnlySpan<float> activations, int units) => AddActivations(activations, units, _norm);

    /// <summary>Ends the recording that <see cref="AddUnits(ReadOnlySpan{double}, int)"/> began.</summary>
    /// <exception cref="ArgumentException">It has another number of units than the others, or all its activations are zero.</exception>
    public void EndRecording()
    {
        (ulong[] gates, double[] strengths) = ([.. _openGates], [.. _openStrengths]);
        GiveUp();
        Keep(gates, strengths, PathStrengthSource.Activations);
    }

    /// <summary>Adds the units of a layer whose weights are known, by their gates: <c>recordings.Add(twin.Census(data))</c>.</summary>
    /// <param name="census">The census of the layer; its units share the path strength of their pattern equally.</param>
    /// <exception cref="ArgumentException">It is of other datapoints or another number of units, or no unit is on anywhere.</exception>
    public void Add(GateCensus census)
    {
        ArgumentNullException.ThrowIfNull(census);
        GateCensusRow[] units = [.. census.Patterns.SelectMany(row => Enumerable.Repeat(row, row.Units))];
        bool[,] gates = new bool[units.Length, units.Length == 0 ? 0 : units[0].Pattern.Length];
        for (int unit = 0; unit < units.Length; unit++)
        {
            for (int n = 0; n < gates.GetLength(1); n++)
            {
                gates[unit, n] = units[unit].Pattern[n] == '1';
            }
        }

        Add(gates, [.. units.Select(row => row.Share / row.Units)]);
    }

    /// <summary>Adds gates with known path strengths.</summary>
    /// <param name="gates">Units x datapoints, as a twin's <c>Gates</c> gives them.</param>
    /// <param name="pathStrengths">|w_in| |w_out| of every unit, on any scale.</param>
    /// <exception cref="ArgumentException">
    /// Sizes do not match, no unit is on anywhere, a strength is negative or not finite, or a unit is on at one of two datapoints with equal inputs
    /// and off at the other.
    /// </exception>
    public void Add(bool[,] gates, ReadOnlySpan<double> pathStrengths)
    {
        ArgumentNullException.ThrowIfNull(gates);
        int units = gates.GetLength(0);
        if (gates.GetLength(1) != _datapoints || pathStrengths.Length != units)
        {
            throw new ArgumentException(
                $"There are {units} x {gates.GetLength(1)} gates and {pathStrengths.Length} path strengths; expected are units x {_datapoints} datapoints.");
        }

        ulong[] packed = new ulong[units * Words];
        for (int unit = 0; unit < units; unit++)
        {
            if (!double.IsFinite(pathStrengths[unit]) || pathStrengths[unit] < 0)
            {
                throw new ArgumentException(
                    $"The path strength of unit {unit} is {InputChecks.Words(pathStrengths[unit])}; it must be finite and not negative.");
            }

            for (int n = 0; n < _datapoints; n++)
            {
                packed[(unit * Words) + (n >> 6)] |= gates[unit, n] ? 1UL << (n & 63) : 0;
                if (gates[unit, n] != gates[unit, _data.FirstEqual[n]])
                {
                    throw NoFunctionOfInputs(unit, gates[unit, n], n);
                }
            }
        }

        Keep(packed, pathStrengths.ToArray(), PathStrengthSource.Weights);
    }

    /// <summary>Adds the activations of a layer that reads another one: path strengths are estimated from what it reads.</summary>
    internal void AddAbove(SparseInputs below, ReadOnlySpan<double> activations, int units)
    {
        AddActivations(activations, units, new IncomingNorm(below));
        EndRecording();
    }

    /// <summary>The gate bits of all units of a recording, <see cref="Words"/> words a unit.</summary>
    internal ReadOnlySpan<ulong> Gates(int recording) => _gates[recording];

    /// <summary>The path strength of every unit of a recording.</summary>
    internal ReadOnlySpan<double> Strengths(int recording) => _strengths[recording];

    private void AddActivations<T>(ReadOnlySpan<T> activations, int units, IncomingNorm norm)
        where T : IFloatingPointIeee754<T>
    {
        int first = _openStrengths.Count;
        try
        {
            InputChecks.Length(activations.Length, units, _datapoints, "activations", "units");
            double[] row = new double[_datapoints];
            for (int unit = 0; unit < units; unit++)
            {
                Read(activations.Slice(unit * _datapoints, _datapoints), row, first + unit);
                AgreeWhereInputsDo(row, first + unit);
                ulong[] words = new ulong[Words];
                for (int n = 0; n < row.Length; n++)
                {
                    words[n >> 6] |= row[n] > 0 ? 1UL << (n & 63) : 0;
                }

                _openGates.AddRange(words);
                _openStrengths.Add(norm.Squared(row));
            }
        }
        catch (ArgumentException)
        {
            GiveUp();
            throw;
        }
    }

    private static void Read<T>(ReadOnlySpan<T> activations, double[] row, int unit)
        where T : IFloatingPointIeee754<T>
    {
        for (int n = 0; n < row.Length; n++)
        {
            T value = activations[n];
            row[n] = double.CreateChecked(value);
            if (!T.IsFinite(value) || value < T.Zero || row[n] > InputChecks.Largest)
            {
                throw new ArgumentException($"The activation of unit {unit} at datapoint {n} is {InputChecks.Words(value)}; "
                    + (!T.IsFinite(value) ? "it must be finite." : value < T.Zero ? "a ReLU layer has none below 0." : InputChecks.TooLarge));
            }
        }
    }

    /// <summary>
    /// A layer is a function of its inputs: at equal ones a unit is on, or off, alike. Where it is on at one of them by no more than sums of
    /// another order differ, it is taken to be as at the first.
    /// </summary>
    private void AgreeWhereInputsDo(double[] row, int unit)
    {
        double rounding = Rounding * row.Max();
        for (int n = 0; n < row.Length; n++)
        {
            double first = row[_data.FirstEqual[n]];
            if (row[n] > 0 == first > 0)
            {
                continue;
            }

            row[n] = Math.Max(row[n], first) <= rounding ? first : throw NoFunctionOfInputs(unit, row[n] > 0, n);
        }
    }

    private ArgumentException NoFunctionOfInputs(int unit, bool isOn, int datapoint) => new(
        $"Unit {unit} is {(isOn ? "off" : "on")} at datapoint {_data.FirstEqual[datapoint]} and {(isOn ? "on" : "off")} at datapoint {datapoint}, "
        + $"whose inputs are equal ({_data.InputAt(datapoint)}). Are the datapoints in the same order in both, and are all inputs there?");

    private void GiveUp()
    {
        _openGates.Clear();
        _openStrengths.Clear();
    }

    private void Keep(ulong[] gates, double[] strengths, PathStrengthSource source)
    {
        if (Count > 0 && (strengths.Length != Units || source != StrengthSource))
        {
            throw new ArgumentException(strengths.Length != Units
                ? $"A recording of {strengths.Length} units does not match the first one, of {Units}."
                : "Either all recordings are activations, or all are gates with path strengths.");
        }

        if (!gates.AsSpan().ContainsAnyExcept(0UL))
        {
            throw new ArgumentException("All activations are zero: no unit is on at any datapoint.");
        }

        (Units, StrengthSource) = (strengths.Length, source);
        _gates.Add(gates);
        _strengths.Add(strengths);
    }
}
