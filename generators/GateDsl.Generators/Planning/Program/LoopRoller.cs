using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Program;

/// <summary>
/// Groups that follow one another and differ in the copy of a bank alone become one, for all these copies in the same order: the formula of the
/// copies is one, and no sum changes its order.
/// </summary>
internal static class LoopRoller
{
    public static EquatableArray<CallGroup> Roll(IReadOnlyList<CallGroup> groups)
    {
        List<CallGroup> rolled = [];
        for (int start = 0; start < groups.Count;)
        {
            int count = 1;
            CallGroup last = groups[start];
            foreach (int step in new[] { 1, -1 })
            {
                for (int n = 1; start + n < groups.Count && Over(groups, start, n + 1, step) is { } longer; n++)
                {
                    (last, count) = (longer, n + 1);
                }

                if (count > 1)
                {
                    break;
                }
            }

            rolled.Add(last);
            start += count;
        }

        return rolled.ToEquatableArray();
    }

    /// <summary>The groups as one; null: they differ in more than a copy.</summary>
    private static CallGroup? Over(IReadOnlyList<CallGroup> groups, int start, int count, int step)
    {
        CallGroup first = groups[start];
        Operand[] operands = [.. first.Operands];
        int[] looped = [.. operands.Select(_ => -1)];
        int? copy = null;
        for (int n = 1; n < count; n++)
        {
            CallGroup other = groups[start + n];
            Operand[] others = [.. other.Operands];
            if (!HaveSameWords(first, other) || others.Length != operands.Length)
            {
                return null;
            }

            for (int o = 0; o < operands.Length; o++)
            {
                (Operand a, Operand b) = (operands[o], others[o]);
                if (a.Owner != b.Owner || a.Member != b.Member || a.Position.Count != b.Position.Count)
                {
                    return null;
                }

                for (int i = 0; i < a.Position.Count; i++)
                {
                    bool isSame = a.Position[i] == b.Position[i];
                    if (n == 1 && !isSame && looped[o] < 0)
                    {
                        looped[o] = i;
                        copy ??= a.Position[i];
                    }

                    if (looped[o] == i ? a.Position[i] != copy || b.Position[i] != copy + (n * step) : !isSame)
                    {
                        return null;
                    }
                }
            }
        }

        return copy is int from ? WithCopies(first, looped, new LoopRange(from, from + ((count - 1) * step))) : null;
    }

    private static bool HaveSameWords(CallGroup a, CallGroup b) =>
        a.Formula.Count == b.Formula.Count && a.Formula.Zip(b.Formula, (x, y) => x.Text == y.Text && x.Operand is null == y.Operand is null).All(same => same)
        && a.Calls.Count == b.Calls.Count
        && a.Calls.Zip(b.Calls,
            (x, y) => x.Kernel == y.Kernel && x.Factor == y.Factor && x.OneHot.Count == y.OneHot.Count && x.Operands.Count == y.Operands.Count)
                .All(same => same);

    private static CallGroup WithCopies(CallGroup group, int[] looped, LoopRange range)
    {
        int next = 0;
        return group.Map(operand => operand with { Looped = looped[next++] }) with { Loop = range };
    }
}
