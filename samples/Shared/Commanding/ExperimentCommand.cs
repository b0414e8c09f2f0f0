using System.CommandLine;
using GateDsl.Commanding;
using GateDsl.Samples.Running;

namespace GateDsl.Samples.Commanding;

/// <summary>An experiment on the command line: its options, and what they ask for.</summary>
public sealed class ExperimentCommand : Command
{
    private readonly Option<int> _seeds;
    private readonly Option<ulong> _seed = SharedOptions.Seed();
    private readonly Option<int> _epochs;
    private readonly Option<ContextStructure>? _structure;
    private readonly IReadOnlyDictionary<CountOption, Option<int>> _counts;
    private readonly Option<string> _out = SharedOptions.Folder();

    public ExperimentCommand(IExperiment experiment, Func<IExperiment, RunSettings, string, int> run)
        : base(experiment.Name, experiment.Description)
    {
        _seeds = NumberOptions.Count("--seeds", "How many seeds.", experiment.Defaults.Seeds, "K");
        _epochs = NumberOptions.Count("--epochs", "How many updates.", experiment.Defaults.Epochs, "N");
        Add(_seeds);
        Add(_seed);
        Add(_epochs);
        if (experiment.Defaults.Structure is { } structure)
        {
            _structure = SharedOptions.Structure(structure);
            Add(_structure);
        }

        _counts = experiment.Defaults.Counts.ToDictionary(count => count, SharedOptions.Count);
        foreach (Option<int> count in _counts.Values)
        {
            Add(count);
        }

        Add(_out);
        SetAction(parsed => run(experiment, Settings(parsed), parsed.GetRequiredValue(_out)));
    }

    private RunSettings Settings(ParseResult parsed) => new(
        RunSettings.SeedsFrom(parsed.GetRequiredValue(_seed), parsed.GetRequiredValue(_seeds)),
        parsed.GetRequiredValue(_epochs),
        _structure is null ? null : parsed.GetRequiredValue(_structure))
    {
        Counts = _counts.ToDictionary(count => count.Key, count => parsed.GetRequiredValue(count.Value)),
    };
}
