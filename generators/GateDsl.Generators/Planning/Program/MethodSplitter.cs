using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Program;

/// <summary>Splits what would be one long method: the JIT stops optimising methods that are too long. The one place that says how long that is.</summary>
internal static class MethodSplitter
{
    /// <summary>Bytes of IL in one method, about: far below the 60,000 at which the JIT stops.</summary>
    public const int MostBytes = 12_000;

    private const int BytesOfStatement = 10;
    private const int BytesOfOperand = 30;

    /// <summary>The parts of a method, in order; groups stay together unless one alone is too long.</summary>
    public static IReadOnlyList<IReadOnlyList<CallGroup>> Split(IEnumerable<CallGroup> groups) =>
        Fill(groups.SelectMany(Cut), group => group.Calls.Sum(call => Bytes(OperandsOf(call))));

    /// <summary>The parts of a method of other statements, in order.</summary>
    /// <param name="statements">What stands behind each other.</param>
    /// <param name="operands">How many values a statement loads and stores.</param>
    public static IReadOnlyList<IReadOnlyList<T>> Split<T>(IEnumerable<T> statements, Func<T, int> operands) =>
        Fill(statements, statement => Bytes(operands(statement)));

    private static List<List<T>> Fill<T>(IEnumerable<T> items, Func<T, int> bytesOf)
    {
        List<List<T>> parts = [[]];
        int bytes = 0;
        foreach (T item in items)
        {
            int more = bytesOf(item);
            if (bytes > 0 && bytes + more > MostBytes)
            {
                parts.Add([]);
                bytes = 0;
            }

            parts[parts.Count - 1].Add(item);
            bytes += more;
        }

        return parts;
    }

    private static IEnumerable<CallGroup> Cut(CallGroup group) => group.Loop is not null
        ? [group]
        : Fill(group.Calls, call => Bytes(OperandsOf(call))).Select(calls => group with { Calls = calls.ToEquatableArray() });

    private static int Bytes(int operands) => BytesOfStatement + (BytesOfOperand * operands);

    /// <summary>A one-hot edge is a pair of matrices in an array.</summary>
    private static int OperandsOf(KernelCall call) => call.Operands.Count + 1 + (3 * call.OneHot.Count);
}
