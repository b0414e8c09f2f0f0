namespace GateDsl.Commanding;

/// <summary>What an exception says, in one line of a command line.</summary>
public static class OneLine
{
    /// <summary>Its message without line ends, and without the name of a parameter, which no user of a command line knows.</summary>
    /// <param name="exception">The exception.</param>
    public static string Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        string message = exception.Message;
        if (exception is ArgumentException { ParamName: { } name })
        {
            message = message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal);
        }

        return Of(message);
    }

    /// <summary>A text without line ends.</summary>
    /// <param name="text">Some lines.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
