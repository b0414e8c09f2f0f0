using System.Globalization;
using System.Numerics;

namespace GateDsl.Tool.Checking;

/// <summary>What is known about one gate of a file, with names that the file has: datapoint n is x n, features are in file order.</summary>
/// <param name="Number">Its row in the file, from 0.</param>
/// <param name="Class">Null: not checked.</param>
/// <param name="Weights">A weight for each feature, then the bias; null: there are none, or none was found.</param>
/// <param name="On">What shows that there are none: multiples of on-points whose inputs add up to the same as ...</param>
/// <param name="Off">... those of the off-points; no term: to zero.</param>
/// <param name="Explanation">All of it in words.</param>
internal sealed record CheckedGate(
    int Number,
    GateClass? Class,
    IReadOnlyList<BigInteger>? Weights,
    IReadOnlyList<(int Datapoint, BigInteger Multiplier)> On,
    IReadOnlyList<(int Datapoint, BigInteger Multiplier)> Off,
    string Explanation)
{
    /// <summary>The class, as in the library.</summary>
    public string ClassName => Class?.ToString() ?? "not checked";

    /// <summary>The weights, separated by spaces.</summary>
    public string Witness => Weights is null ? "" : string.Join(' ', Weights.Select(Number10));

    /// <summary>"x1 + 2 x3 = x0 + x2": left the on-points, right the off-points.</summary>
    public string Certificate => On.Count == 0 ? "" : $"{Sum(On)} = {(Off.Count == 0 ? "0" : Sum(Off))}";

    /// <param name="number">Its row.</param>
    /// <param name="gate">On or off at each datapoint.</param>
    /// <param name="proof">What was decided.</param>
    /// <param name="inputs">What it was decided over.</param>
    public static CheckedGate Of(int number, bool[] gate, GateProof proof, CheckedInputs inputs)
    {
        List<(int Datapoint, BigInteger Multiplier)> on = [];
        List<(int Datapoint, BigInteger Multiplier)> off = [];
        if (proof.Multipliers is { } multipliers)
        {
            for (int n = 0; n < gate.Length; n++)
            {
                if (!multipliers[n].IsZero)
                {
                    (gate[n] ? on : off).Add((n, multipliers[n]));
                }
            }
        }
        else if (proof.EqualInputs is { } equal)
        {
            on.Add((equal.On, BigInteger.One));
            off.Add((equal.Off, BigInteger.One));
        }

        return new CheckedGate(
            number, proof.Class, proof.Witness is { } weights ? inputs.InFileOrder(weights, BigInteger.Zero) : null, on, off, proof.Explanation);
    }

    private static string Sum(IReadOnlyList<(int Datapoint, BigInteger Multiplier)> terms) => string.Join(
        " + ",
        terms.Select(term =>
            string.Create(CultureInfo.InvariantCulture, $"{(term.Multiplier.IsOne ? "" : $"{Number10(term.Multiplier)} ")}x{term.Datapoint}")));

    private static string Number10(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
}
