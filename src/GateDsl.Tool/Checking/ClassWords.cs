namespace GateDsl.Tool.Checking;

/// <summary>What the classes of gates are, for someone who meets their names in a table. What they say depends on what the inputs are.</summary>
/// <param name="oneHot">Names of the one-hot inputs; the last of several is the context.</param>
/// <param name="hasDense">Whether there are other inputs beside them, or instead.</param>
internal sealed class ClassWords(IReadOnlyList<string> oneHot, bool hasDense)
{
    private const string Family = ": one of the two families that the lemma lists.";

    /// <summary>Those of inputs that were taken apart for identification.</summary>
    public static ClassWords Of(IdentificationData data) =>
        new([.. data.Inputs.Where(input => input.IsOneHot).Select(input => input.Name)], data.Inputs.Any(input => !input.IsOneHot));

    /// <summary>A line for each class that occurs, in the order of <see cref="GateClass"/>.</summary>
    /// <param name="output">Where.</param>
    /// <param name="classes">Those of a table; null: not checked.</param>
    public void Write(TextWriter output, IEnumerable<GateClass?> classes)
    {
        GateClass[] known = [.. classes.OfType<GateClass>().Distinct().Order()];
        if (known.Length == 0)
        {
            return;
        }

        output.WriteLine("Classes, by Lemma 4.1 of the paper Make Haste Slowly and what its proof leaves:");
        foreach (GateClass one in known)
        {
            output.WriteLine($"  {one}: {Of(one)}");
        }
    }

    private string Of(GateClass one) => one switch
    {
        GateClass.NotImplementable => "no ReLU unit can have it on these inputs.",
        GateClass.NeverOn => "off at every datapoint, a dead unit.",
        GateClass.AlwaysOn => "on at every datapoint, a linear unit.",
        GateClass.SingleDatapoint => $"on for one input only{(hasDense ? "." : Family)}",
        GateClass.ContextOnly => $"depends on {oneHot[^1]} alone, the last one-hot input{(hasDense ? "." : Family)}",
        GateClass.ItemOnly => oneHot.Count > 1
            ? $"depends on {string.Join(" and ", oneHot.SkipLast(1))} alone, whatever {oneHot[^1]} is." : $"depends on {oneHot[0]} alone.",
        _ => hasDense ? "on for some inputs and off for others, and there are weights for it; the lemma is about one-hot inputs and says nothing of these."
            : oneHot.Count == 2
                ? $"depends on {oneHot[0]} and {oneHot[1]}, and is nested: of any two values of {oneHot[0]}, one is on at every {oneHot[1]} where the other is. "
                + "The lemma does not list it, and its proof does not exclude it."
            : "depends on several one-hot inputs, and there are weights for it. The lemma does not list it, and its proof does not exclude it.",
    };
}
