using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;

namespace GateDsl.Generators.Parsing;

/// <summary>What the parser makes of one class.</summary>
/// <param name="Model">
/// The declaration, checked; null iff it is in error: one of <paramref name="Findings"/>, an attribute that the C# compiler refuses, or a
/// type around the class that is not partial.
/// </param>
/// <param name="Fallback">What can still be emitted where there is no model; null: nothing.</param>
/// <param name="Findings">Everything wrong, for the analyzer. Carries locations: never let it into the pipeline of a generator.</param>
internal sealed record ParseResult(NetworkModel? Model, FallbackModel? Fallback, EquatableArray<Finding> Findings);
