using GateDsl;

namespace Paper.Fig6;

/// <summary>
/// What a ReLU network of two hidden layers becomes (P1 §6; derived): its first layer acts as a linear one that is always on, with 3/4 of the
/// units, the share that is always on in the ReLU network; its second layer cannot be replaced and gates itself. Nothing is set by hand.
/// The twin is the ReLU network, 420 units in both layers.
/// </summary>
[GatedNetwork]
[ReluTwin(Fig6Settings.Units)]
internal sealed partial class SelfGatedContexts
{
    /// <summary>Which of the eight objects is shown.</summary>
    [OneHotInput(8)]
    public partial Layer Item { get; }

    /// <summary>In which of the three contexts.</summary>
    [OneHotInput(3)]
    public partial Layer Context { get; }

    /// <summary>Linear and always on.</summary>
    [Hidden(Fig6Settings.Units * 3 / 4), From(nameof(Item), nameof(Context))]
    public partial Layer First { get; }

    /// <summary>Each unit is on where its own pre-activation is positive.</summary>
    [Hidden(Fig6Settings.Units), From(nameof(First)), SelfGated]
    public partial Layer Second { get; }

    /// <summary>The properties of the object: those of every context, then one block per context.</summary>
    [Output(60), From(nameof(Second))]
    public partial Layer Properties { get; }
}
