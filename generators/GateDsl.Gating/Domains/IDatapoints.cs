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

    /// <summary>The input layers whose values are known, in declaration order.</summary>
    IReadOnlyList<InputLayer> Inputs { get; }

    /// <summary>Name of an input whose values are not known; null: every network input is known.</summary>
    string? UnknownInput { get; }

    /// <summary>The value of an index at a datapoint.</summary>
    int Value(int datapoint, int index);

    /// <summary>The network input at a datapoint.</summary>
    SparsePoint Input(int datapoint);

    /// <summary>The first datapoint with the same network input; itself where it is the first.</summary>
    int FirstWithSameInput(int datapoint);
}

/// <summary>An input layer inside the network input.</summary>
/// <param name="Name">Name of the input.</param>
/// <param name="Offset">Its first feature.</param>
/// <param name="Length">Its number of features.</param>
/// <param name="IsOneHot">Fed as an index.</param>
internal record InputLayer(string Name, int Offset, int Length, bool IsOneHot);
