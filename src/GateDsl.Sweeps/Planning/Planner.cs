namespace GateDsl.Sweeps;

/// <summary>From <c>--set</c> and <c>--seeds</c> to the values of a plan, checked before anything runs.</summary>
internal static class Planner
{
    /// <summary>The values of every parameter, in the experiment's order.</summary>
    public static IReadOnlyList<object[]> ReadSettings(Experiment experiment, IEnumerable<string> settings)
    {
        Dictionary<Parameter, object[]> set = [];
        foreach (string setting in settings)
        {
            int equals = setting.IndexOf('=');
            string name = equals < 0 ? setting : setting[..equals];
            Parameter parameter = experiment.Parameters.FirstOrDefault(parameter => parameter.Name == name)
                ?? throw new WrongUseException(experiment.Parameters.Count == 0
                    ? $"Experiment '{experiment.Name}' has no parameters, so no '{name}'."
                    : $"Experiment '{experiment.Name}' has no parameter '{name}'; it has {string.Join(", ", experiment.Parameters.Select(parameter => parameter.Name))}.");
            if (equals < 0)
            {
                throw new WrongUseException($"--set {setting} says no value; call it like --set {name}={parameter.Print(parameter.DefaultValue)}.");
            }

            if (!set.TryAdd(parameter, ReadList(parameter, setting[(equals + 1)..])))
            {
                throw new WrongUseException($"Parameter '{name}' is set twice; separate its values by commas.");
            }
        }

        return [.. experiment.Parameters.Select(parameter => set.GetValueOrDefault(parameter, [parameter.DefaultValue]))];
    }

    /// <summary>Asks the experiment about every point of a grid.</summary>
    /// <param name="grid">The plan of all points.</param>
    /// <param name="skipsImpossible">Whether points without an answer are left out; otherwise the grid is refused.</param>
    /// <returns>The points that have an answer; null: all have.</returns>
    public static PointList? CheckPoints(Plan grid, bool skipsImpossible)
    {
        if (grid.Experiment.WhyNot is not { } whyNot)
        {
            return null;
        }

        string name = grid.Experiment.Name;
        int count = grid.Count / grid.Seeds.Count;
        List<int> possible = [];
        string? first = null;
        for (int i = 0; i < count; i++)
        {
            Point point = grid.PointOf(i * grid.Seeds.Count);
            if (Ask(whyNot, point, name) is not { } reason)
            {
                possible.Add(i);
            }
            else
            {
                first ??= $"{point}: {reason.TrimEnd('.', ' ')}";
            }
        }

        return first is null ? null
            : possible.Count == 0
                ? throw new WrongUseException(
                    $"Experiment '{name}' has no answer at {(count == 1 ? first : $"any of the {count} points, the first of them {first}")}.")
            : skipsImpossible ? PointList.Of(possible)
            : throw new WrongUseException(
                $"Experiment '{name}' has no answer at {count - possible.Count} of {count} points, the first of them {first}; --skip-impossible plans the others.");
    }

    /// <summary>What the experiment says of a point; its own errors are mistakes of the program, not of this one.</summary>
    private static string? Ask(Func<Point, string?> whyNot, Point point, string name)
    {
        try
        {
            return whyNot(point);
        }
        catch (Exception exception)
        {
            throw new WrongUseException($"WhyNot of experiment '{name}' fails at {point}: {exception.GetType().Name}: {exception.Message}");
        }
    }

    private static object[] ReadList(Parameter parameter, string text)
    {
        List<object> values = [];
        HashSet<object> seen = [];
        foreach (string element in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (element.Length == 0)
            {
                throw new WrongUseException(text.Length == 0
                    ? $"Parameter '{parameter.Name}' is set to nothing, --set {parameter.Name}= is empty; call it like --set {parameter.Name}={parameter.Print(parameter.DefaultValue)}."
                    : $"Parameter '{parameter.Name}' has an empty value beside a comma of '{text}'.");
            }

            foreach (object value in parameter.ReadElement(element))
            {
                if (parameter.WhyNot(value) is { } reason)
                {
                    throw new WrongUseException($"Parameter '{parameter.Name}' {reason}.");
                }

                values.Add(seen.Add(value)
                    ? value
                    : throw new WrongUseException($"Parameter '{parameter.Name}' has the value {parameter.Print(value)} twice."));
            }
        }

        return [.. values];
    }
}
