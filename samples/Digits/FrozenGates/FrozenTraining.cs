using Digits.Reading;
using GateDsl;
using GateDsl.Samples.Running;

namespace Digits.FrozenGates;

/// <summary>One seed: a ReLU network, and a gated network for every moment at which its gates are frozen.</summary>
/// <param name="Relu">Loss of the ReLU network before each update.</param>
/// <param name="Frozen">By moment.</param>
internal sealed record FrozenTraining(double[] Relu, FrozenRun[] Frozen)
{
    public static FrozenTraining Of(Images images, int epochs, WorkContext context)
    {
        // The ReLU network's own gates, not those that the data set was made with, say what it does.
        double[] none = new double[images.Count * FrozenSettings.Units];
        FrozenReader.Dataset data = FrozenReader.Dataset.Create([.. images.Pixels.Select(pixel => (double)pixel)], none, images.Labels);
        FrozenReader.ReluTwin twin = new(FrozenSettings.Start, context.Seed);
        int[] moments = [.. FrozenSettings.Freezings.Select(freezing => freezing.Updates(epochs))];
        Follower[] followers = new Follower[moments.Length];
        int updates = 0;
        NetworkTrace<int> trace = new(context.Progress, () =>
        {
            if (updates < epochs)
            {
                Look(updates);
            }

            return updates++;
        });
        TrainingOptions options = new()
        {
            Epochs = epochs,
            StepSize = FrozenSettings.StepSize,
            LossScale = LossScale.Mean,
            Progress = trace,
            CancellationToken = context.CancellationToken,
        };
        double[] relu = twin.Train(data, options).Loss;
        return new FrozenTraining(relu, [.. followers.Select(follower => follower.Follow(images, options, relu, context))]);

        void Look(int update)
        {
            double[] gates = twin.FrozenGates(data);
            for (int i = 0; i < moments.Length; i++)
            {
                if (update == moments[i])
                {
                    followers[i] = new Follower(twin, data);
                }

                followers[i]?.Compare(gates);
            }
        }
    }
}
