using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using GateDsl.Samples.Stories;
using GateDsl.Samples.Writing;

namespace Paper.Leaky;

/// <summary>P1 §4 with units that leak: what lies between the ReLU network and the linear one, and its prediction.</summary>
internal sealed class LeakyExperiment : IExperiment
{
    public string Name => "leaky";

    public string Description => "Three contexts (P1 §4) with leaky units of slope 0, 0.1, 0.5 and 1, and their predictions.";

    public ExperimentDefaults Defaults { get; } = new(Seeds: 3, LeakySettings.Epochs, ContextStructure.Different);

    public Story Story => LeakyStory.Story;

    public Findings Run(RunSettings settings, WorkRunner runner)
    {
        ContextTask task = ContextTask.Create(contexts: 3, settings.Structure ?? ContextStructure.Different);
        LeakyNetwork[] networks = LeakyNetwork.For(task);
        (CurveFamily Trained, CurveFamily Predicted)[] losses = Compute(settings, networks, runner);

        Findings findings = new();
        for (int i = 0; i < networks.Length; i++)
        {
            findings.Metrics.AddAgreement(losses[i].Predicted, losses[i].Trained, networks[i].Prefix);
        }

        for (int i = 0; i < networks.Length; i++)
        {
            findings.Metrics.Add($"{networks[i].Prefix}final_loss_relu", losses[i].Trained.BySeed.Average(curve => curve[^1]));
        }

        findings.Add("losses", Draw([.. losses.Select(pair => pair.Trained)], [.. losses.Select(pair => pair.Predicted)]));
        findings.Add("losses",
            LossColumns.Of([.. networks.Select((network, i) => (network.Prefix, (IReadOnlyList<CurveFamily>)[losses[i].Trained, losses[i].Predicted]))]));
        findings.AddCaption(
            "What is common to all contexts every network learns alike. After that the less a unit closes, the longer it takes: with slope 0.1 the network is near the ReLU network, "
            + "with 0.5 far behind it, and with 1 it is linear and rests where no linear map of object and context goes further. The predictions, dotted, saw no training.");
        return findings;
    }

    private static (CurveFamily Trained, CurveFamily Predicted)[] Compute(RunSettings settings, LeakyNetwork[] networks, WorkRunner runner)
    {
        // The predictions are the longest pieces of work: first, so that no core waits for one at the end.
        double[][] curves = runner.Run(
        [
            .. networks.Select(network => new Work<double[]>(
                $"{network.Trained.Label}, predicted", settings.Seeds[0], context => network.Predict(context.Seed, Options(settings, context)))),
            .. from network in networks
               from seed in settings.Seeds
               select new Work<double[]>(network.Trained.Label, seed, context => network.Train(context.Seed, Options(settings, context))),
        ]);
        int seeds = settings.Seeds.Count;
        double[][][] trained = [.. curves.Skip(networks.Length).Chunk(seeds)];
        return
        [
            .. networks.Select((network, i) => (new CurveFamily(network.Trained, trained[i]), CurveFamily.OfAllSeeds(network.Predicted, curves[i], seeds))),
        ];
    }

    private static TrainingOptions Options(RunSettings settings, WorkContext context) => new()
    {
        Epochs = settings.Epochs,
        StepSize = LeakySettings.StepSize,
        Progress = context.Progress,
        CancellationToken = context.CancellationToken,
    };

    private static Figure Draw(CurveFamily[] trained, CurveFamily[] predicted)
    {
        Figure figure = new(panels: 2);
        LossPanel.DrawLinear(figure.Panel(0), [.. trained, .. predicted]);
        LossPanel.DrawLogarithmic(figure.Panel(1), [.. trained, .. predicted]);
        return figure;
    }
}
