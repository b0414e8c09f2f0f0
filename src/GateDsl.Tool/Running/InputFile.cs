using GateDsl.Tool.Arrays;

namespace GateDsl.Tool.Running;

/// <summary>A file that is to be read, whatever is in it.</summary>
internal static class InputFile
{
    /// <param name="file">As the user named it.</param>
    /// <param name="expected">What it should be, with its article.</param>
    /// <exception cref="BadInputException">It is a folder, or it is not there.</exception>
    public static void Require(string file, string expected)
    {
        RequireNoFolder(file, expected);
        if (!File.Exists(file))
        {
            throw new BadInputException(file, $"there is no such file; expected {expected}.");
        }
    }

    /// <summary>The same where opening it says whether it is there.</summary>
    /// <inheritdoc cref="Require"/>
    public static void RequireNoFolder(string file, string expected)
    {
        if (Directory.Exists(file))
        {
            throw new BadInputException(file, $"is a folder; expected {expected}.");
        }
    }
}
