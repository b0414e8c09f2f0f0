using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>A name given to an attribute, and where. Empty: the argument is null or no name yet.</summary>
internal readonly record struct NameArgument(string Name, Location Location);
