using System.Globalization;

namespace GateDsl;

/// <summary>
/// Recordings of one ReLU layer while it trains: which of its units are on at which datapoint, at several epochs of one or more trainings
/// (P1 App. B). Of activations only the gates, activation &gt; 0, and one strength per unit are kept, so large files can be streamed, one
/// recording at a time.
/// </summary>
public sealed class LayerRecordings
{
    private readonly List<ulong[]> _gates = [];
    private readonly List<double[]> _strengths = [];

    /// <summary>Units H of the layer; 0 before the first recording.</summary>
    public int Units { get; private set; }

    /// <summary>Datapoints N; 0 before the first recording.</summary>
    public int Datapoints { get; private set; }

    /// <summary>Number of recordings.</summary>
    public int Count => _gates.Count;

    /// <summary>Where path strengths come from; the same for all recordings.</summary>
    public PathStrengthSource StrengthSource { get; private set; }

    internal int Words => (Datapoints + 63) >> 6;

    /// <summary>Adds the activations of all units at one epoch of one training.</summary>
    /// <param name="activations">Row-major, units x datapoints.</param>
    /// <param name="units">Units H, as in every other recording.</param>
    /// <param name="datapoints">Datapoints N, at least 2, as in every other recording.</param>
    /// <exception cref="ArgumentException">
    /// Sizes do not match; an activation is negative (then the layer is no ReLU layer), NaN or infinite; or all are zero. The message names the
    /// unit and the datapoint.
    /// </exception>
    public void Add(ReadOnlySpan<double> activations, int units, int datapoints) => AddActivations(activations, units, datapoints);

    /// <inheritdoc cref="Add(ReadOnlySpan{double}, int, int)"/>
    public void Add(ReadOnlySpan<float> activations, int units, int datapoints) => AddActivations(activations, units, datapoints);

    /// <summary>Adds gates with known path strengths, as a twin has them.</summary>
    /// <param name="gates">Units x datapoints, as a twin's <c>Gates</c> gives them.</param>
    /// <param name="pathStrengths">|w_in| |w_out| of every unit.</param>
    /// <exception cref="ArgumentException">Sizes do not match, no unit is on anywhere, or a strength is negative or not finite.</exception>
    public void Add(bool[,] gates, ReadOnlySpan<double> pathStrengths)
    {
        ArgumentNullException.ThrowIfNull(gates);
        AddRecording(gates.GetLength(0), gates.GetLength(1), PathStrengthSource.Weights, (unit, n) => gates[unit, n], pathStrengths.ToArray());
    }

    /// <summary>The gate bits of all units of a recording, <see cref="Words"/> words a unit.</summary>
    internal ReadOnlySpan<ulong> Gates(int recording) => _gates[recording];

    /// <summary>The strength of every unit of a recording.</summary>
    internal ReadOnlySpan<double> Strengths(int recording) => _strengths[recording];

    private void AddActivations<T>(ReadOnlySpan<T> activations, int units, int datapoints)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        RequireShape(units, datapoints);
        if (activations.Length != (long)units * datapoints)
        {
            throw new ArgumentException(
                $"There are {activations.Length} activations; {units} units x {datapoints} datapoints need {(long)units * datapoints}.", nameof(activations));
        }

        double[] strengths = new double[units];
        bool[] on = new bool[activations.Length];
        for (int unit = 0; unit < units; unit++)
        {
            for (int n = 0; n < datapoints; n++)
            {
                T value = activations[(unit * datapoints) + n];
                if (!T.IsFinite(value) || value < T.Zero)
                {
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The activation of unit {unit} at datapoint {n} is {value}; ")
                        + (T.IsFinite(value) ? "a ReLU layer has none below 0." : "it must be finite."), nameof(activations));
                }

                double known = double.CreateChecked(value);
                on[(unit * datapoints) + n] = known > 0;
                strengths[unit] += known * known;
            }
        }

        AddRecording(units, datapoints, PathStrengthSource.Activations, (unit, n) => on[(unit * datapoints) + n], strengths);
    }

    private void AddRecording(int units, int datapoints, PathStrengthSource source, Func<int, int, bool> isOn, double[] strengths)
    {
        RequireShape(units, datapoints);
        if (strengths.Length != units || Array.Exists(strengths, strength => !double.IsFinite(strength) || strength < 0))
        {
            throw new ArgumentException($"Each of the {units} units has a path strength, finite and not negative.", nameof(strengths));
        }

        if (Count > 0 && source != StrengthSource)
        {
            throw new ArgumentException("Either all recordings are activations, or all are gates with path strengths.");
        }

        int words = (datapoints + 63) >> 6;
        ulong[] gates = new ulong[units * words];
        ulong any = 0;
        for (int unit = 0; unit < units; unit++)
        {
            for (int n = 0; n < datapoints; n++)
            {
                gates[(unit * words) + (n >> 6)] |= isOn(unit, n) ? 1UL << (n & 63) : 0;
            }
        }

        foreach (ulong word in gates)
        {
            any |= word;
        }

        if (any == 0)
        {
            throw new ArgumentException("All activations are zero: no unit is on at any datapoint.");
        }

        (Units, Datapoints, StrengthSource) = (units, datapoints, source);
        _gates.Add(gates);
        _strengths.Add(strengths);
    }

    private void RequireShape(int units, int datapoints)
    {
        if (units < 1 || datapoints < 2)
        {
            throw new ArgumentException($"A recording has at least one unit and two datapoints, not {units} x {datapoints}.");
        }

        if (Count > 0 && (units != Units || datapoints != Datapoints))
        {
            throw new ArgumentException($"A recording of {units} units x {datapoints} datapoints does not match the first one, {Units} x {Datapoints}.");
        }
    }
}
