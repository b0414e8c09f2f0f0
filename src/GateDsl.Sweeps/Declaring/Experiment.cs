using System.Text.RegularExpressions;

namespace GateDsl.Sweeps;

/// <summary>
/// What a sweep runs: typed parameters, and a function from a point and a seed to named numbers. One that is declared wrongly throws nothing;
/// <see cref="SweepProgram.Run"/> says in one line what is wrong.
/// </summary>
public sealed partial class Experiment
{
    /// <summary>Declares an experiment.</summary>
    /// <param name="name">As in <c>plan name</c>: small letters, digits, '-' and '_'; begins with a letter.</param>
    /// <param name="help">A sentence on what it does.</param>
    /// <param name="parameters">
    /// In the order of the table's columns; the last one changes fastest. No two names that differ by the case of letters only.
    /// </param>
    /// <param name="run">
    /// Does one run and returns what came out, by name. It may be called on several threads at once, takes everything random from the seed, and
    /// should stop with <see cref="OperationCanceledException"/> when the run's token asks for it. Any exception makes the run a failed one.
    /// </param>
    public Experiment(string name, string help, IReadOnlyList<Parameter> parameters, Func<SweepRun, IReadOnlyDictionary<string, double>> run)
    {
        (Name, Help, Parameters, Function) = (name ?? "", help, [.. parameters ?? []], run);
        Fault = FindFault();
    }

    /// <summary>As in <c>plan name</c>.</summary>
    public string Name { get; }

    /// <summary>A sentence on what it does.</summary>
    public string Help { get; }

    /// <summary>In the order of the table's columns.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>
    /// Why the experiment has no answer at a point, or null where it has one; asked for every point before anything runs. A grid that holds such points is
    /// refused, or planned without them where <c>plan</c> is told <c>--skip-impossible</c>.
    /// </summary>
    public Func<Point, string?>? WhyNot { get; init; }

    /// <summary>What is wrong with the declaration; null: nothing.</summary>
    internal string? Fault { get; }

    internal Func<SweepRun, IReadOnlyDictionary<string, double>> Function { get; }

    private string? FindFault()
    {
        if (!ExperimentName().IsMatch(Name))
        {
            return $"an experiment cannot be called '{Name}'; a name is small letters, digits, '-' and '_', and begins with a letter";
        }

        if (Function is null || Parameters.Any(parameter => parameter is null))
        {
            return $"experiment '{Name}' lacks {(Function is null ? "a function that does a run" : "one of its parameters, which is null")}";
        }

        if (Parameters.Select(parameter => parameter.Fault).FirstOrDefault(fault => fault is not null) is { } inParameter)
        {
            return inParameter;
        }

        Parameter[]? twice = Parameters.GroupBy(parameter => parameter.Name, StringComparer.OrdinalIgnoreCase).Select(group => group.ToArray())
            .FirstOrDefault(group => group.Length > 1);
        return twice is null ? null
            : twice[0].Name == twice[1].Name ? $"experiment '{Name}' has two parameters called '{twice[0].Name}'"
            : $"experiment '{Name}' has parameters '{twice[0].Name}' and '{twice[1].Name}', which differ by the case of letters only";
    }

    [GeneratedRegex(@"^[a-z][a-z0-9_-]*\z")]
    private static partial Regex ExperimentName();
}
