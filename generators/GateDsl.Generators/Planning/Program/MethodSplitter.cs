using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Program;

/// <summary>Splits what would be one long method: the JIT stops optimising methods that are too long.</summary>
internal static class MethodSplitter
{
    /// <summary>Bytes of IL in one method, about: far below the 60,000 at which the JIT stops.</summary>
    private const int MostBytes = 12_000;
    private const int BytesOfCall = 10;
    private const int BytesOfOperand = 30;

    /// <summary>The parts of a method, in order; groups stay together unless one alone is too long.</summary>
    public static IReadOnlyList<IReadOnlyList<CallGroup>> Split(IEnumerable<CallGroup> groups)
    {
        List<List<CallGroup>> parts = [[]];
        int bytes = 0;
        foreach (CallGroup group in groups.SelectMany(Cut))
        {
            int more = Bytes(group.Calls);
            if (bytes > 0 && bytes + more > MostBytes)
            {
                parts.Add([]);
                bytes = 0;
            }

            parts[parts.Count - 1].Add(group);
            bytes += more;
        }

        return parts;
    }

    private static IEnumerable<CallGroup> Cut(CallGroup group)
    {
        int most = MostBytes / (BytesOfCall + (4 * BytesOfOperand));
        return group.Calls.Count <= most || group.Loop is not null
            ? [group]
            : Enumerable.Range(0, (group.Calls.Count + most - 1) / most).Select(part => group with { Calls = group.Calls.Skip(part * most).Take(most).ToEquatableArray() });
    }

    private static int Bytes(IEnumerable<KernelCall> calls) => calls.Sum(call => BytesOfCall + (BytesOfOperand * (call.Operands.Count + 1 + (3 * call.OneHot.Count))));
}
