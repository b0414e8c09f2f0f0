namespace GateDsl.Tests.Identifying.Declaring;

/// <summary>A name stands for one thing in a declaration, whatever inputs are called. That the text compiles then is tested with the compiler.</summary>
public sealed class DeclarationNameTests
{
    [Theory]
    [InlineData("Common", "CommonNr2")]
    [InlineData("CommonIsOn", "CommonNr2")]
    [InlineData("Item", "Common")]
    public void ALayerHasANameOfItsOwn(string dense, string expected)
    {
        IdentificationResult found = Found("Which", dense);

        Assert.Equal(expected, found.Modules[0].Name);
        Assert.Contains($"public partial Layer {expected} {{ get; }}", found.ToDeclaration("Network"), StringComparison.Ordinal);
    }

    [Fact]
    public void TheClassHasANameOfItsOwn()
    {
        IdentificationResult found = Found("Outputs", "Features");

        foreach (string name in new[] { "Features", "Outputs", "Common", "Outputs0" })
        {
            Assert.Equal("className", Assert.Throws<ArgumentException>(() => found.ToDeclaration(name)).ParamName);
        }

        Assert.Contains("public partial Layer NetworkNetworkOutputs { get; }", found.ToDeclaration("NetworkOutputs"), StringComparison.Ordinal);
        Assert.Contains("public partial Layer NetworkOutputs { get; }", found.ToDeclaration("Network"), StringComparison.Ordinal);
    }

    [Fact]
    public void OfSeveralLayersToo()
    {
        IdentificationData data = IdentificationData.Of(4).OneHot("Hidden1", 2, [0, 1, 0, 1]).OneHot("NetworkHidden1", 2, [0, 0, 1, 1])
            .WithTargets([1, 0, 0, 1], 1);

        DeepForecastResult foreseen = Identification.ForecastDeep(data, [6, 6], 0.1, 0.01, 20);

        string text = foreseen.ToDeclaration("Network");
        Assert.Contains("public partial Layer NetworkNetworkHidden1 { get; }", text, StringComparison.Ordinal);
        Assert.Contains("public partial Layer Hidden2 { get; }", text, StringComparison.Ordinal);
        foreach (string name in new[] { "Hidden1", "Hidden2", "NetworkNetworkHidden1", "Outputs" })
        {
            Assert.Equal("className", Assert.Throws<ArgumentException>(() => foreseen.ToDeclaration(name)).ParamName);
        }
    }

    /// <summary>Members that the compiler gives every network, and those of every object.</summary>
    [Theory]
    [InlineData("Dataset")]
    [InlineData("Train")]
    [InlineData("ReluTwin")]
    [InlineData("Compiled")]
    [InlineData("ToString")]
    public void WhatTheCompilerAddsIsNoNameToGive(string name)
    {
        Assert.Contains(name, Assert.Throws<ArgumentException>(() => IdentificationData.Of(2).OneHot(name, 2, [0, 1])).Message, StringComparison.Ordinal);
        Assert.Contains(name, Assert.Throws<ArgumentException>(() => Found(name, "Features")).Message, StringComparison.Ordinal);
        Assert.Equal("className", Assert.Throws<ArgumentException>(() => Found("Which", "Features").ToDeclaration(name)).ParamName);
        DeepForecastResult foreseen =
            Identification.ForecastDeep(IdentificationData.Of(2).OneHot("Item", 2, [0, 1]).WithTargets([1, 0], 1), [4, 4], 0.1, 0.01, 5);
        Assert.Equal("className", Assert.Throws<ArgumentException>(() => foreseen.ToDeclaration(name)).ParamName);
    }

    /// <summary>
    /// Gates of each value of the last input are the copies of a bank, of two too; inside one it tells nothing, so they do not read it. Evidence
    /// says which copy it is of.
    /// </summary>
    [Fact]
    public void TwoCopiesAreABank()
    {
        IdentificationData data = IdentificationData.Of(6).OneHot("Item", 3, [0, 1, 2, 0, 1, 2]).OneHot("Context", 2, [0, 0, 0, 1, 1, 1]);
        LayerRecordings recordings = new(data);
        recordings.Add(new[,] { { true, true, true, true, true, true }, { true, true, true, false, false, false }, { false, false, false, true, true, true } },
            [2, 1, 1]);

        IdentificationResult found = Identification.Of(recordings, data, new() { Modules = 3, Starts = 8, Repetitions = 1 });

        Assert.Equal(["Common", "Singles[0]", "Singles[1]"], found.Modules.Select(module => module.Name).Order(StringComparer.Ordinal));
        string[] lines = [.. found.ToDeclaration("Network").Split('\n').Select(line => line.Trim())];
        Assert.Contains(lines, line => line.StartsWith("// Singles[0], Context 0: 25% (25%, 25%) of the strength", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("// 50% (50%, 50%) of the strength", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("From(nameof(Item)), OnePer(nameof(Context))", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("From(nameof(Item), nameof(Context))", StringComparison.Ordinal));
    }

    /// <summary>Three datapoints with two different inputs, and no targets: what is not known is said beside what stands for it.</summary>
    [Theory]
    [InlineData(true, "/// <summary>One of the 2 vectors listed above.</summary>", "public partial Selector Which { get; }")]
    [InlineData(false, "/// <summary>Dense; 2 different vectors were looked at.</summary>", "public partial GateInput ")]
    public void InputsAndOutputsSayWhatTheyAre(bool isListed, string expected, string gates)
    {
        double[] values = [1, 0, 0, 1, 1, 0];
        IdentificationData data = isListed
            ? IdentificationData.Of(3).Dense("Features", "Which", 2, values)
            : IdentificationData.Of(3).Dense("Features", 2, values);
        LayerRecordings recordings = new(data);
        recordings.Add(new[,] { { true, true, true }, { true, false, true } }, [2, 1]);

        string text = Identification.Of(recordings, data, new() { Modules = 2, Starts = 8, Repetitions = 1 }).ToDeclaration("Network");

        Assert.Contains($"{expected}\n    [Input(2)]\n    public partial Layer Features {{ get; }}", text, StringComparison.Ordinal);
        Assert.Contains(gates, text, StringComparison.Ordinal);
        Assert.Contains("// No targets were given: put the number of the network's outputs here.\n", text, StringComparison.Ordinal);
        Assert.Contains("[Output(1), ", text, StringComparison.Ordinal);
    }

    private static IdentificationResult Found(string selector, string dense)
    {
        IdentificationData data = IdentificationData.Of(3).Dense(dense, selector, 2, [1, 0, 0, 1, 1, 1]);
        LayerRecordings recordings = new(data);
        recordings.Add(new[,] { { true, true, true }, { true, false, false } }, [2, 1]);
        return Identification.Of(recordings, data, new() { Modules = 2, Starts = 8, Repetitions = 1 });
    }
}
