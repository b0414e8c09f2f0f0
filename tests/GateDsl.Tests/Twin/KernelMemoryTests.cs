namespace GateDsl.Tests.Twin;

/// <summary>Kernels over many datapoints are refused before a network is trained for them.</summary>
public sealed class KernelMemoryTests
{
    [Fact]
    public void SnapshotsOfTooManyDatapointsAreRefusedWithTheirBytes()
    {
        const int Datapoints = 1_000_000;
        TwinTask task = new(Datapoints, 1, new double[Datapoints], [new TwinOutput("Y", 1, new double[Datapoints], null, LossRule.Squared)]);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => RepresentativeNetworks.Run(
            task,
            new TwinShape([4, 4], [0.1, 0.1, 0.1]),
            new TwinDescent { Epochs = 10, StepSize = 1e-3 },
            new DrawPlan { Draws = 2, Units = 4, SnapshotEpochs = [0, 5] }));
        Assert.Equal("SnapshotEpochs", refused.ParamName);

        // Two hidden layers, both together, the tangents; two epochs of two draws.
        Assert.Contains("128,000,000,000,000 bytes", refused.Message, StringComparison.Ordinal);
    }
}
