using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Diagnostics;

/// <summary>What can be wrong with a task.</summary>
internal static class TaskDescriptors
{
    public static readonly DiagnosticDescriptor SeveralTasks = Descriptor.Create(
        "GDSL090", "A network is meant for several tasks",
        "Network '{0}' carries {1}: keep one task",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor TaskDoesNotFit = Descriptor.Create(
        "GDSL091", "A task does not fit the declared layers",
        "[{0}] needs {1}, but network '{2}' {3}: {4}",
        Categories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor TaskArgument = Descriptor.Create(
        "GDSL092", "An argument of a task is out of range",
        "{1} of [{0}] is {2}: {3}",
        Categories.Declaration, DiagnosticSeverity.Error);
}
