using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace GateDsl.Mutation.Testing;

/// <summary>The runner's end of a <see cref="TestHost"/>: starts it, asks it, and ends it when it does not answer.</summary>
internal sealed class TestProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly BlockingCollection<string> _lines = [];

    private TestProcess(string folder, string tests, int mutants)
    {
        // The runner stands beside the tests, so that it finds what they find. A mutant may not take all memory.
        string stem = Path.Combine(folder, tests);
        ProcessStartInfo start = new("dotnet",
        [
            "exec", "--depsfile", stem + ".deps.json", "--runtimeconfig", stem + ".runtimeconfig.json", Path.Combine(folder, "GateDsl.Mutation.dll"),
            "host", stem + ".dll",
            mutants.ToString(CultureInfo.InvariantCulture),
        ])
        { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = "0xC0000000";
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                _lines.CompleteAdding();
            }
            else if (line.Data.IndexOf(Protocol.Mark, StringComparison.Ordinal) is >= 0 and int at)
            {
                _lines.Add(line.Data[(at + Protocol.Mark.Length)..]);
            }
        };
        _process.BeginOutputReadLine();
    }

    /// <summary>Unique id and name of every test, in the order of their numbers.</summary>
    public List<(string Id, string Name)> Tests { get; } = [];

    public static TestProcess Start(string folder, string tests, int mutants)
    {
        TestProcess process = new(folder, tests, mutants);
        while (process.Read(TimeSpan.FromMinutes(5)) is { } line)
        {
            if (line == "ready")
            {
                return process;
            }

            string[] words = line.Split(' ', 3);
            process.Tests.Add((words[1], words[2]));
        }

        throw new InvalidOperationException($"The process that runs {tests} does not start.");
    }

    /// <summary>Null: it crashed.</summary>
    public string[]? Cover(int test)
    {
        _process.StandardInput.WriteLine($"cover {test}");
        return Read(TimeSpan.FromMinutes(10))?.Split(' ');
    }

    /// <summary>Runs tests until one fails.</summary>
    /// <returns>The verdict and the test that gave it. After a crash this process is gone.</returns>
    public (Verdict Verdict, int Test) Try(bool isChecked, int mutant, IEnumerable<(int Test, int Milliseconds)> tests)
    {
        Dictionary<int, int> times = tests.ToDictionary();
        int at = -1;
        try
        {
            _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(isChecked ? "run" : "quick")} {mutant} {string.Join(' ', times.Select(test => $"{test.Key}:{test.Value}"))}"));
        }
        catch (IOException)
        {
            return (Verdict.Crashed, at);
        }

        while (true)
        {
            // The process finds itself out when a test is late; here only one that cannot.
            TimeSpan most = at < 0
                ? TimeSpan.FromMinutes(1)
                : TimeSpan.FromMilliseconds((2 * TestHost.WallClock * ((5.0 * times[at]) + 1000)) + Patience.TotalMilliseconds);
            switch (Read(most)?.Split(' '))
            {
                case null:
                    Dispose();
                    return (Verdict.Crashed, at);
                case ["at", { } test]:
                    at = int.Parse(test, CultureInfo.InvariantCulture);
                    break;
                case [{ } verdict, { } test]:
                    return (Enum.Parse<Verdict>(verdict), int.Parse(test, CultureInfo.InvariantCulture));
            }
        }
    }

    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
        }

        _process.Dispose();
    }

    /// <summary>Null: too late, or the process has ended.</summary>
    private string? Read(TimeSpan most)
    {
        try
        {
            return _lines.TryTake(out string? line, most) ? line : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
