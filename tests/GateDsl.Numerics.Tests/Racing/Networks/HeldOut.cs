namespace GateDsl.Numerics.Tests.Racing.Networks;

/// <summary>Twenty hidden units between more inputs than there are datapoints, and three outputs: an expected Gram matrix is not enough.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class NarrowDense
{
    [Input(12)] public partial Layer X { get; }

    [Hidden(20), From(nameof(X))] public partial Layer Units { get; }

    [Output(3), From(nameof(Units))] public partial Layer Y { get; }
}

/// <summary>As many units as inputs and outputs together do not have, a direct edge beside them, and biases.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class NarrowBeside
{
    [Input(6)] public partial Layer X { get; }

    [Hidden(4, Bias = true), From(nameof(X))] public partial Layer Units { get; }

    [Output(3), From(nameof(Units)), From(nameof(X))] public partial Layer Y { get; }
}

/// <summary>Labels instead of targets.</summary>
[GatedNetwork]
public sealed partial class LabelReader
{
    [Input(8)] public partial Layer X { get; }

    [Hidden(15, Bias = true), From(nameof(X))] public partial Layer Units { get; }

    [Output(3, Loss = OutputLoss.CrossEntropy, Bias = true), From(nameof(Units))] public partial Layer Kind { get; }
}

/// <summary>Gates that are numbers, of one copy each.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class NumberedExperts
{
    [Input(5)] public partial Layer X { get; }

    [GateInput(3)] public partial GateInput Open { get; }

    [Hidden(12), From(nameof(X)), OnePer(nameof(Open))] public partial LayerBank Expert { get; }

    [Output(2), From(nameof(Expert))] public partial Layer Y { get; }
}

/// <summary>Two hidden layers, neither as wide as what it touches.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class NarrowDeep
{
    [Input(5)] public partial Layer X { get; }

    [Hidden(6), From(nameof(X))] public partial Layer First { get; }

    [Hidden(9), From(nameof(First))] public partial Layer Second { get; }

    [Output(2), From(nameof(Second))] public partial Layer Y { get; }
}

/// <summary>Routing without the shared edge: seven encoders write into one hidden layer that seven decoders read.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class DirectDomains
{
    [OneHotInput(28)] public partial Layer Cue { get; }

    [Selector(7)] public partial Selector Sink { get; }

    [Hidden(64), From(nameof(Cue))] public partial Layer First { get; }

    [Output(7), From(nameof(First)), OnePer(nameof(Sink))] public partial LayerBank Answers { get; }
}
