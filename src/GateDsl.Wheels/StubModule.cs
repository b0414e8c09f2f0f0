using System.Text;
using System.Text.RegularExpressions;

namespace GateDsl.Wheels;

/// <summary>The stubs of a library's module (.pyi): its networks with the names of their arguments and weights, for completion and type checks.</summary>
/// <param name="description">The library.</param>
internal sealed partial class StubModule(DescribedLibrary description)
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
        "finally", "for", "from",
        "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    };

    /// <summary>Its text.</summary>
    /// <param name="loader">The module of the loader, absolute or relative.</param>
    public string Text(string loader)
    {
        StringBuilder text = new($"""
            from typing import Literal

            import numpy
            from numpy.typing import ArrayLike, NDArray

            from {loader}.datasets import Dataset
            from {loader}.kinds import GatedNetwork, ReluNetwork
            from {loader}.library import Library
            from {loader}.weights import WeightViews

            library: Library

            """.ReplaceLineEndings("\n"));
        foreach (DescribedNetwork network in description.Networks.Where(network => IsName(network.Name)))
        {
            text.Append('\n');
            WriteNetwork(text, network);
        }

        return text.ToString();
    }

    /// <summary>How Python writes a name of C#: keywords get a _.</summary>
    private static string Name(string name) => Keywords.Contains(name) ? name + "_" : name;

    private static string Parameters(IEnumerable<DescribedArgument> arguments) =>
        string.Join(", ", arguments.Select(argument => $"{Name(argument.Name)}: ArrayLike"));

    private static bool IsName(string name) => Identifier().IsMatch(name) && !Keywords.Contains(name);

    private void WriteNetwork(StringBuilder text, DescribedNetwork network)
    {
        WriteClass(text, network.Name, network, indent: "");
        if (description.TwinOf(network) is { } twin)
        {
            text.Append('\n');
            WriteClass(text, "ReluTwin", twin, indent: "    ");
        }
    }

    private static void WriteClass(StringBuilder text, string name, DescribedNetwork network, string indent)
    {
        string number = $"NDArray[numpy.{network.Precision}]";
        string weights = string.Join(", ", network.Weights.Select(weight => $"\"{weight.Name}\""));
        DescribedArgument[] outputs = [.. network.Arguments.Where(argument => argument.IsOutput)];
        string predictions = outputs.Length == 1 ? number : $"dict[str, {number}]";

        void Line(string line) => text.Append(indent).Append(line).Append('\n');

        Line($"class {name}({(network.TwinOf is null ? "GatedNetwork" : "ReluNetwork")}):");
        foreach (string line in Docstring(network))
        {
            Line(line.Length > 0 ? "    " + line : "");
        }

        if (network.Weights.Length > 0)
        {
            Line("    class _Weights(WeightViews):");
            Line($"        def __getitem__(self, name: Literal[{weights}]) -> {number}: ...  # type: ignore[override]");
            Line("");
            Line("    @property");
            Line("    def weights(self) -> _Weights: ...");
        }

        Line("    @classmethod");
        Line($"    def dataset(cls, {Parameters(network.Arguments)}) -> Dataset: ...");
        Line("    @classmethod");
        Line($"    def inputs(cls, {Parameters(network.Arguments.Where(argument => !argument.IsOutput))}) -> Dataset: ...");
        Line($"    def predict(self, data: Dataset) -> {predictions}: ...  # type: ignore[override]");
    }

    private static IEnumerable<string> Docstring(DescribedNetwork network)
    {
        yield return "\"\"\"" + (network.TwinOf is null ? "A gated deep linear network." : "The ReLU network on the same inputs and outputs.");
        yield return "";
        foreach (string line in (network.Tree ?? "").ReplaceLineEndings("\n").TrimEnd().Split('\n'))
        {
            yield return line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "'", StringComparison.Ordinal).TrimEnd();
        }

        yield return "";
        yield return "A data set takes:";
        foreach (DescribedArgument argument in network.Arguments)
        {
            yield return $"    {Name(argument.Name)}: {argument.Shape}";
        }

        yield return "\"\"\"";
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_]*$")]
    private static partial Regex Identifier();
}
