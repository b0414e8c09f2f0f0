using System.ComponentModel;
using System.Diagnostics;
using GateDsl.Tool.Arrays;

namespace GateDsl.Tool.Publishing;

/// <summary>A run of the SDK.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Lines">What it said.</param>
internal sealed record SdkRun(int ExitCode, IReadOnlyList<string> Lines)
{
    /// <summary>Publishes a project.</summary>
    /// <exception cref="BadInputException">There is no SDK.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; the SDK has ended.</exception>
    public static SdkRun Publish(PublishedProject project, CancellationToken cancellationToken)
    {
        // The host of this very tool, where it was started by one: it knows its SDKs.
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
        ProcessStartInfo start = new(dotnet, ["publish", project.File, "-c", "Release", "-nologo", "-v", "m", "-nodeReuse:false"])
        {
            WorkingDirectory = project.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        using Process process = Start(start);
        process.StandardInput.Close();
        Task<string> said = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> complained = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using (cancellationToken.Register(() => process.Kill(entireProcessTree: true)))
        {
            process.WaitForExit();
        }

        cancellationToken.ThrowIfCancellationRequested();
        string[] lines = [.. (said.Result + complained.Result).Split('\n').Select(line => line.Trim())];
        return new SdkRun(process.ExitCode, lines);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new BadInputException("dotnet", "is not on the path; expected the .NET 10 SDK (https://dotnet.microsoft.com/download).", exception);
        }
    }
}
