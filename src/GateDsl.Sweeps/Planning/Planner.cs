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

    /// <summary>Asks the experiment about every point.</summary>
    public static void CheckPoints(Plan plan)
    {
        if (plan.Experiment.WhyNot is not { } whyNot)
        {
            return;
        }

        for (int run = 0; run < plan.Count; run += plan.Seeds.Count)
        {
            Point point = plan.PointOf(run);
            if (whyNot(point) is { } reason)
            {
                throw new WrongUseException($"Experiment '{plan.Experiment.Name}' has no answer at {point}: {reason}");
            }
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
                throw new WrongUseException($"Parameter '{parameter.Name}' is set to an empty value in '{text}'.");
            }

            foreach (object value in parameter.ReadElement(element))
            {
                if (parameter.WhyNot(value) is { } reason)
                {
                    throw new WrongUseException($"Parameter '{parameter.Name}' {reason}.");
                }

                values.Add(seen.Add(value) ? value : throw new WrongUseException($"Parameter '{parameter.Name}' has the value {parameter.Print(value)} twice."));
            }
        }

        return [.. values];
    }
}
