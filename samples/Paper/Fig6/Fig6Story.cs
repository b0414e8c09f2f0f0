using System.Globalization;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Stories;

namespace Paper.Fig6;

/// <summary>What the report says of two hidden layers.</summary>
internal static class Fig6Story
{
    public static readonly Story Story = new(
        "Two hidden layers: when does a deep ReLU network learn what?",
        [
            "A network with two hidden layers learns the three contexts in steps: for thousands of epochs the loss rests, then it drops to the next level. Which levels, "
            + "and when? The levels follow from the data: each is the best that a map of the next higher rank can do, one level of the hierarchy after the other. The times follow from "
            + "representative networks: smaller ones, with weights larger in proportion, that do to every direction what the large network does in the mean. They know the data and "
            + "the size of the initial weights; nothing is fitted, and the cost does not depend on the width.",
            "Which gated network follows? One with fixed gates, trained from the plain start, rests at other levels. A linear first layer below a second layer whose units "
            + "gate themselves follows with nothing set by hand: the first ReLU layer can be replaced by a linear one, the second cannot.",
        ],
        [new("Fig6/SelfGatedContexts.cs", SelfGatedContexts.Description), new("Fig6/FixedGates.cs", FixedGates.Description)],
        [
            new(
                "Loss of the ReLU network, of what follows it, and as predicted",
                "losses",
                "epoch",
                "epoch",
                "loss (sum over datapoints)",
                [Subject.Relu, Subject.DeepTwin, Fig6Subjects.SelfGated, Fig6Subjects.Schedule, Fig6Subjects.Joint]),
        ],
        [
            new("The first level is the best rank-one map: 66 (same structures)", "relu_plateau_1", 65.5, 66.5),
            new("Representative networks predict the mean of the ReLU networks", "twin_vs_relu_rms", 0, 0.025),
            new("and a draw of them is as near to a network, once drops are aligned, as another network is", "twin_vs_relu_aligned_rms", 0, 0.016),
            new("Linear below self-gated follows the ReLU network", "selfgated_vs_relu_rms", 0, 0.08),
            new("and keeps to it once early and late drops are aligned", "selfgated_vs_relu_aligned_rms", 0, 0.02),
            new("The units of the first layer are mostly on: it is nearly linear", "relu_first_layer_on", 0.6, 0.9),
        ])
    {
        Winner = metrics => metrics.TryGetValue("relu_drop_1", out double measured) && metrics.TryGetValue("predicted_drop_1", out double predicted)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Here modes race, the strongest first. The first drop was predicted at epoch {predicted:F0}; in the trained networks it was at {measured:F0}.")
            : null,
        Pictures = [("losses", "The same with the levels that the data fix (dotted), and the band that is to hold four fifths of the networks."),
            ("census", "Which kinds of gates the units of both layers have while the network trains, and below as they were forecast before.")],
    };
}
