using GateDsl;

namespace Paper.Leaky;

/// <summary>Three contexts, with a twin whose units close: the ReLU network of P1 §4.</summary>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(LeakySettings.Units, Slope = 0)]
internal sealed partial class Closing
{
    /// <summary>Which of the eight objects is shown.</summary>
    [OneHotInput(8)]
    public partial Layer Item { get; }

    /// <summary>In which of the three contexts.</summary>
    [OneHotInput(3)]
    public partial Layer Context { get; }

    /// <summary>Always on: the linear network, of which the twin is the nonlinear one.</summary>
    [Hidden(LeakySettings.Units), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    /// <summary>The properties of the object: those of every context, then one block per context.</summary>
    [Output(60), From(nameof(Common))]
    public partial Layer Properties { get; }
}
