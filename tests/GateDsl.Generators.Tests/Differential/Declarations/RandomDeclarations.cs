using GateDsl.Generators.Tests.Differential.Oracle;

namespace GateDsl.Generators.Tests.Differential.Declarations;

/// <summary>
/// Draws declarations over the whole language: several inputs of both kinds, selectors, skip connections, node gates by values and rules, edge
/// gates, banks of both kinds into layers and banks, gated outputs, output banks, outputs of every loss, biases, gates that are numbers, self-gated
/// layers that leak or do not, twins of one width and of several, layers that lead nowhere, widths 1 to 9.
/// </summary>
internal sealed class RandomDeclarations
{
    private const int MostPaths = 6;
    private const int MostPathsOfLarge = 40;

    private static readonly string[] Words =
    [
        "Amber", "Birch", "Cedar", "Delta", "Ember", "Fjord", "Grove", "Heath", "Inlet", "Jade", "Knoll", "Larch", "Marsh", "Night", "Opal",
        "Pine", "Quartz", "Ridge", "Slate", "Thorn",
    ];

    private readonly Random _random;

    /// <summary>Draws what came later to the language: a seed's graph stays as it was.</summary>
    private readonly Random _later;
    private readonly string _name;
    private readonly Queue<string> _names;
    private readonly List<DeclaredLayer> _inputs = [];
    private readonly List<DeclaredLayer> _hidden = [];
    private readonly List<DeclaredLayer> _outputs = [];
    private readonly List<DeclaredLayer> _indices = [];
    private readonly RandomRules _rules;

    private RandomDeclarations(Random random, string name)
    {
        _random = random;
        _later = new Random(name.Aggregate(17, (hash, letter) => unchecked((hash * 31) + letter)));
        _name = name;
        _names = new(Words.OrderBy(_ => random.Next()));
        _rules = new RandomRules(random, _indices);
    }

    /// <summary>The first declaration of the seed that is not too large: generated code grows with the paths, and many small networks find more.</summary>
    public static Declaration Draw(int seed)
    {
        Random random = new(seed);
        int most = random.Next(12) == 0 ? MostPathsOfLarge : MostPaths;
        Declaration declaration;
        do
        {
            declaration = new RandomDeclarations(random, $"Net{seed}").Draw();
        }
        while (new Graph(declaration).Paths > most);
        return declaration;
    }

    private Declaration Draw()
    {
        DrawInputs();
        bool mayBeSelfGated = Chance(0.2);
        int hidden = _random.Next(6);
        for (int i = 0; i < hidden; i++)
        {
            _hidden.Add(Gated(new DeclaredLayer(_names.Dequeue(), Kind.Hidden, Width())
            {
                Edges = Edges(),
                Bank = Bank(subsets: true),
                SelfGated = mayBeSelfGated && Chance(0.5),
            }));
        }

        int outputs = _random.Next(1, 4) == 3 ? 2 : 1;
        for (int i = 0; i < outputs; i++)
        {
            DeclaredLayer output = new(_names.Dequeue(), Kind.Output, Width()) { Edges = Edges(), Bank = Chance(0.4) ? Bank(subsets: false) : null };
            _outputs.Add(Chance(0.5) ? Gated(output) : output);
        }

        DrawLosses();
        DrawBiases();
        DrawNumbers();
        ConnectWhatLeadsNowhere();
        List<DeclaredLayer> layers = [.. _inputs, .. _hidden, .. _outputs];
        Declaration declaration = new()
        {
            Name = _name,
            IsDouble = Chance(0.7),
            Layers = Chance(0.3) ? [.. layers.OrderBy(_ => _random.Next())] : layers,
            Rules = _rules.Rules,
        };
        bool mayHaveTwin = _outputs.All(output => output.Bank is null)
            && _outputs.Any(output => TwinOf.HiddenLayersUpTo(declaration, output) > 0);
        return WithTwin(declaration with { TwinWidth = mayHaveTwin && Chance(0.4) ? Width() : null });
    }

    private Declaration WithTwin(Declaration declaration)
    {
        if (declaration.TwinWidth is null)
        {
            return declaration;
        }

        int depth = declaration.Outputs.Max(output => TwinOf.HiddenLayersUpTo(declaration, output));
        return declaration with
        {
            TwinDeeper = _later.Next(2) == 0 ? [.. Enumerable.Range(1, depth - 1).Select(_ => _later.Next(1, 10))] : [],
            TwinHasBias = _later.Next(3) == 0,
            TwinSlope = Slope(),
        };
    }

    private void DrawNumbers()
    {
        if (_later.Next(3) > 0)
        {
            return;
        }

        DeclaredLayer gates = new(_names.Dequeue(), Kind.Gates, _later.Next(1, 4)) { IsBoolean = _later.Next(3) == 0 };
        _inputs.Insert(_later.Next(_inputs.Count + 1), gates);
        for (int i = 0; i < _hidden.Count; i++)
        {
            bool isBank = _hidden[i].Bank is null && _later.Next(3) == 0;
            _hidden[i] = _hidden[i] with { Bank = isBank ? new DeclaredBank(gates.Name, null) : _hidden[i].Bank, GatedBy = Numbers(gates) };
        }

        for (int i = 0; i < _outputs.Count; i++)
        {
            _outputs[i] = _outputs[i] with { GatedBy = Numbers(gates) };
        }
    }

    /// <summary>Mostly none, seldom several, the same one among them.</summary>
    private DeclaredNumber[] Numbers(DeclaredLayer gates) =>
        [.. Enumerable.Range(0, _later.Next(5) switch { 0 => 1, 1 => 2, _ => 0 }).Select(_ => new DeclaredNumber(gates.Name, _later.Next(gates.Units)))];

    private double Slope() => _later.Next(6) switch { 0 => 0.1, 1 => 0.5, 2 => 1, _ => 0 };

    private void DrawBiases()
    {
        bool mayHaveBias = _later.Next(2) == 0;
        foreach (List<DeclaredLayer> layers in new[] { _hidden, _outputs })
        {
            for (int i = 0; i < layers.Count; i++)
            {
                layers[i] = layers[i] with { HasBias = mayHaveBias && _later.Next(2) == 0, Slope = layers[i].SelfGated ? Slope() : 0 };
            }
        }
    }

    private void DrawLosses()
    {
        for (int i = 0; i < _outputs.Count; i++)
        {
            _outputs[i] = _outputs[i] with
            {
                Loss = _later.Next(4) switch { 0 => OutputLoss.CrossEntropy, 1 => OutputLoss.Logistic, _ => OutputLoss.Squared },
            };
        }
    }

    private void DrawInputs()
    {
        int dense = _random.Next(3);
        int oneHot = _random.Next(dense == 0 ? 1 : 0, 3);
        int selectors = _random.Next(3);
        IEnumerable<Kind> kinds = Enumerable.Repeat(Kind.Dense, dense)
            .Concat(Enumerable.Repeat(Kind.OneHot, oneHot)).Concat(Enumerable.Repeat(Kind.Selector, selectors));
        foreach (Kind kind in kinds.OrderBy(_ => _random.Next()))
        {
            _inputs.Add(new DeclaredLayer(_names.Dequeue(), kind, kind == Kind.Dense ? Width() : _random.Next(1, 6)));
        }

        _indices.AddRange(_inputs.Where(layer => layer.Kind != Kind.Dense));
    }

    private DeclaredEdge[] Edges()
    {
        // Recent layers are likelier sources, so that the graphs are deep as well as wide.
        DeclaredLayer[] sources = [.. _inputs.Where(layer => layer.IsInput), .. _hidden, .. _hidden.TakeLast(2)];
        return [.. sources.OrderBy(_ => _random.Next()).Distinct().Take(_random.Next(1, 4)).Select(source =>
            new DeclaredEdge(source.Name, HasIndices && Chance(0.2) ? _rules.Next() : null))];
    }

    private DeclaredBank? Bank(bool subsets)
    {
        if (!HasIndices || !Chance(0.4))
        {
            return null;
        }

        DeclaredLayer index = Index();
        return new DeclaredBank(index.Name, subsets && Chance(0.5) ? _random.Next(1, index.Units + 1) : null);
    }

    private DeclaredLayer Gated(DeclaredLayer layer)
    {
        if (!HasIndices || !Chance(0.4))
        {
            return layer;
        }

        List<DeclaredValues> values = [];
        List<string> rules = [];
        while (values.Count + rules.Count == 0 || Chance(0.3))
        {
            if (Chance(0.5))
            {
                DeclaredLayer index = Index();

                // Seldom without a value: such a layer is never on.
                int count = Chance(0.05) ? 0 : _random.Next(1, index.Units + 1);
                values.Add(new DeclaredValues(index.Name, [.. Enumerable.Range(0, index.Units).OrderBy(_ => _random.Next()).Take(count)]));
            }
            else
            {
                rules.Add(_rules.Next());
            }
        }

        return layer with { ActiveIn = values, ActiveWhen = rules };
    }

    private void ConnectWhatLeadsNowhere()
    {
        foreach (DeclaredLayer layer in _hidden.Concat(_inputs.Where(input => input.IsInput)))
        {
            bool leadsOn = _hidden.Concat(_outputs).Any(target => target.Edges.Any(edge => edge.Source == layer.Name));
            if (!leadsOn && !Chance(0.1))
            {
                int output = _random.Next(_outputs.Count);
                _outputs[output] = _outputs[output] with { Edges = [.. _outputs[output].Edges, new DeclaredEdge(layer.Name)] };
            }
        }
    }

    private bool HasIndices => _indices.Count > 0;

    private DeclaredLayer Index() => _indices[_random.Next(_indices.Count)];

    private int Width() => _random.Next(1, 10);

    private bool Chance(double probability) => _random.NextDouble() < probability;
}
