using GateDsl.Samples.Drawing;
using GateDsl.Samples.Stories;

namespace Paper.Fig7;

/// <summary>What the report says of the deep linear network.</summary>
internal static class Fig7Story
{
    private static readonly int[] Modes = [1, 2, 3, 4];

    public static readonly Story Story = new(
        "One pathway alone: a deep linear network learns mode by mode",
        [
            "The element of every race. A canary, a salmon, an oak and a rose have seven properties, which form a hierarchy: all grow, animals move and plants have roots, and each has something of "
            + "its own. A network with one hidden layer and no gate at all learns them in stages, broad distinctions first: each stage is one mode of the data, "
            + "and the strength of a mode follows a formula, Eq. 7 of P1.",
        ],
        [new("Fig7/DeepLinear.cs", DeepLinear.Description)],
        [
            new(
                "Strength of each mode",
                "strengths",
                "epoch",
                "epoch",
                "strength",
                [
                    .. Modes.Select(mode => Subject.Linear with { Key = $"mode{mode}_trained", Label = $"mode {mode}, trained" }),
                    .. Modes.Select(mode => Subject.Closed with { Key = $"mode{mode}_closed", Label = $"mode {mode}, closed form" }),
                ]),
            new("Loss", "losses", "epoch", "epoch", "loss (sum over datapoints)", [Subject.Linear, Subject.Closed]),
        ],
        [new("The closed form is the training, from the strengths that the initial weights give each mode", "closed_vs_linear_rms", 0, 0.01)])
    {
        Winner = _ => "There is one pathway, so nothing is taken from anyone; but its modes finish in the order of their strengths: that all grow first, animals and plants next, the single ones last.",
        Pictures = [("modes", "The data, and its modes: patterns of properties (U), strengths (S), patterns of items (V).")],
    };
}
