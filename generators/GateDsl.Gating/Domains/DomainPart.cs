namespace GateDsl.Gating;

/// <summary>A declared input or selector: what a datapoint consists of.</summary>
internal abstract record DomainPart(string Name);

/// <summary>Whether an index is fed to the network as a one-hot vector or only gates.</summary>
internal enum IndexKind
{
    OneHot,
    Selector,
}

/// <summary>What a one-hot input stands for in a contextual task; selectors have no role.</summary>
internal enum IndexRole
{
    None,
    Item,
    Context,
}

/// <summary>A one-hot input or a selector with values 0 to <paramref name="Values"/> - 1.</summary>
internal sealed record DomainIndex(string Name, int Values, IndexKind Kind, IndexRole Role) : DomainPart(Name)
{
    public static DomainIndex OneHot(string name, int values, IndexRole role) => new(name, values, IndexKind.OneHot, role);

    public static DomainIndex Selector(string name, int values) => new(name, values, IndexKind.Selector, IndexRole.None);
}

/// <summary>A dense input.</summary>
/// <param name="Name">Name of the input.</param>
/// <param name="Features">Number of features.</param>
/// <param name="Stimuli">Which vector each value of an index stands for; null: the input is unknown, and gates cannot be checked.</param>
internal sealed record DenseInput(string Name, int Features, StimulusTable? Stimuli) : DomainPart(Name);

/// <summary>One vector of a dense input per value of an index.</summary>
internal sealed record StimulusTable(string Index, IReadOnlyList<IReadOnlyList<Rational>> Rows);
