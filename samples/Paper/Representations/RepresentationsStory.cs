using System.Globalization;
using GateDsl.Samples.Stories;
using Paper.Fig5;

namespace Paper.Representations;

/// <summary>What the report says of representations.</summary>
internal static class RepresentationsStory
{
    private static readonly (string Key, string Words)[] Tasks =
        [("different", "three contexts, different structures"),
            .. Fig5Settings.Contexts.Select(contexts => ($"c{contexts}", $"{contexts} contexts, one structure"))];

    public static readonly Story Story = new(
        "What the hidden layer represents: trained and predicted",
        [
            "Show a network two datapoints: how unlike are the activities of its hidden units? All pairs together make a matrix of dissimilarities, which is how neuroscience compares brains "
            + "with models. It says what a network tells apart, and what it takes for the same.",
            "A ReLU network of hundreds of units learns objects in several contexts. Its matrix is drawn while it trains, beside the one that was predicted before any weight was drawn: from "
            + "the data and the size of the initial weights, with nothing fitted.",
        ],
        [new("Fig5/ThreeContexts.cs", ThreeContexts.Description)],
        [
            new(
                "Correlation of trained and predicted dissimilarities, beside that of two trainings",
                "correlation",
                "epoch",
                "epoch",
                "correlation",
                [RepresentedTask.Predicted, RepresentedTask.BetweenSeeds])
            {
                Choice = new("task", [.. Tasks.Select(task => (task.Words, $"{task.Key}_"))], First: 0),
            },
        ],
        [.. Tasks.Select(task =>
            new Claim($"Predicted at every moment after the first drop of the loss: {task.Words}", $"{task.Key}_rdm_correlation_min", 0.98, 1))])
    {
        Winner = metrics => metrics.TryGetValue("different_rdm_correlation_min", out double lowest)
            && metrics.TryGetValue("different_rdm_correlation_min_epoch", out double epoch)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"With different structures contexts before objects: first the layer tells contexts apart, then halves of the objects, then single ones. The prediction says so too; where it agrees least with training, at epoch {epoch:F0}, the correlation is {lowest:F3}.")
            : null,
        Films =
        [
            .. Tasks.Select(task => new StoryFilm(
                $"Dissimilarities of the hidden layer: {task.Words}",
                $"film_{task.Key}",
                task.Key == "different" ? 3 : int.Parse(task.Key[1..], CultureInfo.InvariantCulture),
                "context",
                ("trained", "trained"),
                ("predicted", "predicted"))),
        ],
    };
}
