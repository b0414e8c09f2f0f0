namespace GateDsl.Sweeps;

/// <summary>A call that cannot be done as it stands; the message is the one line that says why.</summary>
internal sealed class WrongUseException(string message) : Exception(message);
