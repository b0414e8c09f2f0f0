using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>
/// The GDSL2xx family: what the theory predicts of a network whose data are known by a task attribute. GDSL203 is a warning where the class
/// claims to be Rectified.
/// </summary>
internal static class TheoryDescriptors
{
    public static readonly DiagnosticDescriptor Narrow = Descriptor.Create(
        "GDSL201", "A hidden layer is narrower than the rank it must reach",
        "'{0}' has {1} units, but the effective dataset of pathway '{3}' has {2} modes{4}: it can carry at most {1} of them, so give it {2} units or more",
        Categories.Theory, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NoClosedForm = Descriptor.Create(
        "GDSL202", "The closed form does not apply",
        "Reduction.ClosedForm does not apply to '{0}': {1}; use {2}",
        Categories.Theory, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor Loser = Descriptor.Create(
        "GDSL203", "A pathway loses the race",
        "{0} loses the race: when the loss first falls below 1% of its start ({1}) no mode has reached 5% of its end (the best {2}); alone, the first mode would be half learned at {3}{4}",
        Categories.Theory, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor UnstableStep = Descriptor.Create(
        "GDSL204", "The step size is unstable",
        "StepSize = {1} is beyond the stable bound of '{0}' on its task: at the end of training, steps on the Sum scale are stable below {2}",
        Categories.Theory, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NotEvaluated = Descriptor.Create(
        "GDSL205", "The theory of a declaration is not evaluated",
        "What the theory predicts of '{0}' is not evaluated while it is typed: {1}; Race predicts it at run time",
        Categories.Theory, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor Lazy = Descriptor.Create(
        "GDSL206", "A pathway starts lazy",
        "With Sigma = {1}, {0} starts lazy in {2}: the laziness index of mode {3} is {4}, and its features hardly move; up to Sigma = {5} it is at most {6} in every mode, a rich start",
        Categories.Theory, DiagnosticSeverity.Info);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [Narrow, NoClosedForm, Loser, UnstableStep, NotEvaluated, Lazy];
}
