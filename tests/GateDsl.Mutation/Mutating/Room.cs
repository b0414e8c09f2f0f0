namespace GateDsl.Mutation.Mutating;

/// <summary>Sources whose mutants are counted together.</summary>
/// <param name="Name">What the table says.</param>
/// <param name="Folder">From the root of the repository.</param>
internal sealed record Room(string Name, string Folder)
{
    public static IReadOnlyList<Room> All { get; } =
    [
        new("Theory", "generators/GateDsl.Theory/"),
        new("Gating", "generators/GateDsl.Gating/"),
        new("Planning", "generators/GateDsl.Generators/Planning/"),
        new("Kernels", "src/GateDsl/Kernels/"),
        new("Identification", "src/GateDsl.Identification/"),
        new("Emission", "generators/GateDsl.Generators/Emission/"),
    ];

    public static Room? Of(string file) => All.FirstOrDefault(room => file.StartsWith(room.Folder, StringComparison.Ordinal));
}
