using System.Globalization;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Stories;

namespace Paper.Fig5;

/// <summary>What the report says of three, four and five contexts.</summary>
internal static class Fig5Story
{
    public static readonly Story Story = new(
        "More contexts: the pathways that are on in all of them but one keep winning",
        [
            "With three contexts the pairs won. With four and five, do pairs win again? Of all pathways that are not always on, those that miss a single context see the most "
            + "datapoints, so they are the fastest to take what the common pathway leaves. The units of the winning network answer to several contexts at once: mixed selectivity is what wins races.",
            "Here all contexts have the same structure, and then even the gated network's whole training has a closed form: a formula for the loss at every epoch, with no number fitted. "
            + "Two predictions of the ReLU network itself stand beside it.",
        ],
        [
            new("Fig5/ThreeContexts.cs", ThreeContexts.Description),
            new("Fig5/FourContexts.cs", FourContexts.Description),
            new("Fig5/FiveContexts.cs", FiveContexts.Description),
        ],
        [
            new(
                "Loss, trained and predicted",
                "losses",
                "epoch",
                "epoch",
                "loss (sum over datapoints)",
                [Subject.Relu, ContextResult.GdlnSubject, Subject.Closed, Subject.Twin, Subject.Widths])
            {
                Choice = new("Contexts", [.. Fig5Settings.Contexts.Select(c => (c.ToString(CultureInfo.InvariantCulture), $"c{c}_"))], First: 0),
            },
        ],
        [
            .. Claims(3, gdln: 0.021, closed: 0.016),
            .. Claims(4, gdln: 0.016, closed: 0.022),
            .. Claims(5, gdln: 0.021, closed: 0.028),
        ])
    {
        Winner = metrics =>
        {
            string[] distances = [.. Fig5Settings.Contexts.Where(c => metrics.ContainsKey($"c{c}_gdln_vs_relu_rms"))
                .Select(c => string.Create(CultureInfo.InvariantCulture, $"{metrics[$"c{c}_gdln_vs_relu_rms"]:G2} with {c} contexts"))];
            return distances.Length == 0 ? null
                : "The pathways that are on in all contexts but one: the gated network that has them, and no others beside the common one, follows the ReLU network within an rms of "
                    + string.Join(", ", distances) + ".";
        },
        Pictures = [("singular_values", "Singular values of the common pathway (above) and of one that misses a context (below), trained and in closed form.")],
    };

    private static Claim[] Claims(int contexts, double gdln, double closed) =>
    [
        new($"{contexts} contexts: common + all but one imitates the ReLU network", $"c{contexts}_gdln_vs_relu_rms", 0, gdln),
        new($"{contexts} contexts: the closed form is the gated network's training", $"c{contexts}_closed_vs_gdln_rms", 0, closed),
        new($"{contexts} contexts: representative units predict the ReLU network", $"c{contexts}_twin_vs_relu_rms", 0, 0.006),
        new($"{contexts} contexts: so do the declared pathways, as wide as the rule says", $"c{contexts}_widths_vs_relu_rms", 0, 0.01),
    ];
}
