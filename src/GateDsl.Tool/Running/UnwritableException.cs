namespace GateDsl.Tool.Running;

/// <summary>A file or a folder that cannot be written. The message is one line that names it as the user did, and no other.</summary>
/// <param name="place">As the user named it.</param>
/// <param name="inner">How it was noticed.</param>
internal sealed class UnwritableException(string place, Exception inner) : Exception($"{place} cannot be written: {Reason(inner)}.", inner)
{
    /// <summary>What the system says, without the name that the file has while it is not finished.</summary>
    private static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "access is denied",
        DirectoryNotFoundException or FileNotFoundException => "nothing can be put into its folder",
        PathTooLongException => "its path is too long",
        _ => exception.Message.IndexOf(" : '", StringComparison.Ordinal) is > 0 and int name
            ? exception.Message[..name] : exception.Message.TrimEnd('.'),
    };
}
