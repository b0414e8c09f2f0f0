using System.Collections;
using System.Reflection;

namespace GateDsl.Sweeps;

/// <summary>
/// Experiments with a command line: <c>plan</c>, <c>run</c>, <c>collect</c>, <c>status</c>, <c>script</c>.
/// <code>return new SweepProgram { new Experiment("xor", "...", [margin], run => ...) }.Run(args);</code>
/// </summary>
public sealed class SweepProgram : IEnumerable<Experiment>
{
    private readonly List<Experiment> _experiments = [];

    /// <summary>A program without experiments yet.</summary>
    /// <param name="name">Part of every plan; unsaid, the name of the entry assembly.</param>
    /// <param name="version">
    /// Part of every plan, as results of another version are refused; unsaid, that of the entry assembly without what follows a '+'. Raise it when
    /// the same point and seed would give other numbers.
    /// </param>
    public SweepProgram(string? name = null, string? version = null)
    {
        Assembly? entry = Assembly.GetEntryAssembly();
        Name = name ?? entry?.GetName().Name ?? "sweep";
        Version = version ?? entry?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "1.0.0";
    }

    /// <summary>Part of every plan.</summary>
    public string Name { get; }

    /// <summary>Part of every plan.</summary>
    public string Version { get; }

    /// <summary>What is wrong with the experiments; null: nothing.</summary>
    internal string? Fault =>
        _experiments.Count == 0 ? "it has no experiments"
        : string.IsNullOrWhiteSpace(Name) || string.IsNullOrWhiteSpace(Version) ? "its name or its version is empty"
        : _experiments.Select(experiment => experiment.Fault).FirstOrDefault(fault => fault is not null) is { } fault ? fault
        : _experiments.GroupBy(experiment => experiment.Name).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? $"there are two experiments called '{twice.Key}'"
        : null;

    /// <summary>Adds an experiment.</summary>
    /// <param name="experiment">Of a name that is not taken; <see cref="Run"/> says so where it is.</param>
    public void Add(Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        _experiments.Add(experiment);
    }

    /// <summary>Does what the command line says.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <returns>
    /// 0: done. 1: the disk is full or a file cannot be written. 2: a wrong call, or experiments that are declared wrongly, said in one line. 3: runs failed
    /// or are missing. 130, 143: a signal left runs undone.
    /// </returns>
    public int Run(string[] args) => new SweepCommand(this, Console.Out, Console.Error).Run(args);

    /// <summary>The experiments in the order they were added.</summary>
    public IEnumerator<Experiment> GetEnumerator() => _experiments.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The experiment of a name, or null.</summary>
    internal Experiment? Find(string name) => _experiments.Find(experiment => experiment.Name == name);
}
