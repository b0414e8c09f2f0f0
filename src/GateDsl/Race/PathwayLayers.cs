namespace GateDsl;

/// <summary>All paths through the same modules, by the names of what they join.</summary>
/// <param name="Name">Its modules joined by '>'; empty: no hidden module.</param>
/// <param name="Inputs">The inputs at which they start, as they are stacked.</param>
/// <param name="Outputs">The output modules at which they end, as they are stacked.</param>
/// <param name="Maps">The map that each pair of output and input is part of, output by output; empty: they are never on together.</param>
internal sealed record PathwayLayers(string Name, string[] Inputs, string[] Outputs, string[] Maps)
{
    /// <summary>The hidden modules along it.</summary>
    public string[] Modules { get; } = Name.Length == 0 ? [] : Name.Split('>');

    /// <summary>Names of its scalars in Eq. 6: the edges into its first module count as one, those out of its last module too.</summary>
    public IEnumerable<string> Edges => Modules.Length == 0
        ? ["Direct"]
        : [$"into {Modules[0]}", .. Modules.Skip(1).Zip(Modules, (to, from) => $"{from} to {to}"), $"out of {Modules[^1]}"];
}
