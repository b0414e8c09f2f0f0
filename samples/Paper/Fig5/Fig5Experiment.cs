using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using GateDsl.Samples.Stories;
using GateDsl.Samples.Writing;

namespace Paper.Fig5;

/// <summary>P1 §5, Fig. 5: does a ReLU network keep to pathways that are on in all contexts but one when there are more contexts?</summary>
internal sealed class Fig5Experiment : IExperiment
{
    private static readonly CountOption Contexts = new(
        "--contexts", "Number of contexts, from 2 on; 0: three, four and five, as in the paper.", "C", Default: 0, Least: 0, Most: Fig5Settings.MostContexts);

    public string Name => "fig5";

    public string Description => "Three, four and five contexts (P1 §5): the ReLU network, the gated one, the closed form and the predictions.";

    public ExperimentDefaults Defaults { get; } = new(Seeds: 3, Fig5Settings.Epochs) { Counts = [Contexts] };

    public Story Story => Fig5Story.Story;

    public string? WhyNot(RunSettings settings) => settings.Count(Contexts) == 1 ? "--contexts 1 leaves nothing to gate: it must be 2 or more." : null;

    public Findings Run(RunSettings settings, WorkRunner runner)
    {
        int[] contexts = settings.Count(Contexts) is > 0 and int one ? [one] : Fig5Settings.Contexts;
        ContextNetwork[] networks = [.. contexts.Select(ContextNetworks.For)];
        ClosedContexts[] closed = [.. contexts.Select(c => new ClosedContexts(c, settings.Epochs))];
        ContextTrainings[] trainings = [.. networks.Zip(closed, (network, form) => new ContextTrainings(network, form))];
        double[][] losses = runner.Run(trainings.SelectMany(training => training.Work(settings)));
        SingularValues[] values = runner.Run(networks.Zip(closed, (network, form) => new Work<SingularValues>(
            $"{network.Contexts} contexts, looked at in between", settings.Seeds[0], context => SingularValues.Follow(network, form, settings, context))));
        int each = losses.Length / trainings.Length;
        ContextResult[] all = [.. trainings.Select((training, i) => training.Gather(losses.AsSpan(i * each, each), settings.Seeds.Count))];

        Findings findings = new();
        foreach (ContextResult result in all)
        {
            AddAgreements(findings.Metrics, result);
        }

        findings.Add("losses", LossFigure(all));
        findings.Add("losses", LossColumns.Of([.. all.Select(result => (result.Prefix, result.Families))]));
        findings.Add("singular_values", SingularValuesFigure.Draw(values));
        findings.Add("singular_values", SingularValuesFigure.Table(values));
        findings.AddCaption(
            "Whatever the number of contexts, the gated network whose pathways are on in all contexts but one follows the ReLU network, and its "
            + "closed form follows both without a fitted number. The two predictions of the ReLU network, which saw the data and sigma but no training, "
            + "lie closer to it still; the common pathway's singular values rise first, and those of the others take what it leaves.");
        return findings;
    }

    private static void AddAgreements(Metrics metrics, ContextResult result)
    {
        metrics.AddAgreement(result.Gdln, result.Relu, result.Prefix);
        metrics.AddAgreement(result.Closed, result.Gdln, result.Prefix);
        metrics.AddAgreement(result.Closed, result.Relu, result.Prefix);
        metrics.AddAgreement(result.Twin, result.Relu, result.Prefix);
        metrics.AddAgreement(result.Widths, result.Relu, result.Prefix);
    }

    private static Figure LossFigure(ContextResult[] all)
    {
        Figure figure = new(all.Length, rows: 2);
        for (int i = 0; i < all.Length; i++)
        {
            LossPanel.DrawLinear(figure.Panel(i), all[i].Families);
            figure.Panel(i).Title($"{all[i].Contexts} contexts");
            LossPanel.DrawLogarithmic(figure.Panel(all.Length + i), all[i].Families);
        }

        return figure;
    }
}
