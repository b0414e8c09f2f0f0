namespace GateDsl.Generators.Model;

/// <summary>
/// What is left of a faulty declaration: enough to emit the bodies of its properties. Without them the compiler would stop at the missing
/// bodies (CS9248) and the analyzer's error, the one that helps, would never be shown.
/// </summary>
/// <param name="Type">Namespace, containing types and name.</param>
/// <param name="Header">The class as it must be repeated: "partial class Net", "partial record struct Net&lt;T&gt;".</param>
/// <param name="Properties">The partial properties without a body of their own; never empty.</param>
internal sealed record FallbackModel(TypeModel Type, string Header, EquatableArray<PropertyShell> Properties);

/// <summary>A partial get-only property that waits for its body.</summary>
/// <param name="Modifiers">Every modifier as it must be repeated, "partial" last: "public static partial".</param>
/// <param name="Type">Full name of the type: "global::GateDsl.Layer".</param>
/// <param name="Name">Name of the property, escaped where it is a keyword.</param>
internal sealed record PropertyShell(string Modifiers, string Type, string Name);
