using GateDsl.Samples.Stories;

namespace Paper.RichLazy;

/// <summary>What the report says of rich and lazy starts.</summary>
internal static class RichLazyStory
{
    public static readonly Story Story = new(
        "Rich or lazy: known before training",
        [
            "A network that starts from small weights has to build its features: it is rich. One that starts from large weights finds what it needs among what chance drew and hardly moves: it "
            + "is lazy. How far the kernels have moved at the end says which: 0 not at all, 1 to something that has nothing in common with the start.",
            "A linear network learns a linear teacher of two modes. The plane of its starts, how large both layers are and how unequal, is predicted at 900 points before a weight is drawn, and trained at 40 of them. One number says before training on which "
            + "side a mode is, its laziness index d c/s, with c = H (s1² + s2²)/2.",
        ],
        [new("RichLazy/Student.cs", Student.Description)],
        [
            new(
                "Kernel distance against sigma, trained and predicted",
                "points",
                "sigma",
                "sigma",
                "kernel distance, start to end",
                [
                    .. PlaneFigure.Subjects.SelectMany(subjects => new[] { subjects.Trained, subjects.Predicted }),
                ])
            {
                Choice = new("σ of the first layer / σ of the second",
                    [.. Start.TrainedRows.Select((row, i) => (FormattableString.Invariant($"{Start.Ratios[row]:G3}"), $"r{i}_"))],
                    First: RichLazySettings.TrainedRatios / 2),
                IsLogarithmicAcross = true,
            },
        ],
        [
            new("The tangent kernel's distance is predicted at every trained point", "tangent_distance_error_max", 0, 0.02),
            new("So is the hidden kernel's", "hidden_distance_error_max", 0, 0.02),
        ])
    {
        Pictures = [("plane", "The plane of starts: distance of the tangent kernel and of the hidden kernel, and trained against predicted.")],
    };
}
