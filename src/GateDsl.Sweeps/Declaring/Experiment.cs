namespace GateDsl.Sweeps;

/// <summary>What a sweep runs: typed parameters, and a function from a point and a seed to named numbers.</summary>
public sealed class Experiment
{
    /// <summary>Declares an experiment.</summary>
    /// <param name="name">As in <c>plan name</c>: small letters, digits, '-' and '_'; begins with a letter.</param>
    /// <param name="help">A sentence on what it does.</param>
    /// <param name="parameters">In the order of the table's columns; the last one changes fastest.</param>
    /// <param name="run">
    /// Does one run and returns what came out, by name. It may be called on several threads at once, takes everything random from the seed, and
    /// should stop with <see cref="OperationCanceledException"/> when the run's token asks for it. Any exception makes the run a failed one.
    /// </param>
    /// <exception cref="ArgumentException">The name is none, or two parameters have the same.</exception>
    public Experiment(string name, string help, IReadOnlyList<Parameter> parameters, Func<SweepRun, IReadOnlyDictionary<string, double>> run)
    {
        Name = Parameter.CheckName(name, "An experiment");
        Help = help;
        Parameters = [.. parameters];
        Function = run;
        if (Parameters.GroupBy(parameter => parameter.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Experiment '{name}' has two parameters called '{twice.Key}'.", nameof(parameters));
        }
    }

    /// <summary>As in <c>plan name</c>.</summary>
    public string Name { get; }

    /// <summary>A sentence on what it does.</summary>
    public string Help { get; }

    /// <summary>In the order of the table's columns.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Why the experiment has no answer at a point, or null where it has one; asked for every point before anything runs.</summary>
    public Func<Point, string?>? WhyNot { get; init; }

    internal Func<SweepRun, IReadOnlyDictionary<string, double>> Function { get; }
}
