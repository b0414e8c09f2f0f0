using GateDsl.Samples.Drawing;
using GateDsl.Samples.Stories;

namespace Paper.Generalisation;

/// <summary>What the report says of held-out data.</summary>
internal static class GeneralisationStory
{
    public static readonly Story Story = new(
        "Beyond what was shown: held-out pairs, routes and images",
        [
            "A network is trained on some data and asked about others. Every fifth pair of item and context is held out; of the routes from encoder to decoder some are never trained; fifty images "
            + "train, and hundreds are kept for the question.",
            "Whether it answers can be known before it is trained: the reductions carry the answers to every input, and what stays as chance drew it, outside of what the training data "
            + "reach, counts in expectation.",
        ],
        [new("Generalisation/DirectRouting.cs", DirectRouting.Description), new("Generalisation/DigitReader.cs", DigitReader.Description)],
        [
            new(
                "Loss on pairs of item and context that were held out",
                "contexts",
                "epoch",
                "epoch",
                "loss, mean over held-out pairs",
                [.. new[] { Subject.Relu, Subject.Gdln, Subject.Twin, Subject.Expected }.Select(subject => subject with { Key = $"test_{subject.Key}" })]),
        ],
        [
            new("The ReLU network on held-out pairs is predicted", "contexts_test_twin_vs_relu_rms", 0, 0.02),
            new("So is the gated network, from the distribution of its weights", "contexts_test_expected_vs_gdln_rms", 0, 0.02),
            new("Images held out: the ReLU network is predicted", "digits_test_twin_vs_relu_rms", 0, 0.02),
            new("and the linear network from small weights", "digits_test_small_expected_vs_small_rms", 0, 0.02),
            new("Routes never trained, through one hidden layer, are predicted from small weights", "direct_test_g0.2_expected_vs_g0.2_rms", 0, 0.02),
            new("and from large ones, where they are not answered", "direct_test_g2.5_expected_vs_g2.5_rms", 0, 0.1),
            new("Through two, P2's network, they are predicted from small weights", "routing_test_g0.2_expected_vs_g0.2_rms", 0, 0.1),
            new("and from large ones", "routing_test_g2.5_expected_vs_g2.5_rms", 0, 0.15),
        ])
    {
        Pictures = [("held_out", "Loss on held-out data over the training, trained and predicted.")],
    };
}
