using System.Diagnostics;
using GateDsl.Sweeps.Probe;

namespace GateDsl.Sweeps.Tests;

/// <summary>The program of experiments that the tests start.</summary>
internal static class Probe
{
    /// <summary>Where it lies.</summary>
    public static string Path { get; } =
        System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "GateDsl.Sweeps.Probe.exe" : "GateDsl.Sweeps.Probe");

    /// <summary>Starts it in a folder.</summary>
    public static Process Start(string folder, params IEnumerable<string> arguments) => Start(folder, new Dictionary<string, string>(), arguments);

    /// <summary>Starts it in a folder, with variables.</summary>
    public static Process Start(string folder, IReadOnlyDictionary<string, string> variables, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(Path, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end. What does not run experiments is called in this process: starting one takes longer than all that it does.</summary>
    public static Ended Run(string folder, params IEnumerable<string> arguments)
    {
        string[] words = [.. arguments];
        if (words[0] is not ("plan" or "status" or "collect"))
        {
            return End(Start(folder, words));
        }

        Dictionary<string, string> paths =
            new() { ["--results"] = "results", ["--out"] = words[0] == "plan" ? "plan.json" : "all.csv", ["--plan"] = "plan.json" };
        foreach (string other in words[0] switch { "plan" => (string[])["--plan"], "status" => ["--out"], _ => [] })
        {
            paths.Remove(other);
        }

        List<string> rest = [];
        for (int i = 0; i < words.Length; i++)
        {
            if (paths.ContainsKey(words[i]))
            {
                paths[words[i]] = words[++i];
            }
            else
            {
                bool isPath = i > 0 && words[i - 1] == "--resources";
                rest.Add(isPath ? System.IO.Path.Combine(folder, words[i]) : words[i]);
            }
        }

        return Call.Of(ProbeProgram.Create(), [.. rest, .. paths.SelectMany(path => (string[])[path.Key, System.IO.Path.Combine(folder, path.Value)])]);
    }

    /// <summary>Runs it to its end, with variables.</summary>
    public static Ended Run(string folder, IReadOnlyDictionary<string, string> variables, params IEnumerable<string> arguments) =>
        End(Start(folder, variables, arguments));

    /// <summary>Waits for its end.</summary>
    public static Ended End(Process process)
    {
        using (process)
        {
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new Ended(process.ExitCode, output, error.Result);
        }
    }

    /// <summary>Runs another program to its end.</summary>
    public static Ended RunOther(string folder, string program, params IEnumerable<string> arguments) => End(Process.Start(
        new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!);

    /// <summary>The table of a plan that one process ran without being disturbed.</summary>
    public static byte[] UndisturbedTable(string folder)
    {
        Run(folder, "run", "--results", "undisturbed").Well();
        Run(folder, "collect", "--results", "undisturbed", "--out", "undisturbed.csv").Well();
        return File.ReadAllBytes(System.IO.Path.Combine(folder, "undisturbed.csv"));
    }

    /// <summary>The table of the folder "results".</summary>
    public static byte[] Table(string folder)
    {
        Run(folder, "collect").Well();
        return File.ReadAllBytes(System.IO.Path.Combine(folder, "all.csv"));
    }

    /// <summary>Sends a signal.</summary>
    public static void Signal(Process process, string signal) => RunOther("/", "kill", $"-{signal}", $"{process.Id}").Well();

    /// <summary>Waits until so many runs are done.</summary>
    public static void WaitForResults(string folder, int count)
    {
        string runs = System.IO.Path.Combine(folder, "results", "runs");
        Stopwatch watch = Stopwatch.StartNew();
        while (!Directory.Exists(runs) || Directory.EnumerateFiles(runs, "*.json", SearchOption.AllDirectories).Take(count).Count() < count)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"There were no {count} results within a minute.");
            Thread.Sleep(20);
        }
    }
}
