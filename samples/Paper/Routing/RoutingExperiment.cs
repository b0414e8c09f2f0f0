using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using GateDsl.Samples.Stories;
using GateDsl.Samples.Writing;

namespace Paper.Routing;

/// <summary>P2: a routing network trained on some pairs of encoder and decoder answers the others, if its weights started small.</summary>
internal sealed class RoutingExperiment : IExperiment
{
    public string Name => "routing";

    public string Description => "Routing (P2): pairs of encoder and decoder that were never trained, and the scalar race.";

    public ExperimentDefaults Defaults { get; } = new(Seeds: 3, RoutingSettings.Epochs) { Counts = [RoutingSettings.Domains, RoutingSettings.Trained] };

    public Story Story => RoutingStory.Story;

    public string? WhyNot(RunSettings settings)
    {
        (int domains, int trained) = (settings.Count(RoutingSettings.Domains), settings.Count(RoutingSettings.Trained));
        return trained > domains ? $"--trained {trained} is more than the {domains} decoders that --domains gives." : null;
    }

    public Findings Run(RunSettings settings, WorkRunner runner)
    {
        RoutingProblem problem = new(settings.Count(RoutingSettings.Domains), settings.Count(RoutingSettings.Trained));
        Trace[] traces = Trace.Run(settings, problem, runner);
        ScalarRace race = ScalarRace.Of(problem, settings.Epochs);
        GainRun[][] sweep = GainRun.Sweep(settings, problem, runner);
        CurveFamily trained = new(RoutingSubjects.Network, [.. traces.Select(trace => trace.Loss)]);
        CurveFamily steps = CurveFamily.OfAllSeeds(RoutingSubjects.Steps, race.StepLoss, traces.Length);
        CurveFamily flow = CurveFamily.OfAllSeeds(RoutingSubjects.Flow, race.FlowLoss, traces.Length);
        (GainRun small, GainRun large) = (sweep[0][0], sweep[^1][0]);

        Findings findings = new();
        AddErrors(findings.Metrics, sweep);
        findings.Metrics.AddAgreement(steps, trained);
        findings.Metrics.AddAgreement(flow, trained);
        findings.Add("losses", LossFigure([trained, steps, flow]));
        findings.Add("losses", LossColumns.Of([trained, steps, flow]));
        findings.Add("strengths", StrengthsFigure.Draw(problem, traces, race));
        findings.Add("strengths", StrengthsFigure.Table(problem, traces, race));
        findings.Add("gains", GainFigure.Draw(problem, sweep));
        findings.Add("gains", GainFigure.Table(sweep));
        findings.Add("pairs", PairsFigure.Draw(problem, small, large));
        findings.Add("pairs", PairsFigure.Table(problem, small, large));
        findings.Add("similarity", SimilarityFigure.Draw(problem, small, large));
        findings.Add("similarity", SimilarityFigure.Table(small, large));
        findings.AddCaption(
            "From small initial weights the pathway that all pairs share wins the race: the encoders come to write the same code, so pairs that were "
            + "never trained answer as well as trained ones, and one scalar per edge and mode predicts the loss. From large ones every pair "
            + "finds a solution of its own: the trained pairs are still right, the others are not.");
        return findings;
    }

    private static void AddErrors(Metrics metrics, GainRun[][] sweep)
    {
        foreach (GainRun[] runs in sweep)
        {
            string gain = FormattableString.Invariant($"g{runs[0].Gain}");
            metrics.Add($"trained_error_{gain}", runs.Average(run => run.Trained));
            if (runs[0].Untrained is not null)
            {
                metrics.Add($"untrained_error_{gain}", runs.Average(run => run.Untrained!.Value));
            }

            metrics.Add($"encoder_similarity_{gain}", runs.Average(run => run.Sharing));
        }
    }

    private static Figure LossFigure(CurveFamily[] losses)
    {
        Figure figure = new(panels: 2);
        LossPanel.DrawLinear(figure.Panel(0), losses);
        LossPanel.DrawLogarithmic(figure.Panel(1), losses);
        return figure;
    }
}
