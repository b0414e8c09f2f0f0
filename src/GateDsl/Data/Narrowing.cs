using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;

namespace GateDsl;

/// <summary>
/// What is given in double precision must still be there in the precision of the network: finite, its squares summed up finite, and not rounded to
/// nothing. Every refusal names the bound of that precision.
/// </summary>
internal static class Narrowing
{
    /// <summary>The data of an argument in the network's precision.</summary>
    /// <param name="parameter">Name of the argument.</param>
    /// <param name="given">Datapoints x width, finite.</param>
    /// <param name="width">Values per datapoint.</param>
    /// <exception cref="ArgumentException">A value is too large, or all are too small; names the argument, the datapoint and the bound.</exception>
    public static T[] Data<TGiven, T>(string parameter, ReadOnlySpan<TGiven> given, int width)
        where TGiven : struct, IFloatingPointIeee754<TGiven>
        where T : struct, INumber<T>
    {
        T[] narrow = typeof(TGiven) == typeof(T) ? (T[])(object)given.ToArray() : Conversion.ToArray<TGiven, T>(given);

        // A step multiplies inputs by inputs and errors by errors, and sums over the datapoints: each of n squares may be the n-th of the largest number.
        double most = Math.Sqrt(Largest<T>() / Math.Max(1, narrow.Length));
        double largest = LargestOf<T>(narrow);
        if (largest > most)
        {
            int i = FirstAbove(given, most);
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{parameter} is {given[i]} at datapoint {i / width}, feature {i % width}; in {Name<T>()} its magnitude must be at most {Down(most)}, where {narrow.Length} squares have a finite sum."),
                parameter);
        }

        if (largest < Smallest<T>() && IsRounded<TGiven, T>() && LargestOf(given) is > 0 and double all)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"All values of {parameter} are of magnitude {all:G6} or less; in {Name<T>()} some must be at least {Smallest<T>():G6}."),
                parameter);
        }

        return narrow;
    }

    /// <summary>Gives drawn weights to an edge in the network's precision.</summary>
    /// <exception cref="ArgumentException">One is not finite or too large, or all are too small; names the edge, the weight and the bound.</exception>
    public static void Weights<T>(string parameter, EdgeMatrix<T> edge, ReadOnlySpan<double> drawn)
        where T : struct, INumber<T>
    {
        if (edge.Values is not double[])
        {
            RowNumbers.Convert<double, T>(drawn, edge.Values);
        }

        double largest = LargestOf<T>(edge.Values);
        if (!double.IsFinite(largest))
        {
            int i = FirstAbove(drawn, Largest<T>());
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The initial weight {edge.Name}[{i / edge.Sources}, {i % edge.Sources}] is {drawn[i]:G6}; in {Name<T>()} its magnitude must be at most {Down(Largest<T>())}."),
                parameter);
        }

        if (largest < Smallest<T>() && IsRounded<double, T>() && LargestOf(drawn) is > 0 and double all)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"All initial weights of {edge.Name} are of magnitude {all:G6} or less; in {Name<T>()} some must be at least {Smallest<T>():G6}."),
                parameter);
        }
    }

    /// <summary>The step by which weights move must be a number of the network's precision.</summary>
    /// <param name="parameter">Name of the argument or option.</param>
    /// <param name="stepSize">As given, positive and finite.</param>
    /// <param name="perDatapoint">What it is multiplied by.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is too large or too small; names the bounds.</exception>
    public static void StepSize<T>(string parameter, double stepSize, double perDatapoint)
        where T : struct, INumber<T>
    {
        double step = stepSize * perDatapoint;
        if (!(step <= Largest<T>() && step >= Smallest<T>()))
        {
            throw new ArgumentOutOfRangeException(
                parameter,
                stepSize,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"In {Name<T>()} a step size must be between {Smallest<T>() / perDatapoint:G6} and {Down(Math.Min(double.MaxValue, Largest<T>() / perDatapoint))}{(perDatapoint < 1 ? ", on the Mean scale" : "")}."));
        }
    }

    /// <summary>
    /// The numbers of a gate input, by gate: finite, none rounded to 0, which would close what is given as open, and not so large that squares are no
    /// numbers any more.
    /// </summary>
    /// <param name="parameter">Name of the argument.</param>
    /// <param name="given">Datapoints x gates.</param>
    /// <param name="gates">Numbers per datapoint.</param>
    /// <exception cref="ArgumentException">Names the argument, the datapoint, the gate and the bound.</exception>
    public static T[][] Gates<TGiven, T>(string parameter, ReadOnlySpan<TGiven> given, int gates)
        where TGiven : struct, IFloatingPointIeee754<TGiven>
        where T : struct, IFloatingPointIeee754<T>
    {
        double most = Math.Sqrt(Largest<T>() / Math.Max(1, given.Length));
        T[][] columns = new T[gates][];
        for (int gate = 0; gate < gates; gate++)
        {
            columns[gate] = new T[given.Length / gates];
            for (int datapoint = 0; datapoint < columns[gate].Length; datapoint++)
            {
                TGiven number = given[(datapoint * gates) + gate];
                T narrow = T.CreateTruncating(number);
                string? bound = !T.IsFinite(narrow) ? "a gate must be finite in the network's precision"
                    : double.CreateTruncating(T.Abs(narrow)) > most
                        ? $"in {Name<T>()} the magnitude of a gate must be at most {Down(most)}, where {given.Length} squares have a finite sum"
                    : T.IsZero(narrow) && !TGiven.IsZero(number)
                        ? $"in {Name<T>()} that is 0, which closes the gate; the magnitude of an open one must be at least {Smallest<T>():G6}"
                    : null;
                if (bound is not null)
                {
                    throw new ArgumentException(
                        string.Create(CultureInfo.InvariantCulture, $"{parameter} is {number} at datapoint {datapoint}, gate {gate}; {bound}."), parameter);
                }

                columns[gate][datapoint] = narrow;
            }
        }

        return columns;
    }

    /// <summary>What the options say about one update must be numbers of the network's precision.</summary>
    /// <param name="options">Validated options.</param>
    /// <param name="perDatapoint">What the step size is multiplied by.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is too large or too small; names the option and the bounds.</exception>
    public static void Options<T>(TrainingOptions options, double perDatapoint)
        where T : struct, INumber<T>
    {
        StepSize<T>(nameof(options.StepSize), options.StepSize, perDatapoint);
        if (T.CreateTruncating(options.Momentum) >= T.One)
        {
            throw Outside(nameof(options.Momentum), options.Momentum, $"must be below 1 by {(typeof(T) == typeof(float) ? 6e-8 : 1e-16):G1} or more");
        }

        if (options.WeightDecay != 0 && !(options.WeightDecay <= Largest<T>() && options.WeightDecay >= Smallest<T>()))
        {
            throw Outside(nameof(options.WeightDecay), options.WeightDecay, $"must be 0 or between {Smallest<T>():G6} and {Down(Largest<T>())}");
        }

        foreach ((string edge, double factor) in options.StepFactors)
        {
            double step = options.StepSize * factor;
            if (factor != 0 && !(step <= Largest<T>() && step >= Smallest<T>()))
            {
                throw Outside(
                    nameof(options.StepFactors), factor,
                        $"must be 0, or between {Smallest<T>():G6} and {Down(Largest<T>())} when multiplied by the step size, also of {edge}");
            }
        }

        static ArgumentOutOfRangeException Outside(string option, double value, FormattableString bound) => new(
            option, value, $"In {Name<T>()} {nameof(TrainingOptions)}.{option} {bound.ToString(CultureInfo.InvariantCulture)}.");
    }

    private static string Name<T>() => typeof(T) == typeof(float) ? "single precision" : "double precision";

    private static bool IsRounded<TGiven, T>() => typeof(TGiven) != typeof(T);

    private static double Largest<T>() => typeof(T) == typeof(float) ? float.MaxValue : double.MaxValue;

    /// <summary>The smallest number with all its digits; those below have fewer, down to none.</summary>
    private static double Smallest<T>() => typeof(T) == typeof(float) ? 1.1754943508222875e-38 : 2.2250738585072014e-308;

    /// <summary>A bound in six digits that keep within it.</summary>
    private static string Down(double bound)
    {
        int exponent = (int)Math.Floor(Math.Log10(bound));
        double digits = Math.Floor(bound / Math.Pow(10, exponent) * 1e5) / 1e5;
        return string.Create(CultureInfo.InvariantCulture, $"{digits:0.#####}E{exponent:+00;-00}");
    }

    /// <summary>NaN where one is.</summary>
    private static double LargestOf<T>(ReadOnlySpan<T> values)
        where T : struct, INumber<T> => double.CreateTruncating(RowNumbers.LargestMagnitude(values));

    /// <summary>The first value that is no number or of larger magnitude.</summary>
    private static int FirstAbove<T>(ReadOnlySpan<T> values, double most)
        where T : struct, INumber<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!(Math.Abs(double.CreateTruncating(values[i])) <= most))
            {
                return i;
            }
        }

        // Rounding to the nearest carries at most one unit of the last place over the bound: the largest is meant.
        return TensorPrimitives.IndexOfMaxMagnitude(values);
    }
}
