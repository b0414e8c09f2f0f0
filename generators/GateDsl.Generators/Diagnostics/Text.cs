using System.Globalization;
using GateDsl.Generators.Model;

namespace GateDsl.Generators.Diagnostics;

/// <summary>Numbers and names as messages say them.</summary>
internal static class Text
{
    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Text of the user's that must not leave its line: whatever C# or an editor takes for the end of one is a space.</summary>
    public static string OneLine(string text) =>
        string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));

    public static string Quoted(string name) => "'" + name + "'";

    /// <summary>"'A'", "'A' and 'B'", "'A', 'B' and 'C'".</summary>
    public static string List(IReadOnlyList<string> parts) => parts.Count switch
    {
        0 => "nothing",
        1 => parts[0],
        _ => string.Join(", ", parts.Take(parts.Count - 1)) + " and " + parts[parts.Count - 1],
    };

    public static string AKind(LayerKindModel? kind) => kind switch
    {
        LayerKindModel.DenseInput => "a dense input",
        LayerKindModel.OneHotInput => "a one-hot input",
        LayerKindModel.Selector => "a selector",
        LayerKindModel.GateInput => "a gate input",
        LayerKindModel.Hidden => "a hidden layer",
        LayerKindModel.Output => "an output",
        _ => "a property without a kind",
    };

    /// <summary>The remedy for a name that does not exist.</summary>
    public static string Remedy(string? suggestion, IReadOnlyList<string> candidates) =>
        suggestion is not null ? "did you mean '" + suggestion + "'?"
        : candidates.Count > 0 ? "there are " + List([.. candidates.Take(8).Select(Quoted)]) + (candidates.Count > 8 ? " and others" : "")
        : "there is none";
}
