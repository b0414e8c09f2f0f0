namespace GateDsl.Gating;

/// <summary>
/// Datapoints that gates are functions of: the domain of a declaration, or the datapoints of a data set. Each has a value per index and a
/// network input.
/// </summary>
internal interface IDatapoints
{
    /// <summary>Number of datapoints.</summary>
    int Count { get; }

    /// <summary>One-hot inputs and selectors in declaration order.</summary>
    IReadOnlyList<DomainIndex> Indices { get; }

    /// <summary>Number of features of the network input, all input layers together.</summary>
    int Features { get; }

    /// <summary>Name of an input whose values are not known; null: every network input is known.</summary>
    string? UnknownInput { get; }

    /// <summary>The value of an index at a datapoint.</summary>
    int Value(int datapoint, int index);

    /// <summary>The network input at a datapoint.</summary>
    SparsePoint Input(int datapoint);

    /// <summary>The first datapoint with the same network input; itself where it is the first.</summary>
    int FirstWithSameInput(int datapoint);

    /// <summary>The datapoint by names and values: "(Item 2, Context 0)".</summary>
    string Describe(int datapoint);

    /// <summary>What a feature of the network input is: "Item 2", "Stimulus[0]".</summary>
    string DescribeFeature(int feature);
}
