using System.Globalization;

namespace GateDsl.Generators.Planning;

/// <summary>A module or an input: a declared layer, or one copy of a bank.</summary>
/// <param name="Layer">Name of the declared layer.</param>
/// <param name="Copy">Copy of a bank; null: not a bank.</param>
internal readonly record struct ModuleId(string Layer, int? Copy)
{
    /// <summary>As users and generated code write it: Common, Pairs[0].</summary>
    public override string ToString() => Copy is int copy ? Layer + "[" + copy.ToString(CultureInfo.InvariantCulture) + "]" : Layer;
}

/// <summary>An edge between two modules, or from an input to a module.</summary>
internal readonly record struct EdgeId(ModuleId Source, ModuleId Target);

/// <summary>A map into a module; several may share input and module, each with a gate of its own.</summary>
/// <param name="Module">Where its paths end.</param>
/// <param name="Name">Told apart from every other map of the network, as an identifier: Common_Item.</param>
internal readonly record struct MapId(ModuleId Module, string Name)
{
    public override string ToString() => Name;
}
