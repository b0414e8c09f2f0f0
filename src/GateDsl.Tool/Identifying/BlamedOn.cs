using GateDsl.Commanding;
using GateDsl.Tool.Arrays;

namespace GateDsl.Tool.Identifying;

/// <summary>What the library refuses, as a line on the file that it came from.</summary>
internal static class BlamedOn
{
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="use">Uses its numbers.</param>
    /// <param name="where">Where in the file.</param>
    /// <exception cref="BadInputException">The library refuses them.</exception>
    public static T File<T>(string file, Func<T> use, string where = "")
    {
        try
        {
            return use();
        }
        catch (ArgumentException exception)
        {
            throw new BadInputException(file, where + OneLine.Of(exception), exception);
        }
    }

    /// <inheritdoc cref="File{T}(string, Func{T}, string)"/>
    public static void File(string file, Action use, string where) => File(
        file,
        () =>
        {
            use();
            return true;
        },
        where);
}
