using GateDsl.Generators.Tests.Differential.Declarations;
using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Differential.Oracle;

/// <summary>
/// A declared network run datapoint by datapoint in double precision: Eq. 1-2 forward, the chain rule backward, explicit loops. Slow and
/// obvious; it decides what generated code must compute. Weights are row-major, target x source, by name.
/// </summary>
internal sealed class Interpreter(Declaration declaration)
{
    public Graph Graph { get; } = new(declaration);

    /// <summary>Shapes of all weights.</summary>
    public Dictionary<string, (int Targets, int Sources)> Shapes =>
        Graph.Links.ToDictionary(pair => pair.Link.Weight, pair => (pair.Target.Units, pair.Link.Source.Units));

    /// <summary>Predictions by output layer, N x n; 0 where an output is off.</summary>
    public Dictionary<string, double[]> Predict(Data data, Weights weights)
    {
        Dictionary<string, double[]> predictions = declaration.Outputs.ToDictionary(output => output.Name, output => new double[data.Count * output.Units]);
        for (int n = 0; n < data.Count; n++)
        {
            Dictionary<Node, double[]> activity = Forward(data, n, weights);
            foreach (Node output in OutputsOnAt(data, n))
            {
                activity[output].CopyTo(predictions[output.Layer.Name], n * output.Units);
            }
        }

        return predictions;
    }

    /// <summary>The losses of the outputs that are on, over all datapoints; over N on the Mean scale.</summary>
    public double Loss(Data data, Weights weights, bool mean = false)
    {
        double loss = 0;
        for (int n = 0; n < data.Count; n++)
        {
            Dictionary<Node, double[]> activity = Forward(data, n, weights);
            loss += OutputsOnAt(data, n).Sum(output => OutputLosses.Loss(data, n, output, activity[output]));
        }

        return mean && data.Count > 0 ? loss / data.Count : loss;
    }

    /// <summary>dL/dW for every weight.</summary>
    public Weights Gradient(Data data, Weights weights, bool mean = false) =>
        Gradient(data, weights, Enumerable.Range(0, data.Count), mean ? 1.0 / data.Count : 1);

    /// <summary>dL/dW for every weight, of the loss over some datapoints, times a scale.</summary>
    public Weights Gradient(Data data, Weights weights, IEnumerable<int> datapoints, double scale)
    {
        Weights gradient = weights.ToDictionary(pair => pair.Key, pair => new double[pair.Value.Length]);
        foreach (int n in datapoints)
        {
            Backward(data, n, weights, gradient, scale);
        }

        return gradient;
    }

    /// <summary>One step of gradient descent in place; returns the loss before it.</summary>
    public double Step(Data data, Weights weights, double stepSize, bool mean = false)
    {
        double loss = Loss(data, weights, mean);
        foreach ((string name, double[] gradient) in Gradient(data, weights, mean))
        {
            for (int i = 0; i < gradient.Length; i++)
            {
                weights[name][i] -= stepSize * gradient[i];
            }
        }

        return loss;
    }

    /// <summary>On at datapoint n, and with it part of the loss.</summary>
    public bool IsOn(Data data, int n, Node node) => node.IsOn(index => data.Indices[index][n]) && Numbers(data, n, node).All(number => number != 0);

    private IEnumerable<double> Numbers(Data data, int n, Node node) => node.Factors.Select(factor =>
        data.Inputs[factor.Input][(n * declaration.Layer(factor.Input).Units) + factor.Number]);

    /// <summary>The edge carries at datapoint n: it is open and both ends are on.</summary>
    public bool Carries(Data data, int n, Node target, Link link) =>
        IsOn(data, n, target) && IsOn(data, n, link.Source) && link.IsOpen(index => data.Indices[index][n]);

    /// <summary>Activity of every node at datapoint n: Eq. 1.</summary>
    public Dictionary<Node, double[]> Forward(Data data, int n, Weights weights)
    {
        Dictionary<Node, double[]> activity = [];
        foreach (Node node in Graph.Nodes.Where(node => node.Layer.Kind is not (Kind.Selector or Kind.Gates)))
        {
            activity[node] = node.Layer.Kind switch
            {
                Kind.Dense => data.Inputs[node.Name].AsSpan(n * node.Units, node.Units).ToArray(),
                Kind.OneHot => [.. Enumerable.Range(0, node.Units).Select(value => data.Indices[node.Name][n] == value ? 1.0 : 0)],
                Kind.Constant => [1.0],
                _ => Activity(data, n, node, weights, activity),
            };
        }

        return activity;
    }

    private double[] Activity(Data data, int n, Node node, Weights weights, Dictionary<Node, double[]> activity)
    {
        double[] h = new double[node.Units];
        foreach (Link link in node.Links.Where(link => Carries(data, n, node, link)))
        {
            double[] w = weights[link.Weight];
            double[] source = activity[link.Source];
            for (int i = 0; i < h.Length; i++)
            {
                for (int j = 0; j < source.Length; j++)
                {
                    h[i] += w[(i * source.Length) + j] * source[j];
                }
            }
        }

        double gate = Numbers(data, n, node).Aggregate(1.0, (product, number) => product * number);
        return [.. h.Select(z => gate * (node.Layer.SelfGated && !(z > 0) ? node.Layer.Slope * z : z))];
    }

    private void Backward(Data data, int n, Weights weights, Weights gradient, double scale)
    {
        Dictionary<Node, double[]> activity = Forward(data, n, weights);
        Dictionary<Node, double[]> delta = activity.ToDictionary(pair => pair.Key, pair => new double[pair.Key.Units]);
        foreach (Node output in OutputsOnAt(data, n))
        {
            delta[output] = [.. OutputLosses.Derivative(data, n, output, activity[output]).Select(e => e * scale)];
        }

        foreach (Node node in Enumerable.Reverse(Graph.Nodes))
        {
            double gate = Numbers(data, n, node).Aggregate(1.0, (product, number) => product * number);
            foreach (Link link in node.Links.Where(link => Carries(data, n, node, link)))
            {
                double[] w = weights[link.Weight];
                double[] dw = gradient[link.Weight];
                double[] source = activity[link.Source];
                double[] toSource = delta[link.Source];
                for (int i = 0; i < node.Units; i++)
                {
                    // A slope is not negative: before the gate multiplies it, a unit has the sign of its pre-activation.
                    double di = gate * delta[node][i] * (node.Layer.SelfGated && !(activity[node][i] / gate > 0) ? node.Layer.Slope : 1);
                    for (int j = 0; j < source.Length; j++)
                    {
                        dw[(i * source.Length) + j] += di * source[j];
                        toSource[j] += w[(i * source.Length) + j] * di;
                    }
                }
            }
        }
    }

    private IEnumerable<Node> OutputsOnAt(Data data, int n) =>
        Graph.Nodes.Where(node => node.Layer.Kind == Kind.Output && IsOn(data, n, node));
}
