using System.Globalization;
using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using GateDsl.Samples.Stories;
using GateDsl.Samples.Writing;
using Paper.Fig4;

namespace Paper.Fig8;

/// <summary>P1 App. B, Fig. 8 and 9: which gated network is a trained ReLU network, and which one will it become?</summary>
internal sealed class Fig8Experiment : IExperiment
{
    public string Name => "fig8";

    public string Description => "The gates of trained ReLU networks (P1 App. B, Fig. 8 and 9), identified and forecast.";

    public ExperimentDefaults Defaults { get; } = new(Seeds: 5, Fig8Settings.Epochs, ContextStructure.Different);

    public Story Story => Fig8Story.Story;

    public Findings Run(RunSettings settings, WorkRunner runner)
    {
        ContextTask task = ContextTask.Create(contexts: 3, settings.Structure ?? ContextStructure.Different);
        SeedFindings[] found = Identify(settings, task, runner);
        ForecastResult forecast =
            runner.Run([new Work<ForecastResult>("forecast by representative units", settings.Seeds[0], _ => Forecast(settings, task))])[0];
        CurveFamily[] losses = DeclaredTrainings.Run(settings, task, found, forecast, runner);
        FoundModules modules = new(forecast, [.. found.Select(seed => seed.Result)]);

        Findings findings = new();
        AddMetrics(findings.Metrics, task, found, losses, modules);
        findings.Add("centroids", CentroidFigure.Draw(found[0].Result, task));
        findings.Add("centroids", CentroidFigure.Table(found[0].Result));
        findings.Add("elbow", ElbowFigure.Draw([.. found.Select(seed => seed.Result)]));
        findings.Add("elbow", ElbowFigure.Table([.. found.Select(seed => seed.Result)]));
        findings.Add("losses", LossFigure(losses));
        findings.Add("losses", LossColumns.Of(losses));
        findings.Add("shares", SharesFigure.Draw(modules, found[0].Twin.Epochs));
        findings.Add("shares", SharesFigure.Table(modules, found[0].Twin.Epochs, task));
        foreach ((int i, SeedFindings seed) in found.Index())
        {
            findings.AddText($"identified_{i + 1}.cs", seed.Declaration);
        }

        findings.AddText("forecast.cs", forecast.ToDeclaration("ForecastNetwork"));
        findings.AddCaption(Caption(found));
        return findings;
    }

    private static SeedFindings[] Identify(RunSettings settings, ContextTask task, WorkRunner runner)
    {
        ThreeContexts.Dataset data = ThreeContexts.Dataset.Create(task.Items, task.Contexts, task.Targets);
        IdentificationData known = IdentificationData.Of(task);
        return runner.Run(settings.Seeds.Select(seed => new Work<SeedFindings>("ReLU network, recorded and identified", seed, context =>
        {
            RecordedTwin twin = RecordedTwin.Train(data, known, settings.Epochs, context);
            IdentificationResult result = Identification.Of(twin.Recordings, known, new IdentificationOptions
            {
                MostModules = Fig8Settings.MostClusters,
                Training = new RecordedTraining(twin.Losses, Fig8Settings.Sigma, Fig8Settings.StepSize),
            });
            return new SeedFindings(seed, twin, result);
        })));
    }

    private static ForecastResult Forecast(RunSettings settings, ContextTask task) => Identification.Forecast(
        IdentificationData.Of(task),
        Fig8Settings.Units,
        Fig8Settings.Sigma,
        Fig8Settings.StepSize,
        settings.Epochs,
        new IdentificationOptions { MostModules = Fig8Settings.MostClusters, ForecastEpochs = RecordedTwin.EpochsOf(settings.Epochs) });

    private static void AddMetrics(Metrics metrics, ContextTask task, SeedFindings[] found, CurveFamily[] losses, FoundModules modules)
    {
        foreach (CurveFamily curve in losses[1..])
        {
            metrics.AddAgreement(curve, losses[0]);
        }

        metrics.AddAgreement(losses[2], losses[1]);
        metrics.Add("forecast_share_error_max", modules.LargestDistance());
        metrics.Add("elbow_at_4", found.Count(seed => seed.Result.Elbow.Clusters == Fig8Settings.ElbowOfPaper) / (double)found.Length);
        metrics.Add("common_and_pairs", found.Count(seed => seed.IsCommonAndPairs(task)) / (double)found.Length);
        foreach ((int i, SeedFindings seed) in found.Index())
        {
            metrics.Add($"elbow_k_seed{i + 1}", seed.Result.Elbow.Clusters);
            metrics.Add($"elbow_margin_seed{i + 1}", seed.Result.Elbow.Margin);
            metrics.Add($"residual_seed{i + 1}", seed.Result.Residual);
            metrics.Add($"stability_seed{i + 1}", seed.Result.Stability);
            foreach (ModuleCandidate candidate in seed.Result.Candidates)
            {
                metrics.Add($"error_k{candidate.Clusters}_seed{i + 1}", candidate.Error);
                metrics.Add($"loss_rms_k{candidate.Clusters}_seed{i + 1}", candidate.LossRms);
                metrics.Add($"target_residual_k{candidate.Clusters}_seed{i + 1}", candidate.TargetResidual);
                metrics.Add($"gate_spread_k{candidate.Clusters}_seed{i + 1}", candidate.GateSpread);
            }
        }
    }

    private static Figure LossFigure(CurveFamily[] losses)
    {
        Figure figure = new(panels: 2);
        LossPanel.DrawLinear(figure.Panel(0), losses);
        LossPanel.DrawLogarithmic(figure.Panel(1), losses);
        return figure;
    }

    private static string Caption(SeedFindings[] found)
    {
        int same = found.Count(seed => seed.Result.Elbow.Clusters == Fig8Settings.ElbowOfPaper);
        string[] others = [.. found.Select(seed => seed.WhyElsewhere()).OfType<string>()];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The gates of the units fall into clusters. In {same} of {found.Length} seeds the error has its elbow at k = {Fig8Settings.ElbowOfPaper}, where P1 finds it. The network that is "
            + $"declared from these clusters, and the one that was declared before any training, are trained beside the ReLU network.")
            + string.Concat(others.Select(other => " " + other));
    }
}
