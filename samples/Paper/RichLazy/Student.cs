using GateDsl;

namespace Paper.RichLazy;

/// <summary>One linear pathway that learns a linear teacher of few modes.</summary>
[GatedNetwork(Precision = Precision.Double)]
internal sealed partial class Student
{
    /// <summary>Inputs without correlations: Sx = d I.</summary>
    [Input(RichLazySettings.Inputs)]
    public partial Layer Stimulus { get; }

    /// <summary>The hidden layer, always on.</summary>
    [Hidden(RichLazySettings.Units), From(nameof(Stimulus))]
    public partial Layer Units { get; }

    /// <summary>What the teacher answers.</summary>
    [Output(RichLazySettings.Outputs), From(nameof(Units))]
    public partial Layer Answer { get; }
}
