namespace GateDsl.Generators.Model;

/// <summary>
/// What is left of a faulty declaration: enough to emit the bodies of its properties. Without them the compiler would stop at the missing
/// bodies (CS9248) and the analyzer's error, the one that helps, would never be shown.
/// </summary>
/// <param name="Type">Namespace, containing types and name.</param>
/// <param name="Header">The class as it must be repeated: "partial class Net", "partial record struct Net&lt;T&gt;".</param>
/// <param name="Properties">The partial properties without a body of their own; empty where there is none, or no part can be added to the class.</param>
/// <param name="Errors">What is wrong, a line each; empty where the C# compiler says it.</param>
internal sealed record FallbackModel(
    TypeModel Type, string Header, EquatableArray<PropertyShell> Properties, EquatableArray<string> Errors);

/// <summary>A partial property that waits for its body.</summary>
/// <param name="Declaration">As it must be repeated, up to the accessors: "public partial global::GateDsl.Layer Item".</param>
/// <param name="Accessors">"get", "private set", ...: each without a body.</param>
internal sealed record PropertyShell(string Declaration, EquatableArray<string> Accessors);
