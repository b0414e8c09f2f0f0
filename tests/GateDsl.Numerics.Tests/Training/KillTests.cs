using System.Diagnostics;
using GateDsl.Tests;

namespace GateDsl.Numerics.Tests.Training;

/// <summary>A training that is killed at random moments and called again ends with the bytes of one that was not.</summary>
public sealed class KillTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kill").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void KilledAFewTimes() => Run(kills: 5, seed: 1);

    [SlowFact]
    public void KilledThirtyTimes() => Run(kills: 30, seed: 2);

    private void Run(int kills, int seed)
    {
        Trainee whole = new(Gaussian.WithSigma(0.2), 4);
        whole.Train(TrainingData.Of(13, 1), KilledProgram.Options, TrainingData.Of(6, 2)).Save(At("whole-log.npz"));
        whole.Save(At("whole.npz"));
        Random random = new(seed);
        for (int killed = 0; killed < kills;)
        {
            using Process process = Start();
            if (process.WaitForExit(random.Next(50, 500)))
            {
                // Before it could be killed: from the start again.
                AssertSame(process);
                File.Delete(At("run.ckpt"));
                continue;
            }

            process.Kill();
            process.WaitForExit();
            killed++;
        }

        using Process last = Start();
        AssertSame(last);
        Assert.DoesNotContain(Directory.GetFiles(_folder), file => file.EndsWith(".unfinished", StringComparison.Ordinal));
    }

    private void AssertSame(Process process)
    {
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.True(process.ExitCode == 0, errors);
        Assert.Equal(File.ReadAllBytes(At("whole.npz")), File.ReadAllBytes(At("weights.npz")));
        Assert.Equal(File.ReadAllBytes(At("whole-log.npz")), File.ReadAllBytes(At("log.npz")));
    }

    private Process Start()
    {
        string host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        string[] arguments = ["exec", typeof(KilledProgram).Assembly.Location, At("run.ckpt"), At("weights.npz"), At("log.npz")];
        return Process.Start(new ProcessStartInfo(host, arguments) { RedirectStandardError = true })!;
    }

    private string At(string name) => Path.Combine(_folder, name);
}
