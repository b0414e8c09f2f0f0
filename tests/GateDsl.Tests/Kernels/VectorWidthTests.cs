using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace GateDsl.Tests.Kernels;

/// <summary>The kernels with the registers of lesser machines: the runtime is told not to use what this one has, which needs a process each.</summary>
public sealed class VectorWidthTests
{
    /// <summary>In such a process: the widest register in bits that it may use.</summary>
    private const string Widest = "GATEDSL_WIDEST_REGISTER";

    [Theory]
    [InlineData(256, "DOTNET_EnableAVX512", "DOTNET_EnableAVX512F")]
    [InlineData(128, "DOTNET_EnableAVX2", "DOTNET_EnableAVX512", "DOTNET_EnableAVX512F")]
    [InlineData(128, "DOTNET_EnableAVX")]
    [InlineData(128, "DOTNET_EnableHWIntrinsic")]
    public async Task KernelsComputeTheSameWithNarrowerRegisters(int widest, params string[] off)
    {
        if (Environment.GetEnvironmentVariable(Widest) is not null)
        {
            return;
        }

        ProcessStartInfo start =
            new("dotnet", ["vstest", typeof(VectorWidthTests).Assembly.Location, $"--TestCaseFilter:FullyQualifiedName~{typeof(KernelTests).Namespace}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
        start.Environment[Widest] = $"{widest}";
        foreach (string registers in off)
        {
            start.Environment[registers] = "0";
        }

        using Process child = Process.Start(start)!;
        Task<string> output = child.StandardOutput.ReadToEndAsync(), errors = child.StandardError.ReadToEndAsync();
        await child.WaitForExitAsync();

        Assert.True(child.ExitCode == 0, await output + await errors);
        Assert.Contains("Passed", await output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheRegistersAreThoseThatWereAskedFor()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable(Widest), out int widest))
        {
            Assert.False(Vector512.IsHardwareAccelerated);
            Assert.False(Vector256.IsHardwareAccelerated && widest < 256);
        }
    }
}
