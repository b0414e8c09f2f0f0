using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;

namespace Paper.Fig7;

/// <summary>One seed: the training, and what the closed form makes of the weights that it started from.</summary>
/// <param name="Trained">The exact reduction, which is the training itself: its losses, and the strengths of its modes.</param>
/// <param name="Closed">Eq. 7 in every mode, from the strengths that the initial weights give it.</param>
/// <param name="Losses">The losses of the trained network.</param>
/// <param name="Outputs">At the end, datapoints x properties, row-major.</param>
internal sealed record Fig7Run(RaceLog Trained, RaceLog Closed, double[] Losses, double[] Outputs)
{
    public static Fig7Run[] OfAllSeeds(RunSettings settings, WorkRunner runner)
    {
        DeepLinear.Dataset data = DeepLinear.Experiment.CreateData();
        return runner.Run(settings.Seeds.Select(seed => new Work<Fig7Run>(Subject.Linear.Label, seed, context =>
        {
            DeepLinear network = new(Fig7Settings.Initializer, seed);
            DeepLinear.Race race = DeepLinear.Race.From(network, data);
            RaceLog trained = race.Integrate(settings.Epochs, Fig7Settings.StepSize);
            RaceLog closed = race.Integrate(settings.Epochs, Fig7Settings.StepSize, LossScale.Sum, Reduction.ClosedForm);
            TrainingLog log = network.Train(data, new TrainingOptions
            {
                Epochs = settings.Epochs,
                StepSize = Fig7Settings.StepSize,
                Progress = context.Progress,
                CancellationToken = context.CancellationToken,
            });
            double[] outputs = new double[Fig7Settings.Items.Length * Fig7Settings.Properties.Length];
            network.Predict(data, outputs);
            return new Fig7Run(trained, closed, log.Loss, outputs);
        })));
    }
}
