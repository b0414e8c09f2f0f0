using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using GateDsl.Samples.Stories;
using GateDsl.Samples.Writing;
using Paper.Gates;

namespace Paper.Fig6;

/// <summary>P1 §6: two hidden layers. Where does the loss rest, when does it fall, and what does the second layer add?</summary>
internal sealed class Fig6Experiment : IExperiment
{
    public string Name => "fig6";

    public string Description => "Two hidden layers (P1 §6): the ReLU network's training predicted in every stage, and who follows it.";

    public ExperimentDefaults Defaults { get; } = new(Seeds: 5, Fig6Settings.Epochs, ContextStructure.Same);

    public Story Story => Fig6Story.Story;

    public Findings Run(RunSettings settings, WorkRunner runner)
    {
        ContextTask task = ContextTask.Create(contexts: 3, settings.Structure ?? ContextStructure.Same);
        DeepContextRace race = DeepContextRace.Of(task, Fig6Settings.Units);
        Trainings trainings = new(task, settings.Epochs);
        SeedRun[] runs = runner.Run(
        [
            // Longest first, so that no core waits for it at the end.
            trainings.Prediction(settings.Seeds[0]),
            .. settings.Seeds.SelectMany((seed, index) => trainings.Of(seed, withCensus: index == 0)),
        ]);
        CurveFamily relu = Family(Subject.Relu);
        CurveFamily[] followers = [Family(Fig6Subjects.SelfGated), Family(Fig6Subjects.Schedule), Family(Fig6Subjects.Joint)];
        RaceLog prediction = runs[0].Prediction!;
        CurveFamily draws = new(Subject.DeepTwin, prediction.Draws);

        Findings findings = new();
        AddPrediction(findings.Metrics, relu, draws, race);
        AddDistances(findings.Metrics, relu, followers, race);
        findings.Metrics.Add("relu_first_layer_on", runs.Where(run => run.Subject == Subject.Relu).Average(run => run.FirstLayerOn));
        Stages stages = new(race);
        stages.AddPredicted(findings.Metrics, draws);
        stages.AddMeasured(findings.Metrics, relu);
        foreach (CurveFamily follower in followers)
        {
            stages.AddMeasured(findings.Metrics, follower);
        }

        new PlateauKernels(race, trainings.Stops, Relabellings.Of(task)).AddTo(
            findings.Metrics, relu, [.. runs.Where(run => run.Subject == Subject.Relu).Select(run => run.Kernels)], prediction);
        findings.Add("losses", LevelsFigure.Draw(race, relu, prediction, followers));
        findings.Add("losses", Columns([relu, .. followers, draws], prediction));
        AddCensuses(findings, runs.First(run => run.Censuses.Count > 0).Censuses, prediction, task);
        findings.AddCaption(
            "The loss of the ReLU network rests at levels that the data fix (dotted) and falls from one to the next when representative networks say so, through every stage: "
            + "their mean and the band of their draws saw no training. A linear first layer below a self-gated second one follows it with nothing set by hand, early or late by as "
            + "much as two seeds of the ReLU network; fixed gates trained from the plain start rest elsewhere, and need the authors' schedule to follow.");
        return findings;

        CurveFamily Family(Subject subject) => new(subject, [.. runs.Where(run => run.Subject == subject).Select(run => run.Loss)]);
    }

    private static CsvTable Columns(CurveFamily[] families, RaceLog prediction)
    {
        CsvTable table = LossColumns.Of(families);
        (double[] low, double[] high) = prediction.Band(Fig6Settings.BandShare);
        table.Add("twin_low", low);
        table.Add("twin_high", high);
        return table;
    }

    // The prediction is a mean: it is held against the mean of the seeds. Aligned, every draw against every seed, as seeds against each other.
    private static void AddPrediction(Metrics metrics, CurveFamily relu, CurveFamily draws, DeepContextRace race)
    {
        metrics.AddAgreement(draws with { BySeed = [draws.Mean()] }, relu with { BySeed = [relu.Mean()] });
        metrics.Add(
            "twin_vs_relu_aligned_rms",
            relu.BySeed.Average(reference => draws.BySeed.Average(draw => Agreement.Aligned(reference, draw, race.HalfWay).Rms)));
    }

    private static void AddDistances(Metrics metrics, CurveFamily relu, CurveFamily[] followers, DeepContextRace race)
    {
        foreach (CurveFamily follower in followers)
        {
            metrics.AddAgreement(follower, relu);
            metrics.Add(
                $"{follower.Subject.Key}_vs_relu_aligned_rms",
                relu.BySeed.Zip(follower.BySeed, (reference, other) => Agreement.Aligned(reference, other, race.HalfWay).Rms).Average());
        }

        (double[] Reference, double[] Other)[] pairs =
        [
            .. from i in Enumerable.Range(0, relu.BySeed.Count)
               from j in Enumerable.Range(i + 1, relu.BySeed.Count - i - 1)
               select (relu.BySeed[i], relu.BySeed[j]),
        ];
        if (pairs.Length > 0)
        {
            metrics.Add("relu_vs_relu_rms", pairs.Average(pair => Agreement.Between(pair.Reference, pair.Other).Rms));
            metrics.Add("relu_vs_relu_aligned_rms", pairs.Average(pair => Agreement.Aligned(pair.Reference, pair.Other, race.HalfWay).Rms));
        }
    }

    /// <summary>The gates of both layers: above in a trained network, below as forecast.</summary>
    private static void AddCensuses(Findings findings, IReadOnlyList<CensusTrace> trained, RaceLog prediction, ContextTask task)
    {
        LayerDatapoints datapoints = LayerDatapoints.Of(task.Count)
            .OneHot("Item", task.ObjectCount, task.Items, InputRole.Item)
            .OneHot("Context", task.ContextCount, task.Contexts, InputRole.Context);
        Figure figure = new(trained.Count, rows: 2);
        for (int layer = 0; layer < trained.Count; layer++)
        {
            CensusTrace forecast =
                new($"{trained[layer].Layer}, forecast", prediction.GateShareEpochs, prediction.Census(layer + 1, datapoints)) { HasUnits = false };
            CensusPanel.Draw(figure.Panel(layer), trained[layer]);
            CensusPanel.Draw(figure.Panel(trained.Count + layer), forecast);
            findings.Add($"census_layer{layer + 1}", CensusPanel.Table(trained[layer]));
            findings.Add($"census_layer{layer + 1}_forecast", CensusPanel.Table(forecast));
            findings.Metrics.Add($"census_layer{layer + 1}_apart", CensusPanel.Apart(trained[layer], forecast));
        }

        findings.Add("census", figure);
    }
}
