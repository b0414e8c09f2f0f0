using GateDsl.Samples.Stories;
using GateDsl.Samples.Writing;

namespace GateDsl.Samples.Running;

/// <summary>One experiment of the papers. It computes; what it found is written by the frame, all at once.</summary>
public interface IExperiment
{
    /// <summary>Its name on the command line, and of its folder in the output.</summary>
    string Name { get; }

    /// <summary>One line for the help.</summary>
    string Description { get; }

    /// <summary>The settings of the paper, and how many seeds are trained where nothing else is asked for.</summary>
    ExperimentDefaults Defaults { get; }

    /// <summary>What the report says of it; null: no more than its caption and its pictures.</summary>
    Story? Story => null;

    /// <summary>Why it cannot run with options that do not fit together, as a line for the caller; null: it can.</summary>
    string? WhyNot(RunSettings settings) => null;

    /// <summary>Runs it.</summary>
    /// <exception cref="OperationCanceledException">Cancelled in the middle; nothing is found then.</exception>
    Findings Run(RunSettings settings, WorkRunner runner);
}
