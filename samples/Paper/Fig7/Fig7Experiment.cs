using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using GateDsl.Samples.Stories;
using GateDsl.Samples.Writing;

namespace Paper.Fig7;

/// <summary>P1 App. A, Fig. 7: a deep linear network learns a hierarchy mode by mode, and each mode has a closed form.</summary>
internal sealed class Fig7Experiment : IExperiment
{
    public string Name => "fig7";

    public string Description => "A deep linear network (P1 App. A): data, modes, and their strengths over the training beside the closed form.";

    public ExperimentDefaults Defaults { get; } = new(Seeds: 3, Fig7Settings.Epochs);

    public Story Story => Fig7Story.Story;

    public Findings Run(RunSettings settings, WorkRunner runner)
    {
        HierarchyTask task = HierarchyTask.Create(Fig7Settings.Items.Length);
        Modes modes = new(task);
        Fig7Run[] runs = Fig7Run.OfAllSeeds(settings, runner);
        CurveFamily trained = new(Subject.Linear, [.. runs.Select(run => run.Losses)]);
        CurveFamily closed = new(Subject.Closed, [.. runs.Select(run => run.Closed.Loss)]);

        Findings findings = new();
        findings.Metrics.AddAgreement(closed, trained);
        findings.Add("modes", modes.Draw());
        findings.Add("modes", modes.Table(runs));
        Figure training = new(panels: 2);
        LossPanel.DrawLinear(training.Panel(0), [trained, closed]);
        TrajectoriesFigure.Draw(training.Panel(1), runs);
        findings.Add("training", training);
        findings.Add("losses", LossColumns.Of([trained, closed]));
        findings.Add("strengths", TrajectoriesFigure.Table(runs));
        findings.Add("outputs", Outputs(task, runs));
        findings.AddCaption(
            "The four modes of the data are learned one after another, the strongest first: that all things grow, then what parts animals from plants, "
            + "then what parts each two. The closed form, started from the strengths that the initial weights happen to give each mode, runs along all of them.");
        return findings;
    }

    /// <summary>A row per item and property: the target, and what the network of each seed says at the end.</summary>
    private static CsvTable Outputs(HierarchyTask task, Fig7Run[] runs)
    {
        CsvTable table = new(task.Targets.Length);
        table.Add("item", Enumerable.Range(0, task.Targets.Length).Select(cell => cell / task.TargetWidth).ToArray());
        table.Add("property", Enumerable.Range(0, task.Targets.Length).Select(cell => cell % task.TargetWidth).ToArray());
        table.Add("target", task.Targets);
        for (int seed = 0; seed < runs.Length; seed++)
        {
            table.Add($"output_{seed + 1}", runs[seed].Outputs);
        }

        return table;
    }
}
