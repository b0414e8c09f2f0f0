using System.CommandLine;
using GateDsl.Commanding;
using GateDsl.Samples.Commanding;
using GateDsl.Samples.Running;

namespace Paper.Commanding;

/// <summary>Everything, one after the other. What is not said is as each experiment has it.</summary>
internal sealed class AllCommand : Command
{
    public AllCommand(IReadOnlyList<IExperiment> experiments, Func<IReadOnlyList<(IExperiment Experiment, RunSettings Settings)>, string, int> run)
        : base("all", "Every experiment, and a page on all of them: report.html.")
    {
        Option<int?> seeds = NumberOptions.CountIfSaid("--seeds", "How many seeds, in every experiment.", "K");
        Option<ulong> seed = SharedOptions.Seed();
        Option<int?> epochs = NumberOptions.CountIfSaid("--epochs", "How many updates, in every experiment.", "N");
        Option<string> folder = SharedOptions.Folder();
        Add(seeds);
        Add(seed);
        Add(epochs);
        Add(folder);
        SetAction(parsed => run(
            [
                .. experiments.Select(experiment => (experiment, new RunSettings(
                    RunSettings.SeedsFrom(parsed.GetRequiredValue(seed), parsed.GetValue(seeds) ?? experiment.Defaults.Seeds),
                    parsed.GetValue(epochs) ?? experiment.Defaults.Epochs,
                    experiment.Defaults.Structure))),
            ],
            parsed.GetRequiredValue(folder)));
    }
}
