using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace GateDsl;

/// <summary>The codes that calls of the C surface return.</summary>
internal enum NativeStatus
{
    Ok,
    Argument,
    State,
    Diverged,
    Cancelled,
    IO,
    Handle,
    Unsupported,
    OutOfMemory,
    Internal,
}

/// <summary>What went wrong last on a thread, as text that a C program can read: it stays where it is until something goes wrong again.</summary>
internal static class NativeFault
{
    private static readonly byte[] None = Pinned("");

    private static readonly byte[] NoFacts = Pinned("""{"status":0,"message":""}""");

    [ThreadStatic]
    private static byte[]? _message;

    [ThreadStatic]
    private static byte[]? _facts;

    /// <summary>Address of the message.</summary>
    public static nint Message => Address(_message ?? None);

    /// <summary>Address of the facts, as JSON.</summary>
    public static nint Facts => Address(_facts ?? NoFacts);

    /// <summary>Text of its own that never moves, with a 0 behind it.</summary>
    public static byte[] Pinned(string text)
    {
        byte[] pinned = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(text) + 1, pinned: true);
        Encoding.UTF8.GetBytes(text, pinned);
        pinned[^1] = 0;
        return pinned;
    }

    /// <summary>Where such text stands.</summary>
    public static nint Address(byte[] pinned) => Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);

    /// <summary>Runs a call; keeps what it throws.</summary>
    /// <returns>The status.</returns>
    public static int Guard(Action call)
    {
        try
        {
            call();
            return (int)NativeStatus.Ok;
        }
        catch (Exception fault)
        {
            return Keep(fault);
        }
    }

    /// <summary>Keeps an exception for the caller.</summary>
    /// <returns>Its status.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Keep(Exception fault)
    {
        NativeStatus status = StatusOf(fault);
        try
        {
            (_message, _facts) = (null, null);
            string message = Readable(fault.Message);
            _message = Pinned(message);
            _facts = Pinned(FactsOf(fault, status, message));
        }
        catch (Exception)
        {
            // Nothing leaves a function, not even what goes wrong in saying what went wrong, as where memory is short. The status says enough.
        }

        return (int)status;
    }

    private static NativeStatus StatusOf(Exception fault) => fault switch
    {
        TrainingDivergedException => NativeStatus.Diverged,
        OperationCanceledException => NativeStatus.Cancelled,
        HandleException => NativeStatus.Handle,
        ArgumentException or JsonException or InvalidDataException => NativeStatus.Argument,
        NotSupportedException => NativeStatus.Unsupported,
        IOException or UnauthorizedAccessException => NativeStatus.IO,
        InvalidOperationException => NativeStatus.State,
        OutOfMemoryException => NativeStatus.OutOfMemory,
        _ => NativeStatus.Internal,
    };

    /// <summary>Text that ends where it ends, and is Unicode where it was cut.</summary>
    private static string Readable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace('\0', ' ')));

    private static string FactsOf(Exception fault, NativeStatus status, string message) => JsonText.Of(json =>
    {
        json.WriteNumber("status", (int)status);
        json.WriteString("exception", fault.GetType().Name);
        json.WriteString("message", message);
        string? parameter = (fault as ArgumentException)?.ParamName ?? (fault as HandleException)?.Parameter;
        if (parameter is not null)
        {
            json.WriteString("argument", Readable(JsonText.SnakeCase(parameter)));
        }

        if (fault is TrainingDivergedException diverged)
        {
            json.WriteNumber("epoch", diverged.Epoch);
            JsonText.Number(json, "loss", diverged.Loss);
            JsonText.Number(json, "step_size", diverged.StepSize);
            JsonText.Number(json, "stable_step_size", diverged.StableStepSize);
        }
    });
}
