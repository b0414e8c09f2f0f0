namespace GateDsl.Theory.Tasks;

/// <summary>Why a task with these settings does not exist: the runtime throws it as an exception, the analyzer reports it.</summary>
/// <param name="Parameter">The parameter at fault, as <c>Create</c> of the public task names it.</param>
/// <param name="Value">Its value.</param>
/// <param name="Message">A sentence with the bound.</param>
internal sealed record TaskFault(string Parameter, object Value, string Message)
{
    /// <summary>No task's targets may have more numbers than this (400 MB).</summary>
    public const long MostNumbers = 50_000_000;

    public ArgumentOutOfRangeException ToException() => new(Parameter, Value, Message);

    /// <summary>The first fault as an exception; nothing where there is none.</summary>
    public static void ThrowIfAny(TaskFault? fault)
    {
        if (fault is not null)
        {
            throw fault.ToException();
        }
    }
}
