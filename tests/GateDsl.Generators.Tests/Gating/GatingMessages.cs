namespace GateDsl.Generators.Tests.Gating;

/// <summary>What the wrong code of a page is told, written out so that no change of words goes unseen.</summary>
internal static class GatingMessages
{
    private const string Assumed =
        " (Context is taken for the context because it is the one-hot input declared last; "
        + "Role = InputRole.Context or InputRole.Item says which is which.)";

    private static readonly Dictionary<string, string> ById = new()
    {
        ["GDSL101"] =
            "'Some': No ReLU unit can implement this gate. It is on at (Item 1, Context 0) and (Item 2, Context 1) and off at "
            + "(Item 1, Context 1) and (Item 2, Context 0). A unit is on where w·x > 0 and off where w·x <= 0, so "
            + "w·(Item 1, Context 0) + w·(Item 2, Context 1) > 0 and w·(Item 1, Context 1) + w·(Item 2, Context 0) <= 0; but both are "
            + "the same sum, w·(Item 1 + Item 2 + Context 0 + Context 1). This is the XoR square of Lemma 4.1's proof. "
            + "The nearest gate by Context alone is on at Context 1, 2 and differs at 6 of 12 datapoints; or split the layer into 6 modules "
            + "that are on for a single datapoint each." + Assumed,
        ["GDSL102"] =
            "'Some': A ReLU unit can implement this gate: w·x > 0 exactly where it is on with w(Item 3) = 3, w(Item 2) = 2, "
            + "w(Item 1) = 1, w(Item 0) = 0, w(Context 0) = 0, w(Context 1) = -1, w(Context 2) = -2. Lemma 4.1 does not list it: it does not "
            + "depend on Context alone, and it is on for more than one datapoint. But the lemma's proof excludes only XoR squares, two "
            + "values of each input with the gate on at one diagonal and off at the other, and there is none here, because the rows are "
            + "ordered by inclusion (Item 0: none; Item 1: Context 0; Item 2: Context 0, 1; Item 3: Context 0-2)." + Assumed,
        ["GDSL103"] =
            "'Some': The gate depends on Item alone. A ReLU unit can implement it, with w(Item 0, 1) = 1, w(Item 2, 3) = 0, "
            + "w(every Context) = 0. Lemma 4.1 does not list it for a contextual task: where the module is on, it is on for every Context. "
            + "It does not read Context either, and no gate behind it depends on Context: what it adds to the output at one Item is the same "
            + "for every Context, so it cannot help with what differs between them." + Assumed,
        ["GDSL104"] = "'Some' is never on: it never learns and adds nothing to the output; widen its gate or remove it",
        ["GDSL105"] =
            "'Some' is on where 'Common' is, reads from the same sources and feeds the same targets: one module of 16 units does the "
            + "same, so merge them",
        ["GDSL106"] =
            "The gate of 'Some' depends on what the network cannot see: it is on at (Item 0, Context 0) and off at (Item 0, Context 2), "
            + "but the network input is the same at both, so every ReLU unit, at any depth, does the same at both",
        ["GDSL107"] =
            "Whether a ReLU network can implement the gating of 'Some' is not checked: rule 'Today' cannot be evaluated before data are "
            + "given: it reads DateTime.Day",
        ["GDSL108"] =
            "4 of the 12 datapoints of 'Net' reach no output, because a gate is closed on every path there: (Item 0, Context 2), "
            + "(Item 1, Context 2), (Item 2, Context 2), (Item 3, Context 2)",
        ["GDSL109"] =
            "'Net' claims to be a rectified linear network, but output 'Properties[0]' is gated: it is on only where Context is 0",
    };

    public static string Of(string id) => ById[id];
}
