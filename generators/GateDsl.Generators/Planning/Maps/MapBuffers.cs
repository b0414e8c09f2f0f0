using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Maps;

/// <summary>A matrix of a map or of its error, or an array of them.</summary>
/// <param name="Member">Its name.</param>
/// <param name="Copies">Matrices of the array; 0: it is no array.</param>
/// <param name="Rows">The layer whose units are its rows.</param>
/// <param name="Columns">The layer whose units are its columns.</param>
internal sealed record MapBuffer(string Member, int Copies, string Rows, string Columns);

/// <summary>All maps into an output in one matrix.</summary>
/// <param name="Member">Its name.</param>
/// <param name="Output">The output layer.</param>
/// <param name="Maps">Each map with its input.</param>
internal sealed record MapStack(string Member, string Output, EquatableArray<StackedMap> Maps);

/// <summary>A map in the stack of an output.</summary>
/// <param name="Place">Its matrix.</param>
/// <param name="Input">Its input.</param>
internal sealed record StackedMap(MapMember Place, string Input);
