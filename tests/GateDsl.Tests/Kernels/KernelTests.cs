namespace GateDsl.Tests.Kernels;

/// <summary>
/// Every kernel against loops over its definition: random extents, edges of registers and tiles first, unaligned starts, rows any way apart, in both
/// precisions, with nothing read or written around the matrices. GATEDSL_KERNEL_CASES=N in the environment runs N of them.
/// </summary>
public sealed class KernelTests
{
    private const int Unsaid = 20_000;

    private static readonly (string Name, Action<Random> Run)[] Cases =
    [
        .. MatrixKernelCases<float>.All, .. MatrixKernelCases<double>.All,
        .. BatchKernelCases<float>.All, .. BatchKernelCases<double>.All,
        .. RowArithmeticCases<float>.All, .. RowArithmeticCases<double>.All,
    ];

    [Fact]
    public void KernelsComputeTheirDefinitionAndTouchNothingElse()
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("GATEDSL_KERNEL_CASES"), out int asked) ? asked : Unsaid;
        List<string> faults = [];
        for (int seed = 0; seed < count && faults.Count < 10; seed++)
        {
            (string name, Action<Random> run) = Cases[seed % Cases.Length];
            Exception? thrown = Record.Exception(() => run(new Random(seed)));
            if (thrown is not null)
            {
                faults.Add($"{name}, case {seed}: {(thrown is Xunit.Sdk.XunitException ? thrown.Message : thrown)}");
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }
}
