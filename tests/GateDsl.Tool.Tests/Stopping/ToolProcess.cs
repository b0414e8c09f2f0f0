using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GateDsl.Tool.Tests.Stopping;

/// <summary>The tool as a process of its own, to be sent signals.</summary>
internal sealed partial class ToolProcess : IDisposable
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    public ToolProcess(params string[] args)
    {
        // A shell has its background jobs ignore Ctrl+C, and so would their children; where it can be, that is undone.
        string[] command = ["dotnet", "exec", typeof(ToolCommand).Assembly.Location, .. args];
        command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", .. command] : command;
        _process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    public bool IsRunning => !_process.HasExited;

    public void Send(int signal) => _ = SendTo(_process.Id, signal);

    /// <summary>Its exit code, where it ends in time.</summary>
    public int? WaitForExit(TimeSpan time) => _process.WaitForExit(time) ? _process.ExitCode : null;

    public async Task<(string Output, string Error)> Said() => (await _output, await _error);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendTo(int process, int signal);
}
