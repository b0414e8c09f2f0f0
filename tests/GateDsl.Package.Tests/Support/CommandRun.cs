using System.Diagnostics;
using System.Text;

namespace GateDsl.Package.Tests.Support;

/// <summary>What a command said and how it ended.</summary>
/// <param name="Command">The line.</param>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">Of both streams, standard output first.</param>
internal sealed record CommandRun(string Command, int ExitCode, string Output)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Runs it to its end.</summary>
    /// <param name="program">Found on the path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">Added to that of the tests, without what the build that runs them left there.</param>
    public static CommandRun Of(string program, IReadOnlyList<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(IsOfTheBuild).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using Process process = new() { StartInfo = start };
        StringBuilder output = new(), error = new();
        using CountdownEvent open = new(2);
        process.OutputDataReceived += (_, line) => Take(line.Data, output, open);
        process.ErrorDataReceived += (_, line) => Take(line.Data, error, open);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(Longest);
        }

        // Servers that a build leaves behind may keep the streams open: then what has come is all there is.
        open.Wait(TimeSpan.FromSeconds(10));
        process.CancelOutputRead();
        process.CancelErrorRead();
        string said;
        lock (open)
        {
            said = $"{output}{error}";
        }

        return new CommandRun($"{program} {string.Join(' ', arguments)}", process.ExitCode, said);
    }

    /// <summary>The same; the test fails with all that was said where it did not end well.</summary>
    public CommandRun Succeeded()
    {
        Assert.True(ExitCode == 0, $"{Command} ended with {ExitCode}:\n{Output}");
        return this;
    }

    /// <summary>The lines that warn.</summary>
    public string[] Warnings() => [.. Output.Split('\n').Where(line => line.Contains("warning ", StringComparison.Ordinal)).Distinct()];

    /// <summary>A line, or null at the end of its stream.</summary>
    private static void Take(string? line, StringBuilder said, CountdownEvent open)
    {
        lock (open)
        {
            if (line is not null)
            {
                said.Append(line).Append('\n');
            }
        }

        if (line is null)
        {
            open.Signal();
        }
    }

    private static bool IsOfTheBuild(string name) =>
        name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name is "DOTNET_HOST_PATH" or "DOTNET_CLI_CONTEXT_VERBOSE" or "CI";
}
