namespace GateDsl.Generators.Model;

/// <summary>
/// What the user declared: one class, checked. Holds no symbol, syntax, location or compilation and is compared by value, so that an edit
/// elsewhere leaves every later step of the pipeline cached.
/// </summary>
internal sealed record NetworkModel
{
    /// <summary>The class and where it is nested.</summary>
    public required TypeModel Type { get; init; }

    public required bool IsDouble { get; init; }

    /// <summary>The class claims to be a rectified linear network.</summary>
    public required bool Rectified { get; init; }

    /// <summary>The ReLU twin; null: none was asked for.</summary>
    public required AskedTwin? Twin { get; init; }

    /// <summary>The task attribute; null: the data are not known.</summary>
    public required TaskModel? Task { get; init; }

    /// <summary>Inputs, selectors, hidden layers and outputs in declaration order.</summary>
    public required EquatableArray<LayerModel> Layers { get; init; }

    /// <summary>The rules that gates use, in order of name.</summary>
    public required EquatableArray<RuleModel> Rules { get; init; }

    public required EquatableArray<StimuliModel> Stimuli { get; init; }

    /// <summary>Which layer reads from which.</summary>
    public Graph<LayerModel> Graph => new(Layers, layer => layer.Edges.Select(edge => Layer(edge.Source)));

    public LayerModel Layer(string name) => Layers.First(layer => layer.Name == name);

    public RuleModel Rule(string name) => Rules.First(rule => rule.Name == name);
}

/// <summary>The ReLU twin that is asked for.</summary>
/// <param name="Widths">Units of all hidden layers, or of each.</param>
/// <param name="HasBias">Every hidden layer and output has a bias.</param>
/// <param name="Slope">What a unit is multiplied with where it is off.</param>
internal sealed record AskedTwin(EquatableArray<int> Widths, bool HasBias, double Slope)
{
    /// <summary>Units of a hidden layer, counted from 1.</summary>
    public int Width(int layer) => Widths[Widths.Count == 1 ? 0 : layer - 1];
}

/// <summary>A class and its place.</summary>
/// <param name="Namespace">Empty: the global namespace.</param>
/// <param name="Containers">Containing types from the outside in, each as it must be repeated: "partial class Outer", "partial struct Box&lt;T&gt;".</param>
/// <param name="Name">Name of the class.</param>
internal sealed record TypeModel(string Namespace, EquatableArray<string> Containers, string Name)
{
    /// <summary>Unique, readable and legal as a file name: namespace, containers and name, joined by dots.</summary>
    public required string HintName { get; init; }

    /// <summary>All code of the assembly can name the class: neither it nor what is around it is private or protected, or has type parameters.</summary>
    public bool IsReachable { get; init; }

    /// <summary>Ids of warnings at each use of the class or its rules, by the user's own attributes.</summary>
    public EquatableArray<string> Remarks { get; init; }
}

/// <summary>What a layer is.</summary>
internal enum LayerKindModel
{
    DenseInput,
    OneHotInput,
    Selector,
    Hidden,
    Output,
    GateInput,
}

/// <summary>What a one-hot input stands for.</summary>
internal enum RoleModel
{
    None,
    Item,
    Context,
}

/// <summary>One declared property.</summary>
internal sealed record LayerModel
{
    public required string Name { get; init; }

    public required LayerKindModel Kind { get; init; }

    /// <summary>Features, values or units.</summary>
    public required int Units { get; init; }

    /// <summary>Role of a one-hot input, decided by the attribute or by the order of declaration.</summary>
    public RoleModel Role { get; init; }

    /// <summary>The role was decided by the order of declaration.</summary>
    public bool IsRoleAssumed { get; init; }

    /// <summary>Not null: a bank.</summary>
    public BankModel? Bank { get; init; }

    public bool SelfGated { get; init; }

    /// <summary>What a self-gated unit is multiplied with where it is off.</summary>
    public double Slope { get; init; }

    /// <summary>Every copy reads an input that is 1.</summary>
    public bool HasBias { get; init; }

    /// <summary>What an output is trained by.</summary>
    public LossModel Loss { get; init; }

    /// <summary>Edges into the layer in declaration order.</summary>
    public EquatableArray<EdgeModel> Edges { get; init; }

    /// <summary>Node gates by values, in declaration order, each with its values sorted and distinct.</summary>
    public EquatableArray<ValueGate> ActiveIn { get; init; }

    /// <summary>Node gates by rule, in declaration order.</summary>
    public EquatableArray<string> ActiveWhen { get; init; }

    /// <summary>Node gates by numbers, in declaration order: they multiply.</summary>
    public EquatableArray<NumberGate> GatedBy { get; init; } = [];

    /// <summary>The inner text of the user's own &lt;summary&gt;; null: none.</summary>
    public string? Summary { get; init; }

    /// <summary>"public", "internal", "private protected", ...: as declared.</summary>
    public required string Accessibility { get; init; }

    public bool IsInput => Kind is LayerKindModel.DenseInput or LayerKindModel.OneHotInput;

    /// <summary>Given as one index per datapoint: an index, or the labels of an output.</summary>
    public bool IsGivenAsIndices => IsIndex || Losses.Of(Loss).Targets == TargetsModel.Labels;

    /// <summary>Its value is an index that gates may read.</summary>
    public bool IsIndex => Kind is LayerKindModel.OneHotInput or LayerKindModel.Selector;
}

/// <summary>An edge from a source layer to the layer that holds it.</summary>
/// <param name="Source">Name of the source layer.</param>
/// <param name="When">Name of the rule that gates it; null: always open.</param>
internal sealed record EdgeModel(string Source, string? When);

/// <summary>One copy per value, or number of a gate input (<paramref name="SubsetSize"/> 0) or per subset of that size, over the values of an index.</summary>
internal sealed record BankModel(string Index, int SubsetSize);

/// <summary>A number of a gate input: closed where it is 0, else it multiplies.</summary>
internal sealed record NumberGate(string Input, int Number);

/// <summary>On where the index has one of the values.</summary>
internal sealed record ValueGate(string Index, EquatableArray<int> Values);

/// <summary>A rule of the class: a <c>static bool</c> over one-hot inputs and selectors.</summary>
/// <param name="Name">Name of the method.</param>
/// <param name="Indices">For each parameter, the name of the one-hot input or selector it takes.</param>
/// <param name="Body">What it computes; null: cannot be evaluated at compile time.</param>
/// <param name="NotEvaluable">Why it cannot be evaluated, as a clause ("it calls DateTime.Now"); null: it can.</param>
internal sealed record RuleModel(string Name, EquatableArray<string> Indices, RuleBody? Body, string? NotEvaluable);

/// <summary>Which vector of a dense input each value of a selector stands for: one row of exact numbers per value, as written.</summary>
internal sealed record StimuliModel(string Selector, string Input, EquatableArray<EquatableArray<string>> Rows);

/// <summary>The data that the network is meant for.</summary>
internal abstract record TaskModel
{
    public double StepSize { get; init; }

    public double Sigma { get; init; }

    public double Momentum { get; init; }

    public bool IsNesterov { get; init; }

    public double WeightDecay { get; init; }

    /// <summary>Descent by the gradient alone.</summary>
    public bool IsPlainDescent => Momentum == 0 && WeightDecay == 0;
}

internal sealed record ContextTaskModel(int Contexts, int Objects, bool DifferentStructures) : TaskModel;

internal sealed record XorTaskModel(double Margin) : TaskModel;

internal sealed record HierarchyTaskModel(int Objects) : TaskModel;

internal sealed record RoutingTaskModel(int Domains, int Trained) : TaskModel;
