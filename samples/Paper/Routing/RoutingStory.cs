using System.Globalization;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Stories;

namespace Paper.Routing;

/// <summary>What the report says of routing.</summary>
internal static class RoutingStory
{
    public static readonly Story Story = new(
        "Routing: a shared pathway wins, and answers questions that were never asked",
        [
            "Seven encoders and seven decoders meet in one shared hidden edge, like seven languages to translate from and seven to translate into. Each encoder is trained with four of the "
            + "decoders. Then it is asked for the other three, which it never saw.",
            "Every pair uses the shared edge, so that edge learns from all of them and grows fastest; the encoders are drawn to one common code, and pairs that were never trained are answered "
            + "right. That holds if the weights start small, so that there is a race to win. If they start large, every pair is solved by itself, near where it started.",
        ],
        [new("Routing/RoutingNetwork.cs", RoutingNetwork.Description)],
        [
            new("Error of a pair against the gain of the initial weights", "gains", "gain", "gain", "half the squared error",
                [PairSubjects.Trained, PairSubjects.Untrained])
            {
                IsLogarithmic = true,
            },
            new("Loss from small weights, beside the scalar race", "losses", "epoch", "epoch", "loss",
                [RoutingSubjects.Network, RoutingSubjects.Steps, RoutingSubjects.Flow]),
        ],
        [
            new("From small weights (gain 0.66), pairs that were never trained are answered (a network that says 0 has 122)", "untrained_error_g0.66", 0, 2),
            new("From large ones (gain 2.5) they are not", "untrained_error_g2.5", 12.2, double.PositiveInfinity),
            new("though the trained pairs are right", "trained_error_g2.5", 0, 0.1),
            new("One scalar per edge and mode gives the loss", "steps_vs_routing_rms", 0, 0.05),
        ])
    {
        Winner = metrics => metrics.TryGetValue("untrained_error_g0.66", out double small) && metrics.TryGetValue("untrained_error_g2.5", out double large)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"From small weights the shared pathway: pairs never trained have an error of {small:G2}. From large weights nobody: {large:G3}.")
            : null,
        Pictures =
        [
            ("pairs", "The answers of all pairs of encoder and decoder, from small and from large weights."),
            ("similarity", "How alike the encoders write, from small and from large weights."),
        ],
    };
}
