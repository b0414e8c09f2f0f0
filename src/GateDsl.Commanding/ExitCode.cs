namespace GateDsl.Commanding;

/// <summary>What the process says at its end.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>It could not be done: a folder that cannot be written, a full disk, a training that diverged.</summary>
    public const int Failed = 1;

    /// <summary>A wrong argument, or a file that cannot be used.</summary>
    public const int WrongCall = 2;

    /// <summary>Stopped by Ctrl+C: 128 + SIGINT, as shells have it.</summary>
    public const int Cancelled = 130;

    /// <summary>Stopped by a request to end: 128 + SIGTERM.</summary>
    public const int Terminated = 143;
}
