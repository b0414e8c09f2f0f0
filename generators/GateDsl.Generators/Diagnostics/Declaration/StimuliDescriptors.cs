using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>What can be wrong with stimuli.</summary>
internal static class StimuliDescriptors
{
    public static readonly DiagnosticDescriptor UnknownStimulus = Descriptor.Create(
        "GDSL080", "Stimuli do not name a selector and a dense input",
        "[Stimuli] names '{0}', but there is no {1} of this name: {2}",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor WrongStimulus = Descriptor.Create(
        "GDSL081", "Stimuli are not of a dense input by a selector",
        "[Stimuli] names '{0}', which is {1}: name {2}",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor WrongNumberOfRows = Descriptor.Create(
        "GDSL082", "Stimuli do not have one row per value",
        "Selector '{2}' has {1} values, but the number of rows of [Stimuli] is {0}: give one row per value",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor WrongRowLength = Descriptor.Create(
        "GDSL083", "A row of Stimuli does not have one number per feature",
        "Input '{3}' has {2} features, but row {0} of [Stimuli] has {1}: give one number per feature",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor MalformedNumber = Descriptor.Create(
        "GDSL084", "A number of Stimuli is not exact",
        "'{1}' in row {0} of [Stimuli] is not an exact number: write a decimal like -0.5 or a fraction like 1/3",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor SeveralStimuli = Descriptor.Create(
        "GDSL085", "The vectors of an input are given twice",
        "The vectors of input '{0}' are already said by {1}: remove this [Stimuli]",
        Categories.Declaration, DiagnosticSeverity.Error);
}
