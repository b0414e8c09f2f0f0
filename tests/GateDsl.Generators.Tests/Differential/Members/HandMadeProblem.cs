using GateDsl.CompilerServices;
using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;

namespace GateDsl.Generators.Tests.Differential.Members;

/// <summary>A network on its data as the engines of the theory see it, made by hand from declaration and interpreter, path by path.</summary>
internal sealed class HandMadeProblem(Declaration declaration, Interpreter oracle)
{
    private readonly ValueGates _values = new(declaration);

    private IEnumerable<DeclaredLayer> Inputs => declaration.Layers.Where(layer => layer.IsInput);

    /// <summary>In the order of modules, as draws are: the first declared layer that reads none of those to come.</summary>
    private Node[] Outputs
    {
        get
        {
            List<DeclaredLayer> waiting = [.. declaration.Layers], ordered = [];
            while (waiting.Count > 0)
            {
                DeclaredLayer next = waiting.First(layer => layer.Edges.All(edge => waiting.All(other => other.Name != edge.Source)));
                waiting.Remove(next);
                ordered.Add(next);
            }

            return [.. ordered.SelectMany(
                layer => oracle.Graph.Nodes.Where(node => node.Layer == layer && layer.Kind == Kind.Output && _values.CanBeOn(node)))];
        }
    }

    /// <summary>Chains of hidden nodes from an input to an output that values let be on together.</summary>
    public IReadOnlyList<Node[]> Pathways
    {
        get
        {
            List<Node[]> found = [];
            foreach (Node node in oracle.Graph.Nodes.Where(node => node.Layer.Kind == Kind.Hidden && StartsOf(node).Any()))
            {
                Follow([node], found);
            }

            return found;
        }
    }

    /// <summary>An input is joined to an output that is on somewhere, with or without hidden nodes between.</summary>
    public bool HasPath => Pathways.Count > 0 || Outputs.Any(output => StartsOf(output).Any());

    /// <summary>Inputs and outputs: all that a twin knows of the network.</summary>
    public RaceProblem OfTwin(Data data, BatchData set)
    {
        RaceProblem problem = new(set);
        foreach (DeclaredLayer input in Inputs)
        {
            problem.AddInput(input.Name, input.Kind == Kind.OneHot
                ? Feature<double>.OneHot(data.Indices[input.Name], input.Units)
                : Feature<double>.Dense(data.Inputs[input.Name], input.Units));
        }

        foreach (Node output in Outputs)
        {
            RowSet on = On(data, n => oracle.IsOn(data, n, output));
            if (output.Layer.Loss == OutputLoss.CrossEntropy)
            {
                problem.AddLabels(output.Name, output.Units, data.Indices[output.Layer.Name], on);
            }
            else
            {
                problem.AddOutput(output.Name, output.Units, data.Targets[output.Layer.Name], on, output.Layer.Loss);
            }
        }

        return problem;
    }

    /// <summary>With all pathways; for networks without biases.</summary>
    public RaceProblem OfNetwork(Data data, BatchData set)
    {
        RaceProblem problem = OfTwin(data, set);
        DeclaredLayer[] inputs = [.. Inputs];
        Node[] outputs = Outputs;
        (int Input, RowSet On)[] Starts(Node first) => [.. StartsOf(first).Select(link =>
            (Array.FindIndex(inputs, input => input.Name == link.Source.Name), On(data, n => oracle.Carries(data, n, first, link))))];
        for (int output = 0; output < outputs.Length; output++)
        {
            foreach ((int input, RowSet on) in Starts(outputs[output]))
            {
                problem.AddDirect(input, output, on);
            }
        }

        foreach (Node[] chain in Pathways)
        {
            (int Output, RowSet On)[] ends = [.. EndsOf(chain).Select(output =>
                (Array.IndexOf(outputs, output), On(data, n => oracle.Carries(data, n, output, Between(chain[^1], output)))))];
            RowSet[] between = [.. chain.Skip(1).Select((node, k) => On(data, n => oracle.Carries(data, n, node, Between(chain[k], node))))];
            problem.AddPathway(string.Join('>', chain.Select(node => node.Name)), Starts(chain[0]), ends, between);
        }

        return problem;
    }

    private void Follow(Node[] chain, List<Node[]> found)
    {
        if (EndsOf(chain).Any())
        {
            found.Add(chain);
        }

        foreach (Node next in oracle.Graph.Nodes.Where(next => next.Layer.Kind == Kind.Hidden && Reads(next, chain[^1]) && _values.CanBeOn([.. chain, next])))
        {
            Follow([.. chain, next], found);
        }
    }

    private IEnumerable<Node> EndsOf(Node[] chain) => Outputs.Where(output => Reads(output, chain[^1]) && _values.CanBeOn([.. chain, output]));

    private static IEnumerable<Link> StartsOf(Node node) => node.Links.Where(link => link.Source.Layer.IsInput);

    private static bool Reads(Node node, Node source) => node.Links.Any(link => link.Source == source);

    private static Link Between(Node source, Node target) => target.Links.Single(link => link.Source == source);

    private static RowSet On(Data data, Func<int, bool> isOn) => new(data.Count, Math.Max(data.Count, 1), isOn);
}
