using System.Globalization;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Stories;

namespace Paper.Fig2;

/// <summary>What the report says of exclusive-or.</summary>
internal static class Fig2Story
{
    private static readonly Subject[] Trained = [Subject.Relu, Fig2Subjects.Linear, Fig2Subjects.Xor];

    private static readonly Subject[] Predicted = [Fig2Subjects.ReluPredicted, Fig2Subjects.LinearPredicted, Fig2Subjects.XorPredicted];

    public static readonly Story Story = new(
        "Exclusive-or with a margin: two pathways race, and the margin decides which one wins",
        [
            "The smallest race there is. Four points carry two bits each, and the label is their exclusive-or, which no linear network can learn. A third "
            + "input gives the label away: it has the label's sign, and its size is the margin. So there are two ways to learn the task. The linear gating "
            + "has a pathway for each label and reads the margin; the XoR gating has a pathway for each point and learns the four by heart.",
            "The strength s of the linear pathways is half the margin, Δ/2; that of the XoR pathways is √(2 + Δ²)/4. They are equal at Δ = √(2/3) = 0.8165. Below "
            + "it the XoR gating is faster, above it the linear one. Move the slider: the blue ReLU network, which could do either, falls with whichever is first.",
        ],
        [new("Fig2/LinearGating.cs", LinearGating.Description), new("Fig2/XorGating.cs", XorGating.Description)],
        [
            new("Loss of the ReLU network and of the two gatings", "losses", "epoch", "epoch", "loss (mean over datapoints)", [.. Trained, .. Predicted])
            {
                Choice = new(
                    "Margin",
                    [.. Fig2Settings.Margins.Select(margin => (margin.ToString(CultureInfo.InvariantCulture), $"{Fig2Settings.NameOf(margin)}_"))],
                    First: Array.IndexOf(Fig2Settings.Margins, Fig2Settings.Shown[0])),
                Until = 2000,
            },
            new("When each has learned half, against the margin", "learning_times", "margin", "margin", "epoch of half the loss", [.. Trained, .. Predicted])
            {
                IsLogarithmic = true,
            },
        ],
        [
            new("The speeds of both gatings cross at √(2/3) = 0.8165", "crossover", 0.8155, 0.8175),
            new("So do their learning times, when trained", "crossover_trained", 0.8, 0.86),
            new("Margin 0.4: the ReLU network is half done when the faster gating is, at 666", "half_epoch_relu_m0.4", 586, 746),
            new("Margin 0.8165: at 593", "half_epoch_relu_m0.8165", 522, 664),
            new("Margin 1.5: at 303", "half_epoch_relu_m1.5", 267, 339),
        ])
    {
        Winner = metrics => metrics.TryGetValue("half_epoch_xor_m0.4", out double smallXor)
            && metrics.TryGetValue("half_epoch_linear_m0.4", out double smallLinear)
            && metrics.TryGetValue("half_epoch_xor_m1.5", out double largeXor) && metrics.TryGetValue("half_epoch_linear_m1.5", out double largeLinear)
            && metrics.TryGetValue("half_epoch_relu_m0.4", out double smallRelu) && metrics.TryGetValue("half_epoch_relu_m1.5", out double largeRelu)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"At margin 0.4 the {First(smallXor, smallLinear)}: the XoR gating has learned half after {smallXor:F0} epochs, the linear one after {smallLinear:F0}; the ReLU "
                + $"network, after {smallRelu:F0}, went with the winner. At margin 1.5 the {First(largeXor, largeLinear)}: {largeXor:F0} against {largeLinear:F0}, ReLU {largeRelu:F0}.")
            : null,
        Pictures = [("surfaces",
            "Where the trained ReLU network's answer changes its sign: a saddle where the XoR gating has won, flat where the linear one has.")],
    };

    private static string First(double xor, double linear) => xor < linear ? "XoR gating won" : "linear gating won";
}
