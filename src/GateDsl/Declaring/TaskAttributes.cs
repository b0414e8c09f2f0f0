namespace GateDsl;

/// <summary>What every task attribute says besides the task: the settings that the compiler may check against the data.</summary>
public abstract class TaskAttribute : Attribute
{
    /// <summary>Step size of gradient descent on the Sum loss; 0 = unsaid (times are then given in tau).</summary>
    public double StepSize { get; set; }

    /// <summary>Standard deviation of the initial weights; 0 = unsaid (0.005 / width).</summary>
    public double Sigma { get; set; }

    /// <summary>Momentum mu of the descent, at least 0 and below 1; 0 = none.</summary>
    public double Momentum { get; set; }

    /// <summary>Whether the momentum is Nesterov's.</summary>
    public bool Nesterov { get; set; }

    /// <summary>Weight decay lambda on the Sum loss, at least 0; 0 = none.</summary>
    public double WeightDecay { get; set; }
}

/// <summary>The network is meant for the contextual task (P1 §4, §5): items in contexts, see <see cref="ContextTask"/>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ContextTaskAttribute : TaskAttribute
{
    /// <summary>Number of contexts C.</summary>
    public int Contexts { get; set; } = 3;

    /// <summary>Number of objects.</summary>
    public int Objects { get; set; } = 8;

    /// <summary>Whether every context has the same hierarchy or a structure of its own.</summary>
    public ContextStructure Structure { get; set; } = ContextStructure.Same;
}

/// <summary>The network is meant for exclusive-or with a margin (P1 §3, App. C), see <see cref="XorTask"/>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class XorTaskAttribute : TaskAttribute
{
    /// <summary>The margin Delta.</summary>
    public double Margin { get; set; } = 1;
}

/// <summary>The network is meant for the hierarchy (P1 App. A), see <see cref="HierarchyTask"/>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class HierarchyTaskAttribute : TaskAttribute
{
    /// <summary>Number of objects.</summary>
    public int Objects { get; set; } = 4;
}

/// <summary>
/// The network is meant for routing (P2), see <see cref="RoutingTask"/>: either with a one-hot input of the 4 items and selectors of sources and
/// sinks, or, P2's own form, with a one-hot input of the 4 M cues and a selector of sinks.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RoutingTaskAttribute : TaskAttribute
{
    /// <summary>Number of domains M: encoders, and decoders.</summary>
    public int Domains { get; set; } = 7;

    /// <summary>Number of trained decoders K per encoder.</summary>
    public int Trained { get; set; } = 4;
}
