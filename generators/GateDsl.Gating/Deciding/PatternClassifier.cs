namespace GateDsl.Gating;

/// <summary>The class of a gate that is known to be implementable.</summary>
internal static class PatternClassifier
{
    public static PatternClass Classify(IDatapoints datapoints, GatePattern pattern)
    {
        if (pattern.OnCount == 0)
        {
            return PatternClass.NeverOn;
        }

        if (pattern.OnCount == pattern.Count)
        {
            return PatternClass.AlwaysOn;
        }

        if (IsOnForOneInput(datapoints, pattern))
        {
            return PatternClass.SingleDatapoint;
        }

        if (DependsOnRoleAlone(datapoints, pattern, IndexRole.Context))
        {
            return PatternClass.ContextOnly;
        }

        return DependsOnRoleAlone(datapoints, pattern, IndexRole.Item) ? PatternClass.ItemOnly : PatternClass.NestedMixed;
    }

    /// <summary>Whether the gate is a function of the one-hot inputs of a role.</summary>
    public static bool DependsOnRoleAlone(IDatapoints datapoints, GatePattern pattern, IndexRole role)
    {
        int[] indices = Enumerable.Range(0, datapoints.Indices.Count).Where(i => datapoints.Indices[i].Role == role).ToArray();
        return indices.Length > 0 && DependsOnAlone(datapoints, pattern, indices);
    }

    /// <summary>Whether the gate is a function of these indices.</summary>
    public static bool DependsOnAlone(IDatapoints datapoints, GatePattern pattern, IReadOnlyList<int> indices)
    {
        Dictionary<long, bool> value = new();
        for (int n = 0; n < datapoints.Count; n++)
        {
            long key = 0;
            foreach (int i in indices)
            {
                key = (key * datapoints.Indices[i].Values) + datapoints.Value(n, i);
            }

            if (!value.TryGetValue(key, out bool known))
            {
                value.Add(key, pattern[n]);
            }
            else if (known != pattern[n])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOnForOneInput(IDatapoints datapoints, GatePattern pattern)
    {
        int only = -1;
        for (int n = 0; n < datapoints.Count; n++)
        {
            if (pattern[n])
            {
                int first = datapoints.FirstWithSameInput(n);
                if (only >= 0 && only != first)
                {
                    return false;
                }

                only = first;
            }
        }

        return true;
    }
}
