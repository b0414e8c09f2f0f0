using System.Numerics;
using System.Text.RegularExpressions;

namespace GateDsl.Tool.Checking;

/// <summary>What stands below the table of gates: how many there are, and how their proofs are read.</summary>
/// <param name="inputs">What they were checked over.</param>
/// <param name="gates">The gates.</param>
internal sealed partial class CheckNotes(CheckedInputs inputs, IReadOnlyList<CheckedGate> gates)
{
    /// <summary>Stands where a cell was cut.</summary>
    public const string Ellipsis = "…";

    /// <summary>Digits of a number that are shown where it has more than twice as many.</summary>
    private const int FirstDigits = 5;

    /// <summary>Characters of a cell: two of them and the other columns fit into 120.</summary>
    private const int LongestCell = 44;

    /// <summary>Integers up to it are doubles.</summary>
    private static readonly BigInteger LargestExact = BigInteger.One << 53;

    /// <summary>A cell that is not too long for a terminal: of long numbers the first digits, and as many terms as there is room for.</summary>
    public static string Cut(string cell)
    {
        cell = LongNumber().Replace(cell, number => number.Value[..FirstDigits] + Ellipsis);
        if (cell.Length <= LongestCell)
        {
            return cell;
        }

        int space = cell.LastIndexOf(' ', LongestCell - 2);
        return space > LongestCell / 2 ? cell[..(space + 1)] + Ellipsis : cell[..(LongestCell - 1)] + Ellipsis;
    }

    /// <summary>How many of them a unit could have.</summary>
    public string Count()
    {
        int yes = gates.Count(gate => gate.Weights is not null);
        int no = gates.Count(gate => gate.Class == GateClass.NotImplementable);
        int open = gates.Count - yes - no;
        string one = gates.Count == 1 ? "it" : "them";
        string unit = "A ReLU unit could";
        return (yes, no, open) switch
        {
            (0, 0, _) => $"{(gates.Count == 1 ? "It was not" : "None of them was")} checked.",
            (_, 0, 0) => $"{unit} have {(gates.Count == 1 ? "" : "all of ")}{one}.",
            (0, _, 0) => $"{unit} {(gates.Count == 1 ? "not have " : "have none of ")}{one}.",
            (_, _, 0) => $"{unit} have {yes} of them, and not {no}.",
            (_, 0, _) => $"{unit} have {yes} of them; {open} {Were(open)} not checked.",
            (0, _, _) => $"{unit} not have {no} of them; {open} {Were(open)} not checked.",
            _ => $"{unit} have {yes} of them, and not {no}; {open} {Were(open)} not checked.",
        };
    }

    /// <summary>How those proofs are read that there are.</summary>
    public IEnumerable<string> OnProofs()
    {
        string product = inputs.HasBias ? "w·x + b" : "w·x";
        if (gates.Any(gate => gate.Weights is not null))
        {
            yield return $"witness: a weight w for each feature{(inputs.HasBias ? ", the bias b last" : "")}; {product} > 0 exactly where the gate is on.";
        }

        if (gates.Any(gate => gate.Weights?.Any(weight => BigInteger.Abs(weight) > LargestExact) ?? false))
        {
            yield return "Inputs are taken as the exact fractions that they are, and weights are exact: rounded to float64 they may not give the gate any more.";
        }

        if (gates.Any(gate => gate.Off.Count > 0))
        {
            yield return inputs.HasBias
                ? "certificate: inputs where it is on = inputs where it is off, as many on the left as on the right, so the sums of w·x + b are the same and cannot be > 0 on the left and <= 0 on the right. x0 is the first datapoint."
                : "certificate: inputs where it is on = inputs where it is off, so w·x cannot be > 0 on the left and <= 0 on the right. x0 is the first datapoint.";
        }

        if (gates.Any(gate => gate.On.Count > 0 && gate.Off.Count == 0))
        {
            yield return $"{(gates.Any(gate => gate.Off.Count > 0) ? "" : "certificate: ")}... = 0: the inputs on the left, where it is on, add up to zero, so w·x is 0 in sum and cannot be > 0 at each of them."
                + (gates.Any(gate => gate.Off.Count > 0) ? "" : " x0 is the first datapoint.");
        }
    }

    [GeneratedRegex(@"\d{11,}")]
    private static partial Regex LongNumber();

    private static string Were(int count) => count == 1 ? "was" : "were";
}
