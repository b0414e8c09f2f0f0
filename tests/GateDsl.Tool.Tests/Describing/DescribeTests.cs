using System.Text.Json;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Describing;

/// <summary>describe, on the assembly of a program with one network.</summary>
public sealed class DescribeTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Quickstart.dll");

    [Fact]
    public void ANetworkIsTreePathsGatesAndFlowchart()
    {
        ToolRun run = ToolRun.Of("describe", Program);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Quickstart.ThreeContexts\n\nThreeContexts: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("  Item > Pairs[1] > Properties, on where Context in {0, 2}\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Pairs[1], on where Context in {0, 2}: ContextOnly.", run.Output, StringComparison.Ordinal);
        Assert.Contains("flowchart LR", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ThreeContexts")]
    [InlineData("Quickstart.ThreeContexts")]
    public void ANetworkIsChosenByItsName(string name)
    {
        using JsonDocument answer = JsonDocument.Parse(ToolRun.Of("describe", Program, "--network", name, "--json").Output);

        JsonElement network = answer.RootElement.GetProperty("networks").EnumerateArray().Single();
        Assert.Equal("Quickstart.ThreeContexts", network.GetProperty("name").GetString());
        Assert.Equal(5, network.GetProperty("pathways").GetArrayLength());
        Assert.Equal(["AlwaysOn", "ContextOnly", "ContextOnly", "ContextOnly"],
            network.GetProperty("gates").EnumerateArray().Select(gate => gate.GetProperty("class").GetString()));
    }

    [Fact]
    public void AnUnknownNameIsAnsweredByTheKnownOnes()
    {
        ToolRun run = ToolRun.Of("describe", Program, "--network", "Three");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"{Program}: has no network Three; it has Quickstart.ThreeContexts.\n", run.Error.ReplaceLineEndings("\n"));
    }
}
