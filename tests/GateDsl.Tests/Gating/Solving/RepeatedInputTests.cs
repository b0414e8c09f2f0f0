using GateDsl.Gating;

namespace GateDsl.Tests.Gating.Solving;

/// <summary>Datapoints with the same input, inputs without values, and names that begin alike.</summary>
public sealed class RepeatedInputTests
{
    [Fact]
    public void WhereTheInputIsZeroTheDatapointThatIsOnIsProofEnough()
    {
        Certificate certificate = Assert.IsType<Certificate>(GateDecider.Decide(Domains.Stimuli("0 0", "1 0", "0 0"), Domains.Gate("001")).Certificate);

        Assert.Equal([new CertificateTerm(2, 1)], certificate.On);
        Assert.Empty(certificate.Off);
    }

    [Fact]
    public void AnInputThatTwoDatapointsHaveIsNamedByTheFirst()
    {
        Domain domain = Domains.Stimuli("0 1", "1 0", "1 0");
        GatePattern gate = Domains.Gate("011");

        Assert.Contains("(Sample 1)", Explanation.Of(domain, gate, GateDecider.Decide(domain, gate)), StringComparison.Ordinal);
    }

    [Fact]
    public void StimuliBelongToTheSelectorOfTheirWholeName()
    {
        Domain domain = new(
        [
            DomainIndex.Selector("Sample2", 3), DomainIndex.Selector("Sample", 2), new DenseInput("Unknown", 4, null),
            new DenseInput("Pixels", 1, new("Sample", [Domains.Row("1"), Domains.Row("2")])), DomainIndex.OneHot("Item", 2, IndexRole.Item),
        ]);

        Assert.Equal(7, domain.Features);
        Assert.Equal(["Pixels 4 1", "Item 5 2"], domain.Blocks.Select(block => $"{block.Name} {block.Offset} {block.Index}"));
    }
}
