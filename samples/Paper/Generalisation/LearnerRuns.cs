using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;

namespace Paper.Generalisation;

/// <summary>The trainings of a network from every seed, and what was predicted of them.</summary>
/// <param name="Learner">The network.</param>
/// <param name="Trained">By seed.</param>
/// <param name="Predicted">For all of them.</param>
internal sealed record LearnerRuns(Learner Learner, HeldOutLog[] Trained, HeldOutLog Predicted)
{
    /// <summary>Trains and predicts all of them.</summary>
    public static LearnerRuns[] Compute(IReadOnlyList<Learner> learners, RunSettings settings, WorkRunner runner)
    {
        HeldOutLog[] logs = runner.Run(learners.SelectMany(learner => settings.Seeds
            .Select(seed => new Work<HeldOutLog>(
                $"{learner.Task}: {learner.Trained.Label}", seed, context => HeldOutLog.Of(learner.Train(context.Seed, Options(learner, settings, context)))))
            .Append(new Work<HeldOutLog>(
                $"{learner.Task}: {learner.Predicted.Label}", settings.Seeds[0],
                    context => learner.Predict(context.Seed, Options(learner, settings, context))))));
        HeldOutLog[][] byLearner = [.. logs.Chunk(settings.Seeds.Count + 1)];
        return [.. learners.Select((learner, i) => new LearnerRuns(learner, byLearner[i][..^1], byLearner[i][^1]))];
    }

    /// <summary>The epochs of all its curves.</summary>
    public int[] Epochs => Trained[0].Epochs;

    /// <summary>Losses on the data held out, by seed.</summary>
    public (CurveFamily Trained, CurveFamily Predicted) TestLosses => (
        new(Learner.Trained, [.. Trained.Select(log => log.TestLoss)]), CurveFamily.OfAllSeeds(Learner.Predicted, Predicted.TestLoss, Trained.Length));

    /// <summary>Losses on the data that train, by seed.</summary>
    public (CurveFamily Trained, CurveFamily Predicted) Losses => (
        new(Learner.Trained, [.. Trained.Select(log => log.Loss)]), CurveFamily.OfAllSeeds(Learner.Predicted, Predicted.Loss, Trained.Length));

    /// <summary>
    /// How many standard errors the prediction is from the mean of the seeds on held-out data, at evenly spaced epochs up to the last; null: one seed has
    /// no error.
    /// </summary>
    public double[]? StandardErrorsApart()
    {
        if (Trained.Length < 2)
        {
            return null;
        }

        int last = Epochs.Length - 1;
        int[] at = [.. Enumerable.Range(0, GeneralisationSettings.Judged).Select(i => last * (i + 1) / GeneralisationSettings.Judged).Distinct()];
        return
        [
            .. at.Select(i =>
            {
                double[] losses = [.. Trained.Select(log => log.TestLoss[i])];
                double mean = losses.Average();
                double error = Math.Sqrt(losses.Sum(loss => (loss - mean) * (loss - mean)) / (losses.Length - 1) / losses.Length);
                double apart = Math.Abs(Predicted.TestLoss[i] - mean);
                return apart == 0 ? 0 : apart / error;
            }),
        ];
    }

    private static TrainingOptions Options(Learner learner, RunSettings settings, WorkContext context)
    {
        int epochs = Math.Min(settings.Epochs, learner.Epochs);
        return new TrainingOptions
        {
            Epochs = epochs,
            StepSize = learner.StepSize,
            LossScale = LossScale.Mean,
            RecordEvery = Math.Max(1, epochs / GeneralisationSettings.Recorded),
            Progress = context.Progress,
            CancellationToken = context.CancellationToken,
        };
    }
}
