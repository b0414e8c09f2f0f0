namespace GateDsl;

/// <summary>
/// What kind of gate a pattern is, in order of precedence: the first that applies (P1 Lemma 4.1 and beyond it). A "datapoint" is a distinct
/// network input here: what a selector that adds nothing tells apart is one datapoint to the network.
/// </summary>
public enum GateClass
{
    /// <summary>No weights w of a unit without bias have w·x &gt; 0 exactly where the gate is on.</summary>
    NotImplementable,

    /// <summary>On nowhere. In a census: dead units.</summary>
    NeverOn,

    /// <summary>On everywhere: the module is linear.</summary>
    AlwaysOn,

    /// <summary>On for one network input; over one-hot inputs one of Lemma 4.1's families.</summary>
    SingleDatapoint,

    /// <summary>
    /// A function of the one-hot inputs whose role is context (of all of them together, where there are several); over one-hot inputs
    /// alone Lemma 4.1's other family.
    /// </summary>
    ContextOnly,

    /// <summary>
    /// A function of the one-hot inputs whose role is item (of all of them together, where there are several): implementable, but it cannot
    /// tell contexts apart. Without a context it is what every gate over one item input is.
    /// </summary>
    ItemOnly,

    /// <summary>
    /// Implementable and none of the above, hence outside Lemma 4.1's families: it reads item and context (for two one-hot inputs its rows
    /// are ordered by inclusion), or it reads stimuli.
    /// </summary>
    NestedMixed,
}
