using System.Diagnostics;
using System.Globalization;

namespace GateDsl.Benchmarks.Timing;

/// <summary>This program again, in a process of its own: with other cores, or other instructions of the processor.</summary>
internal static class Child
{
    /// <summary>Starts it, waits, and reads the lines "key value" that it writes.</summary>
    /// <param name="task">What it does: see Program.</param>
    /// <param name="cores">How many cores it may use.</param>
    /// <param name="environment">Settings of the runtime.</param>
    public static IReadOnlyDictionary<string, string> Run(string task, int cores, params (string Name, string Value)[] environment)
    {
        using Cores mask = Cores.First(cores);
        ProcessStartInfo start = new(Environment.ProcessPath!, ["--child", task]) { RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1])
            : throw new InvalidOperationException($"The child process '{task}' failed with exit code {process.ExitCode}.");
    }

    /// <summary>One line of a child.</summary>
    public static void Say(string key, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key} {value:R}"));

    /// <summary>A number that a child said.</summary>
    public static double Number(this IReadOnlyDictionary<string, string> said, string key) => double.Parse(said[key], CultureInfo.InvariantCulture);
}
