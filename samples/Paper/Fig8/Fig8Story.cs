using System.Globalization;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Stories;
using Paper.Fig4;

namespace Paper.Fig8;

/// <summary>What the report says of identification and forecast.</summary>
internal static class Fig8Story
{
    public static readonly Story Story = new(
        "Which gated network is this? From recorded activations to a declaration that compiles",
        [
            "So far the gates were declared, and a ReLU network followed. Here it is the other way round: a ReLU network is trained on the three contexts, and every 400 epochs it is "
            + "noted which of its 700 units are on at which datapoint. Units with alike gates are put together by k-means. How many clusters? For every k the gated network with the "
            + "gates of the clusters is predicted, and its losses are held against those of the ReLU network: where more clusters no longer help, the error has its elbow.",
            "What is found is written as a declaration, compiled and trained from small random weights, as if a person had declared it. The same is done before any ReLU network is "
            + "trained: representative units, which stand for a network of any width, are run in its place, and their gates are clustered.",
        ],
        [new("Fig4/ThreeContexts.cs", ThreeContexts.Description)],
        [
            new(
                "Loss of the ReLU network, of the network that was identified in it, and of the one that was forecast",
                "losses",
                "epoch",
                "epoch",
                "loss (sum over datapoints)",
                [Subject.Relu, Fig8Subjects.Identified, Fig8Subjects.Expected, Fig8Subjects.Forecast, Subject.Twin]),
            new("Errors of k clusters", "elbow", "k", "number of clusters k", "error", [Fig8Subjects.LossRms, Fig8Subjects.Error, Fig8Subjects.GateSpread]),
        ],
        [
            new("The elbow is at four clusters (share of the seeds)", "elbow_at_4", 0.8, 1),
            new("They are the common gate and the pairs of contexts (share of the seeds)", "common_and_pairs", 0.8, 1),
            new("The identified network imitates the ReLU network", "identified_vs_relu_rms", 0, 0.02),
            new("The shares of path strength were forecast", "forecast_share_error_max", 0, 0.05),
            new("The forecast network imitates the ReLU network", "forecast_vs_relu_rms", 0, 0.02),
        ])
    {
        Winner = metrics => string.Create(
            CultureInfo.InvariantCulture,
            $"The common module and the pairs of contexts, identified in {metrics["common_and_pairs"]:P0} of the seeds; the network declared from what was found follows the ReLU network "
            + $"within an rms of {metrics["identified_vs_relu_rms"]:G2}, the one declared before any training within {metrics["forecast_vs_relu_rms"]:G2}."),
        Pictures =
        [
            ("centroids",
                "Centroids of two to eight clusters of the first seed's units, a row each: how many of a cluster's units are on at each datapoint. Last, the gates they were rounded to."),
            ("elbow", "The error over the number of clusters, and the gate bits that the clusters leave unexplained, by seed."),
            ("shares", "Shares of path strength over the training: forecast before it, and found in the trained networks."),
        ],
        Sources =
        [
            ("identified_1.cs", "The declaration that was identified in the first seed"),
            ("forecast.cs", "The declaration that was written before any training"),
        ],
    };
}
