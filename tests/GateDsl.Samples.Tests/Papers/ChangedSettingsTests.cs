using System.Collections;
using System.Reflection;
using GateDsl.Samples.Running;
using GateDsl.Samples.Writing;
using Paper.Compiling;

namespace GateDsl.Samples.Tests.Papers;

/// <summary>
/// Every figure with other settings, as its page invites its reader to try: one place each to change, figures that fit what was changed, and
/// predictions of the network that is trained. The sources are compiled anew with the changes.
/// </summary>
public sealed class ChangedSettingsTests
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>Folders that no figure needs: the command line, and the page, which another generator than ours takes part in.</summary>
    private static readonly string[] Elsewhere = ["bin", "obj", "Commanding", "Report"];

    /// <summary>File, what stands there once, what takes its place.</summary>
    private static readonly (string File, string Old, string New)[] Changes =
    [
        ("Depth/DepthSettings.cs", " Units = 300", " Units = 30"),
        ("Depth/DepthSettings.cs", "StepSize = 1e-3", "StepSize = 2e-3"),
        ("Depth/DepthSettings.cs", "Draws = 16", "Draws = 2"),
        ("Depth/DepthSettings.cs", "Shown = 0.3", "Shown = 0.8"),
        ("Depth/DepthSettings.cs", "Sizes = [0.15, 0.2, 0.3, 0.45, 0.65]", "Sizes = [0.5, 0.8]"),
        ("Fig2/Fig2Settings.cs", "Shown = [0.4, 0.8165, 1.5]", "Shown = [0.5]"),
        ("Fig2/Fig2Settings.cs", "Concat([0.2, 0.6, 1, 1.2, 2])", "Concat([3])"),
        ("Fig2/Fig2Settings.cs", "ReluUnits = 128", "ReluUnits = 30"),
        ("Fig2/Fig2Settings.cs", "LinearUnits = 64", "LinearUnits = 20"),
        ("Fig2/Fig2Settings.cs", "XorUnits = 32", "XorUnits = 7"),
        ("Fig2/Fig2Settings.cs", "StepSize = 0.02", "StepSize = 0.03"),
        ("Fig2/Fig2Settings.cs", "Sigma = 1e-3", "Sigma = 2e-3"),
        ("Fig4/Fig4Settings.cs", "ReluUnits = 700", "ReluUnits = 50"),
        ("Fig4/Fig4Settings.cs", "Units = 100", "Units = 12"),
        ("Fig4/Fig4Settings.cs", "StepSize = 1e-3", "StepSize = 2e-3"),
        ("Fig5/Fig5Settings.cs", " Units = 100", " Units = 12"),
        ("Fig5/Fig5Settings.cs", "FourTwinUnits = 500", "FourTwinUnits = 40"),
        ("Fig5/Fig5Settings.cs", "FiveTwinUnits = 600", "FiveTwinUnits = 45"),
        ("Fig5/Fig5Settings.cs", " TwinUnits = 700", " TwinUnits = 50"),
        ("Fig6/Fig6Settings.cs", " Units = 420", " Units = 24"),
        ("Fig6/Fig6Settings.cs", "CommonUnits = 240", "CommonUnits = 14"),
        ("Fig6/Fig6Settings.cs", "Draws = 8", "Draws = 3"),
        ("Fig6/Fig6Settings.cs", "BandShare = 0.8", "BandShare = 0.4"),
        ("Fig6/Fig6Settings.cs", "AuthorsStart = 500", "AuthorsStart = 2"),
        ("Fig6/Fig6Settings.cs", "AuthorsOpenPairs = 12_000", "AuthorsOpenPairs = 5"),
        ("Fig7/Fig7Settings.cs", "StepSize = 0.01", "StepSize = 0.02"),
        ("Fig7/Fig7Settings.cs", "Sigma = 1e-3", "Sigma = 1e-2"),
        ("Fig8/Fig8Settings.cs", "Recordings = 20", "Recordings = 5"),
        ("Fig8/Fig8Settings.cs", "MostClusters = 8", "MostClusters = 6"),
        ("Generalisation/GeneralisationSettings.cs", "OneIn = 5", "OneIn = 4"),
        ("Generalisation/GeneralisationSettings.cs", "Domains = 7", "Domains = 5"),
        ("Generalisation/GeneralisationSettings.cs", "Trained = 4", "Trained = 2"),
        ("Generalisation/GeneralisationSettings.cs", "DirectUnits = 64", "DirectUnits = 30"),
        ("Generalisation/GeneralisationSettings.cs", "TrainingImages = 50", "TrainingImages = 20"),
        ("Generalisation/GeneralisationSettings.cs", "DigitUnits = 500", "DigitUnits = 16"),
        ("Generalisation/GeneralisationSettings.cs", "DigitStepSize = 0.01", "DigitStepSize = 0.02"),
        ("Leaky/LeakySettings.cs", " Units = 700", " Units = 40"),
        ("Leaky/LeakySettings.cs", "StepSize = 1e-3", "StepSize = 2e-3"),
        ("Leaky/LeakySettings.cs", "Sigma = 0.005 / Units", "Sigma = 0.01 / Units"),
        ("Representations/RepresentationsSettings.cs", "Parts = 40", "Parts = 6"),
        ("Representations/RepresentationsSettings.cs", " Frames = 8", " Frames = 5"),
        ("RichLazy/RichLazySettings.cs", "Datapoints = 24", "Datapoints = 9"),
        ("RichLazy/RichLazySettings.cs", "Inputs = 8", "Inputs = 5"),
        ("RichLazy/RichLazySettings.cs", "Outputs = 12", "Outputs = 6"),
        ("RichLazy/RichLazySettings.cs", "Strengths = [4, 2]", "Strengths = [5, 3, 1]"),
        ("RichLazy/RichLazySettings.cs", " Units = 500", " Units = 20"),
        ("RichLazy/RichLazySettings.cs", "Side = 30", "Side = 7"),
        ("RichLazy/RichLazySettings.cs", "TrainedSigmas = 8", "TrainedSigmas = 3"),
        ("RichLazy/RichLazySettings.cs", "TrainedRatios = 5", "TrainedRatios = 2"),
        ("Routing/RoutingSettings.cs", "Gain = 0.2", "Gain = 0.4"),
        ("Routing/RoutingSettings.cs", "Gains = [0.2, 0.66, 1.12, 1.58, 2.04, 2.5]", "Gains = [0.3, 1]"),
    ];

    private static readonly Lazy<IReadOnlyList<IExperiment>> Changed = new(Compile);

    /// <summary>Updates of each, enough to come to every part of its figures.</summary>
    [Theory]
    [InlineData("depth", 60)]
    [InlineData("fig2", 8)]
    [InlineData("fig4", 8)]
    [InlineData("fig5", 8)]
    [InlineData("fig6", 12)]
    [InlineData("fig7", 60)]
    [InlineData("fig8", 40)]
    [InlineData("generalisation", 6)]
    [InlineData("leaky", 8)]
    [InlineData("representations", 8)]
    [InlineData("richlazy", 8)]
    [InlineData("routing", 6)]
    public void AFigureFollowsItsSettings(string name, int epochs)
    {
        Findings findings = Run(name, epochs);

        Assert.Contains(findings.Files, file => file.Name.EndsWith(".png", StringComparison.Ordinal));
        Assert.NotEmpty(findings.Metrics.Values);
    }

    [Fact]
    public void PredictionsAreOfTheWidthsThatAreTrained()
    {
        IReadOnlyDictionary<string, double> metrics = Run("fig2", 2_000).Metrics.Values;

        foreach (string network in new[] { "linear", "xor" })
        {
            double trained = metrics[$"half_epoch_{network}_m0.5"];
            Assert.Equal(metrics[$"half_epoch_{network}_m0.5_predicted"], trained, 0.05 * trained);
        }
    }

    private static Findings Run(string name, int epochs)
    {
        IExperiment experiment = Changed.Value.Single(one => one.Name == name);
        return experiment.Run(
            new RunSettings([1], epochs, experiment.Defaults.Structure), new WorkRunner(new PlainProgress(TextWriter.Null), CancellationToken.None));
    }

    private static IReadOnlyList<IExperiment> Compile()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GateDsl.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        string paper = Path.Combine(folder, "samples", "Paper");
        Dictionary<string, string> sources = Directory.GetFiles(paper, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(paper, file).Replace('\\', '/'))
            .Where(file => file != "Program.cs" && !Elsewhere.Contains(file.Split('/')[0]))
            .Order(StringComparer.Ordinal)
            .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(paper, file)));
        foreach ((string file, string old, string replacement) in Changes)
        {
            Assert.Equal(2, sources[file].Split(old).Length);
            sources[file] = sources[file].Replace(old, replacement, StringComparison.Ordinal);
        }

        Assembly changed = RuntimeDeclaration.Load("ChangedPaper", [Usings, .. sources.Values]);
        object all = changed.GetType("Paper.Experiments")!.GetField("All")!.GetValue(null)!;
        return [.. ((IEnumerable)all).Cast<IExperiment>()];
    }
}
