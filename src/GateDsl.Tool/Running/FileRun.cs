using System.Text;
using GateDsl.Commanding;
using GateDsl.Tool.Arrays;

namespace GateDsl.Tool.Running;

/// <summary>
/// What every command has in common that goes from files to an answer: what cannot be used is refused in one line, and then nothing is written.
/// </summary>
/// <param name="error">For one line on what went wrong.</param>
internal sealed class FileRun(TextWriter error)
{
    /// <summary>Does it; see <see cref="ExitCode"/>.</summary>
    /// <param name="name">Of the command.</param>
    /// <param name="run">Throws <see cref="BadInputException"/> on what cannot be used.</param>
    public int Guarded(string name, Action run)
    {
        try
        {
            run();
            return ExitCode.Done;
        }
        catch (BadInputException exception)
        {
            error.WriteLine(OneLine.Of(exception));
            return ExitCode.WrongCall;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine($"{name} was stopped; nothing was written.");
            return ExitCode.Cancelled;
        }
        catch (UnwritableException exception)
        {
            error.WriteLine(OneLine.Of(exception));
            return ExitCode.Failed;
        }
        catch (OutOfMemoryException)
        {
            error.WriteLine($"{name}: there is not enough memory for what was given.");
            return ExitCode.Failed;
        }
        catch (Exception exception)
        {
            // Also what no one thought of: a line that can be reported, and nothing written.
            error.WriteLine($"{name}: {OneLine.Of(exception)}");
            return ExitCode.Failed;
        }
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <param name="file">As the user named it.</param>
    /// <param name="text">All of it.</param>
    public static void Write(string file, string text) => Write(file, path => WholeFile.Write(path, Encoding.UTF8.GetBytes(text)));

    /// <summary>The same where something else knows how.</summary>
    /// <param name="file">As the user named it.</param>
    /// <param name="write">Writes it, whole or not at all.</param>
    public static void Write(string file, Action<string> write) => OutPlace.Guard(file, () => write(file));

    /// <summary>The file that is written is none that is read, and can be written as far as can be told.</summary>
    /// <param name="file">Written.</param>
    /// <param name="inputs">Read; null: not given.</param>
    /// <exception cref="BadInputException">It is one.</exception>
    /// <exception cref="UnwritableException">It cannot be written.</exception>
    public static void RequireOut(string file, params string?[] inputs)
    {
        RequireOther(file, inputs);
        OutPlace.RequireFile(file);
    }

    /// <summary>The file that is written is none that is read.</summary>
    /// <param name="file">Written.</param>
    /// <param name="inputs">Read; null: not given.</param>
    /// <exception cref="BadInputException">It is one.</exception>
    public static void RequireOther(string file, params string?[] inputs)
    {
        string path = Resolved(file);
        foreach (string input in inputs.OfType<string>())
        {
            if (File.Exists(input) && Resolved(input) == path)
            {
                throw new BadInputException(file, "--out is a file that is read; expected another one, as it would be overwritten.");
            }
        }
    }

    private static string Resolved(string file)
    {
        try
        {
            return WholeFile.Resolved(file);
        }
        catch (IOException exception)
        {
            throw new UnwritableException(file, exception);
        }
    }
}
