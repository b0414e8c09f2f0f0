namespace GateDsl.Tool.Arrays;

/// <summary>A file that cannot be used. The message is one line that names it as the user did, and says what was expected.</summary>
internal sealed class BadInputException : Exception
{
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="reason">What is wrong with it, and what was expected.</param>
    public BadInputException(string file, string reason)
        : base($"{file}: {reason}")
    {
    }

    /// <param name="file">The file, as the user named it.</param>
    /// <param name="reason">What is wrong with it, and what was expected.</param>
    /// <param name="inner">How it was noticed.</param>
    public BadInputException(string file, string reason, Exception inner)
        : base($"{file}: {reason}", inner)
    {
    }
}
