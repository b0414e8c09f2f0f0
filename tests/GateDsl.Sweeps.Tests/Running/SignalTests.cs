using System.Diagnostics;
using GateDsl.Tests;

namespace GateDsl.Sweeps.Tests.Running;

public sealed class SignalTests : IDisposable
{
    /// <summary>Five seconds are promised; a machine that is busy with other tests may take longer, never as long as the run.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(SlowFactAttribute.IsAsked ? 5 : 60);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void EndsARunThatListensSoonAfterASigterm() => Stop("patient");

    [UnixFact]
    public void DropsARunThatDoesNotListenToASigterm() => Stop("stubborn");

    [UnixFact]
    public void EndsWellWhereTheLastRunEndsAfterASigterm()
    {
        Probe.Run(_folder.Path, "plan", "probe", "--set", "milliseconds=600", "--seeds", "0..1").Well();
        Process runner = Probe.Start(_folder.Path, "run");
        Probe.WaitForResults(_folder.Path, 1);
        Thread.Sleep(100);
        Probe.Signal(runner, "TERM");
        Probe.End(runner).Well();
    }

    private void Stop(string how)
    {
        // The run in hand takes ten minutes.
        Probe.Run(_folder.Path, "plan", "probe", "--set", "milliseconds=0,600000", "--set", $"how={how}", "--seeds", "0..2").Well();
        Process runner = Probe.Start(_folder.Path, "run");
        Probe.WaitForResults(_folder.Path, 3);
        Thread.Sleep(200);
        Assert.Contains("running: 1 in 1 process\n", Probe.Run(_folder.Path, "status").Well().Output);

        Stopwatch watch = Stopwatch.StartNew();
        Probe.Signal(runner, "TERM");
        Ended ended = Probe.End(runner);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Soon);
        ended.InOneLine(143, "3 done");
        Ended status = Probe.Run(_folder.Path, "status").Well();
        Assert.Contains("done: 3 of 6\nrunning: 0\nfailed: 0\nmissing: 3\n", status.Output);

        // A run that was dropped killed nobody.
        Assert.DoesNotContain("broke off", status.Output);
    }
}
