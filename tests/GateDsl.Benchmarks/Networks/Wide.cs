namespace GateDsl.Benchmarks.Networks;

// One pathway and the ReLU network at growing width; widths are constants of a declaration.

[GatedNetwork, ReluTwin(100)]
internal sealed partial class Wide100
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(3)]
    public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    [Output(60), From(nameof(Common))]
    public partial Layer Properties { get; }
}

[GatedNetwork, ReluTwin(300)]
internal sealed partial class Wide300
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(3)]
    public partial Layer Context { get; }

    [Hidden(300), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    [Output(60), From(nameof(Common))]
    public partial Layer Properties { get; }
}

[GatedNetwork, ReluTwin(1000)]
internal sealed partial class Wide1000
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(3)]
    public partial Layer Context { get; }

    [Hidden(1000), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    [Output(60), From(nameof(Common))]
    public partial Layer Properties { get; }
}

[GatedNetwork, ReluTwin(3000)]
internal sealed partial class Wide3000
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(3)]
    public partial Layer Context { get; }

    [Hidden(3000), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    [Output(60), From(nameof(Common))]
    public partial Layer Properties { get; }
}

[GatedNetwork, ReluTwin(10000)]
internal sealed partial class Wide10000
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(3)]
    public partial Layer Context { get; }

    [Hidden(10000), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    [Output(60), From(nameof(Common))]
    public partial Layer Properties { get; }
}
