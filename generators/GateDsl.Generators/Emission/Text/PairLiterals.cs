using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission;

/// <summary>Which pairs of copies of two banks have an edge: for each source copy a string with one character per target copy.</summary>
internal static class PairLiterals
{
    /// <summary>As further arguments of a call; nothing unless the member is a grid.</summary>
    public static string Of(WeightMember member) => member.Shape != WeightShape.Grid ? "" : string.Concat(
        Enumerable.Range(0, member.Extent[0]).Select(i => ", " + Literals.Text(string.Concat(
            Enumerable.Range(0, member.Extent[1]).Select(j => member.Positions.Any(position => position[0] == i && position[1] == j) ? '1' : '0')))));
}
