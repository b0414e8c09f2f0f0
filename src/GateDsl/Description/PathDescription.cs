namespace GateDsl;

/// <summary>A sequence of edges from an input to an output (P1 §2).</summary>
/// <param name="Input">Name of the input.</param>
/// <param name="Output">Name of the output, with its index in a bank.</param>
/// <param name="Pathway">Names of the modules on the way joined with '&gt;': <c>Common</c>, <c>Low[0]&gt;High[0]</c>; empty: a skip connection.</param>
/// <param name="Edges">The edges from input to output.</param>
/// <param name="Gate">Where the whole path is on: the product of all gates along it.</param>
public sealed record PathDescription(string Input, string Output, string Pathway, IReadOnlyList<EdgeDescription> Edges, GateDescription Gate);
