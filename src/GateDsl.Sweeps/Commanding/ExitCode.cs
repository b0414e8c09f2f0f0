namespace GateDsl.Sweeps;

/// <summary>How the program ends.</summary>
internal static class ExitCode
{
    /// <summary>All is done.</summary>
    public const int Done = 0;

    /// <summary>A disk is full, or a file cannot be written.</summary>
    public const int Failed = 1;

    /// <summary>A wrong call.</summary>
    public const int WrongCall = 2;

    /// <summary>Runs failed or are missing.</summary>
    public const int Incomplete = 3;

    /// <summary>Added to the number of the signal that left runs undone, as shells do.</summary>
    public const int Signal = 128;
}
