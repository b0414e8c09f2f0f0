using System.Globalization;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Stories;

namespace Paper.Fig4;

/// <summary>What the report says of three contexts.</summary>
internal static class Fig4Story
{
    public static readonly Story Story = new(
        "Three contexts: pairs of contexts race against single ones",
        [
            "Eight objects are shown in three contexts. Some of their properties hold in every context, others in one alone. Everyone agrees that a common "
            + "pathway, always on, learns what the contexts share. But who learns the rest? One might give every context a pathway of its own: common + singles. "
            + "Or every pair of contexts: common + pairs, so that each context is served by two pathways together.",
            "The pairs see twice as many datapoints as the singles, and their strength s is larger. Put both into one network and they race. The curve with both is "
            + "that of the pairs: the singles have lost, and a ReLU network goes the way of the pairs.",
        ],
        [
            new("Fig4/ThreeContexts.cs", ThreeContexts.Description),
            new("Fig4/ThreeContextsSingles.cs", ThreeContextsSingles.Description),
            new("Fig4/ThreeContextsBoth.cs", ThreeContextsBoth.Description),
        ],
        [
            new("Loss of the ReLU network and of the three gatings", "losses", "epoch", "epoch", "loss (sum over datapoints)",
                [Subject.Relu, Subject.Gdln, Subject.Singles, Subject.Both]),
            new(
                "The same two networks, and what was predicted of them before training",
                "predictions",
                "epoch",
                "epoch",
                "loss (sum over datapoints)",
                [Subject.Relu, Subject.Gdln, Subject.Expected, Subject.Twin, Subject.Widths, Subject.Modes]),
        ],
        [
            new("Common + pairs imitates the ReLU network", "gdln_vs_relu_rms", 0, 0.02),
            new("Common + singles is left behind", "singles_vs_relu_rms", 0.03, double.PositiveInfinity),
            new("Beside the pairs the singles change little", "both_vs_relu_rms", 0, 0.02),
            new("The gated network is predicted from the distribution of its initial weights", "expected_vs_gdln_rms", 0, 0.01),
            new("The ReLU network is predicted from the data and sigma", "twin_vs_relu_rms", 0, 0.006),
        ])
    {
        Winner = metrics => string.Create(
            CultureInfo.InvariantCulture,
            $"{(metrics["gdln_vs_relu_rms"] < metrics["singles_vs_relu_rms"] ? "The pairs" : "The singles")}: with pairs the gated network keeps to the ReLU network within an rms of "
            + $"{metrics["gdln_vs_relu_rms"]:G2}, with singles within {metrics["singles_vs_relu_rms"]:G2}, and with both, which race, within {metrics["both_vs_relu_rms"]:G2}."),
        Pictures =
        [
            ("strengths", "The modes of each pathway, trained and predicted: the common pathway's rise first, those of the pairs take what it leaves."),
            ("outputs_relu", "What the ReLU network answers during its training, beside the targets."),
            ("hidden", "The hidden activations of every datapoint over the training, in two dimensions."),
            ("census", "Which kinds of gates the units of the ReLU network have while it trains."),
        ],
    };
}
