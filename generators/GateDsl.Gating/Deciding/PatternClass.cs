namespace GateDsl.Gating;

/// <summary>
/// What kind of gate a pattern is, in order of precedence: the first that applies. "Datapoint" means a distinct network input here: what a
/// selector that adds nothing tells apart is one datapoint to the network.
/// </summary>
internal enum PatternClass
{
    /// <summary>No w has w·x &gt; 0 exactly where the gate is on.</summary>
    NotImplementable,

    /// <summary>On nowhere: implementable by w = 0.</summary>
    NeverOn,

    /// <summary>On everywhere: the module is linear.</summary>
    AlwaysOn,

    /// <summary>On for one network input.</summary>
    SingleDatapoint,

    /// <summary>A function of the one-hot inputs whose role is context (of all of them together, where there are several).</summary>
    ContextOnly,

    /// <summary>
    /// A function of the one-hot inputs whose role is item (of all of them together); also where there is no context to ignore.
    /// </summary>
    ItemOnly,

    /// <summary>
    /// Implementable and none of the above, hence outside Lemma 4.1's families: it reads item and context (for two one-hot inputs its rows
    /// are ordered by inclusion), or it reads stimuli.
    /// </summary>
    NestedMixed,
}
