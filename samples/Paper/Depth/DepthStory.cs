using System.Globalization;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Stories;
using ScottPlot;

namespace Paper.Depth;

/// <summary>What the report says of depth.</summary>
internal static class DepthStory
{
    private static readonly (int Layers, Color Color)[] Depths =
        [(1, Color.FromHex("#E69F00")), (2, Color.FromHex("#0072B2")), (3, Color.FromHex("#009E73")), (4, Color.FromHex("#CC79A7"))];

    public static readonly Story Story = new(
        "Depth: how long does a network of many layers wait?",
        [
            "The three contexts again, learned by ReLU networks of one to four hidden layers that differ in nothing else. At small weights the loss hardly tells a network where to go: each layer "
            + "learns through the product of all others. The more layers, the longer the loss rests before its first drop, and the more sudden it falls then.",
            "How long, the data and the size of the weights say before a weight is drawn. Representative networks, smaller ones with weights larger in proportion, give the whole curve. A formula gives the "
            + "law: the time to the first drop grows as the size of the weights to the power of 2 - L, where L is the number of weight matrices.",
        ],
        [new("Depth/TwoLayers.cs", TwoLayers.Description), new("Depth/FourLayers.cs", FourLayers.Description)],
        [
            new(
                "Loss by depth, trained and predicted",
                "losses",
                "epoch",
                "epoch",
                "loss (sum over datapoints)",
                [
                    .. Depths.SelectMany(depth => new[]
                    {
                        Subject.Relu with { Key = Key(depth.Layers, "relu"), Label = Label(depth.Layers), Color = depth.Color },
                        Subject.Twin with { Key = Key(depth.Layers, "twin"), Label = $"{Label(depth.Layers)}, predicted", Color = depth.Color },
                    }),
                ]),
            new(
                "The first drop against the size of the initial weights",
                "drops",
                "size",
                "sigma sqrt(H)",
                "epoch of the first drop",
                [
                    .. Depths.SelectMany(depth => new[]
                    {
                        Subject.Relu with { Key = Key(depth.Layers, "relu"), Label = Label(depth.Layers), Color = depth.Color },
                        Subject.Twin with { Key = Key(depth.Layers, "twin"), Label = $"{Label(depth.Layers)}, predicted", Color = depth.Color },
                        Subject.Closed with { Key = Key(depth.Layers, "formula"), Label = $"{Label(depth.Layers)}, formula", Color = depth.Color,
                            Pattern = LinePattern.Dotted },
                    }),
                ])
            {
                IsLogarithmic = true,
            },
        ],
        [
            new("One hidden layer is predicted from the data and sigma", "h1_twin_vs_relu_rms", 0, 0.01),
            new("Two", "h2_twin_vs_relu_rms", 0, 0.025),
            new("Three", "h3_twin_vs_relu_rms", 0, 0.025),
            new("Four", "h4_twin_vs_relu_rms", 0, 0.03),
        ])
    {
        Winner = metrics => metrics.TryGetValue("h2_drop_s0.3", out double two) && metrics.TryGetValue("h4_drop_s0.3", out double four)
            ? string.Create(CultureInfo.InvariantCulture, $"Here depths race: two hidden layers first dropped at epoch {two:F0}, four at {four:F0}.")
            : null,
        Pictures =
        [
            ("losses", "The same, with the bands of the predictions; beside it on a logarithmic scale."),
            ("drops", "The first drop of every seed (marks), predicted (dashed) and by the formula (dotted), against the size of the initial weights and against depth."),
        ],
    };

    private static string Key(int layers, string of) => string.Create(CultureInfo.InvariantCulture, $"h{layers}_{of}");

    private static string Label(int layers) => layers == 1 ? "1 hidden layer" : string.Create(CultureInfo.InvariantCulture, $"{layers} hidden layers");
}
