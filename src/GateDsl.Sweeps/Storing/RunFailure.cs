using System.Text.Json;

namespace GateDsl.Sweeps;

/// <summary>Why a run failed.</summary>
/// <param name="Run">Which.</param>
/// <param name="Attempts">How often it was tried to its end, in all processes.</param>
/// <param name="Error">The kind of error and its message, in one line.</param>
/// <param name="Details">The whole error with where it came from.</param>
internal sealed record RunFailure(int Run, int Attempts, string Error, string Details)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public static RunFailure Of(int run, int attempts, Exception exception)
    {
        string message = $"{exception.GetType().Name}: {exception.Message}".ReplaceLineEndings(" ");
        return new RunFailure(run, attempts, message, exception.ToString());
    }

    /// <summary>Writes the file of the failure.</summary>
    public void Write(string path, string beside) => WholeFile.Write(path, beside, stream => JsonSerializer.Serialize(stream, this, Indented));

    /// <summary>The failure in a file; null: there is none.</summary>
    public static RunFailure? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RunFailure>(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is JsonException || Disk.IsError(exception))
        {
            return null;
        }
    }
}
