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

    public string Description => "Two hidden layers (P1 §6): plateaus of the ReLU network, predicted from the data, and who follows it.";

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
            .. settings.Seeds.SelectMany((seed, index) => trainings.Of(seed, withCensus: index == 0)),
            new Work<SeedRun>(Fig6Subjects.Predicted.Label, settings.Seeds[0], context =>
            {
                DeepContextForecast forecast = race.Expect(
                    Fig6Settings.Sigma, Fig6Settings.StepSize, settings.Epochs, cancellationToken: context.CancellationToken);
                return new SeedRun(Fig6Subjects.Predicted, forecast.Loss) { Forecast = forecast };
            }),
        ]);
        CurveFamily relu = Family(Subject.Relu);
        CurveFamily[] followers = [Family(Fig6Subjects.SelfGated), Family(Fig6Subjects.Schedule), Family(Fig6Subjects.Joint)];
        CurveFamily predicted = Family(Fig6Subjects.Predicted);

        Findings findings = new();
        AddDistances(findings.Metrics, relu, followers, race);
        findings.Metrics.Add("relu_first_layer_on", runs.Where(run => run.Subject == Subject.Relu).Average(run => run.FirstLayerOn));
        Stages stages = new(race, runs[^1].Forecast!);
        stages.AddPredicted(findings.Metrics);
        stages.AddMeasured(findings.Metrics, relu);
        foreach (CurveFamily follower in followers)
        {
            stages.AddMeasured(findings.Metrics, follower);
        }

        findings.Add("losses", LevelsFigure.Draw(race, [relu, predicted], [relu, .. followers]));
        findings.Add("losses", LossColumns.Of([relu, .. followers, predicted]));
        AddCensuses(findings, runs[0].Censuses);
        findings.AddCaption(
            "The loss of the ReLU network rests at levels that the data fix (dotted) and leaves them at times close to those predicted from the modes of the "
            + "best linear map. A linear first layer below a self-gated second one follows it with nothing set by hand, early or late by as "
            + "much as two seeds of the ReLU network; fixed gates trained from the plain start rest elsewhere, and need the authors' schedule to follow.");
        return findings;

        CurveFamily Family(Subject subject) => new(subject, [.. runs.Where(run => run.Subject == subject).Select(run => run.Loss)]);
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

    private static void AddCensuses(Findings findings, IReadOnlyList<CensusTrace> censuses)
    {
        Figure figure = new(censuses.Count);
        for (int layer = 0; layer < censuses.Count; layer++)
        {
            CensusPanel.Draw(figure.Panel(layer), censuses[layer]);
            findings.Add($"census_layer{layer + 1}", CensusPanel.Table(censuses[layer]));
        }

        findings.Add("census", figure);
    }
}
