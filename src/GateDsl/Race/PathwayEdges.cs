namespace GateDsl;

/// <summary>A pathway as the reductions see it: its stacked inputs and outputs.</summary>
/// <param name="Name">Its modules joined by '>'; empty: no hidden module.</param>
/// <param name="OutputUnits">Units of its stacked outputs.</param>
/// <param name="InputUnits">Units of its stacked inputs.</param>
/// <param name="Edges">Which scalar of Eq. 6 each of its edges has, from the inputs on.</param>
internal sealed record PathwayEdges(string Name, int OutputUnits, int InputUnits, params IReadOnlyList<int> Edges)
{
    /// <summary>Its last module, to name it in messages.</summary>
    public string Module => Name.Length == 0 ? "the direct paths" : Name;
}
