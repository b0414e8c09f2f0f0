using Digits;
using GateDsl.Samples.Running;
using GateDsl.Samples.Tests.Papers;

namespace GateDsl.Samples.Tests.Digits;

/// <summary>A call of samples/Digits that must succeed.</summary>
internal static class DigitsRunner
{
    public static void Run(TemporaryFolder folder, params string[] options)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = new DigitsCommand(new PlainProgress(output), output, error).Run([.. options, "--out", folder.Path], CancellationToken.None);
        Assert.Equal("", error.ToString());
        Assert.Equal(0, code);
    }
}
