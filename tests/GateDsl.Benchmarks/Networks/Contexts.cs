namespace GateDsl.Benchmarks.Networks;

// P1 §5 for growing C: a common pathway, and one for each context left out. A context's block has 15 properties.

[GatedNetwork]
internal sealed partial class Contexts2
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(2)]
    public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 1)]
    public partial LayerBank AllButOne { get; }

    [Output(45), From(nameof(Common), nameof(AllButOne))]
    public partial Layer Properties { get; }
}

[GatedNetwork]
internal sealed partial class Contexts3
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(3)]
    public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 2)]
    public partial LayerBank AllButOne { get; }

    [Output(60), From(nameof(Common), nameof(AllButOne))]
    public partial Layer Properties { get; }
}

[GatedNetwork]
internal sealed partial class Contexts4
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(4)]
    public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 3)]
    public partial LayerBank AllButOne { get; }

    [Output(75), From(nameof(Common), nameof(AllButOne))]
    public partial Layer Properties { get; }
}

[GatedNetwork]
internal sealed partial class Contexts5
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(5)]
    public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 4)]
    public partial LayerBank AllButOne { get; }

    [Output(90), From(nameof(Common), nameof(AllButOne))]
    public partial Layer Properties { get; }
}

[GatedNetwork]
internal sealed partial class Contexts6
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(6)]
    public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 5)]
    public partial LayerBank AllButOne { get; }

    [Output(105), From(nameof(Common), nameof(AllButOne))]
    public partial Layer Properties { get; }
}

[GatedNetwork]
internal sealed partial class Contexts7
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(7)]
    public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 6)]
    public partial LayerBank AllButOne { get; }

    [Output(120), From(nameof(Common), nameof(AllButOne))]
    public partial Layer Properties { get; }
}

[GatedNetwork]
internal sealed partial class Contexts8
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(8)]
    public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 7)]
    public partial LayerBank AllButOne { get; }

    [Output(135), From(nameof(Common), nameof(AllButOne))]
    public partial Layer Properties { get; }
}

[GatedNetwork]
internal sealed partial class Contexts9
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(9)]
    public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 8)]
    public partial LayerBank AllButOne { get; }

    [Output(150), From(nameof(Common), nameof(AllButOne))]
    public partial Layer Properties { get; }
}

[GatedNetwork]
internal sealed partial class Contexts10
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(10)]
    public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 9)]
    public partial LayerBank AllButOne { get; }

    [Output(165), From(nameof(Common), nameof(AllButOne))]
    public partial Layer Properties { get; }
}

[GatedNetwork]
internal sealed partial class Contexts11
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(11)]
    public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 10)]
    public partial LayerBank AllButOne { get; }

    [Output(180), From(nameof(Common), nameof(AllButOne))]
    public partial Layer Properties { get; }
}

[GatedNetwork]
internal sealed partial class Contexts12
{
    [OneHotInput(8)]
    public partial Layer Item { get; }

    [OneHotInput(12)]
    public partial Layer Context { get; }

    [Hidden(100), From(nameof(Item), nameof(Context))]
    public partial Layer Common { get; }

    [Hidden(100), From(nameof(Item)), OnePerSubset(nameof(Context), 11)]
    public partial LayerBank AllButOne { get; }

    [Output(195), From(nameof(Common), nameof(AllButOne))]
    public partial Layer Properties { get; }
}
