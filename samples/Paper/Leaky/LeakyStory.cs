using System.Globalization;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Stories;
using ScottPlot;

namespace Paper.Leaky;

/// <summary>What the report says of leaky units.</summary>
internal static class LeakyStory
{
    private static readonly (double Slope, Color Color)[] Slopes =
        [(0, Subject.Relu.Color), (0.1, Color.FromHex("#CC79A7")), (0.5, Color.FromHex("#E69F00")), (1, Subject.Linear.Color)];

    public static readonly Story Story = new(
        "Leaky units: between the race and the linear network",
        [
            "A ReLU unit closes where its input falls to 0. A leaky one goes on with a part of it: with a slope of 0 it is a ReLU unit, with a slope of 1 it never closes and the network is linear. "
            + "The three contexts of the paper are learned by networks that differ in nothing else.",
            "Each of them is predicted from the data, the size of the initial weights and the slope, without drawing a weight that is trained.",
        ],
        [new("Leaky/Leaking.cs", Leaking.Description)],
        [
            new(
                "Loss by slope, trained and predicted",
                "losses",
                "epoch",
                "epoch",
                "loss (sum over datapoints)",
                [
                    .. Slopes.SelectMany(slope => new[]
                    {
                        Subject.Relu with { Key = Key(slope.Slope, "relu"), Label = Label(slope.Slope), Color = slope.Color },
                        Subject.Twin with { Key = Key(slope.Slope, "twin"), Label = $"{Label(slope.Slope)}, predicted", Color = slope.Color },
                    }),
                ]),
        ],
        [
            new("The ReLU network is predicted from the data and sigma", "a0_twin_vs_relu_rms", 0, 0.006),
            new("So is one that leaks a tenth", "a0.1_twin_vs_relu_rms", 0, 0.006),
            new("One that is half open", "a0.5_twin_vs_relu_rms", 0, 0.006),
            new("And the linear network", "a1_twin_vs_relu_rms", 0, 0.006),
        ]);

    private static string Key(double slope, string of) => string.Create(CultureInfo.InvariantCulture, $"a{slope}_{of}");

    private static string Label(double slope) => string.Create(CultureInfo.InvariantCulture, $"slope {slope}");
}
