using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;

namespace GateDsl.Generators.Tests.Differential.Members;

/// <summary>The gates of a twin's units: where they are on, frozen, and counted by what a ReLU unit could do.</summary>
internal sealed class TwinMembersCheck(Trial trial, ITwinMembers twin, Declaration declaration, string context)
{
    public void Run()
    {
        twin.Write(trial.Weights);
        Node[] layers = [.. trial.Oracle.Graph.Nodes.Where(node => node.Layer.Kind == Kind.Hidden)];
        for (int layer = 1; layer <= layers.Length; layer++)
        {
            bool[,] gates = twin.Gates(layer);
            CompareGates(layers[layer - 1], gates, twin.FrozenGates(layer), $"Layer {layer}.\n{context}");
            if (trial.Data.Count > 0)
            {
                CompareCensus(layers[layer - 1], gates, twin.Census(layer), $"Layer {layer}.\n{context}");
            }
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => twin.Gates(layers.Length + 1));
    }

    private void CompareGates(Node layer, bool[,] gates, double[] frozen, string where)
    {
        Assert.Equal((layer.Units, trial.Data.Count, layer.Units * trial.Data.Count), (gates.GetLength(0), gates.GetLength(1), frozen.Length));
        for (int n = 0; n < trial.Data.Count; n++)
        {
            double[] h = trial.Oracle.Forward(trial.Data, n, trial.Weights)[layer];
            for (int unit = 0; unit < layer.Units; unit++)
            {
                // A unit that leaks has the sign of its pre-activation. One that single precision rounds to the other side of 0 says nothing.
                bool isOn = h[unit] > 0;
                Assert.True(isOn == gates[unit, n] || (!trial.IsDouble && Math.Abs(h[unit]) < 1e-5), $"Unit {unit} at datapoint {n} is {h[unit]}. {where}");
                Assert.Equal(gates[unit, n] ? 1 : declaration.TwinSlope, frozen[(n * layer.Units) + unit]);
            }
        }
    }

    private void CompareCensus(Node layer, bool[,] gates, GateCensus census, string where)
    {
        LayerDatapoints inputs = KnownInputs.Of(declaration, trial.Data);

        // A bias is news to who sees no one-hot input, whose features sum to 1.
        if (declaration.TwinHasBias && declaration.Layers.All(input => input.Kind != Kind.OneHot))
        {
            inputs = inputs.Constant("Bias");
        }

        double[] strengths = [.. Enumerable.Range(0, layer.Units).Select(unit => Math.Sqrt(
            layer.Links.Sum(link => Enumerable.Range(0, link.Source.Units).Sum(source => Square(link.Weight, (unit * link.Source.Units) + source)))
            * trial.Oracle.Graph.Links.Where(pair => pair.Link.Source == layer).Sum(pair =>
                Enumerable.Range(0, pair.Target.Units).Sum(target => Square(pair.Link.Weight, (target * layer.Units) + unit)))))];
        GateCensus expected = GateCensus.Take(gates, strengths, inputs);
        foreach (GateCensusRow row in expected.Patterns)
        {
            GateCensusRow found = census.Patterns.Single(other => other.Pattern == row.Pattern);
            Assert.True(row.Class == found.Class && row.Units == found.Units && Math.Abs(row.Share - found.Share) < 1e-6, $"{found}, not {row}. {where}");
        }

        Assert.Equal(expected.Patterns.Count, census.Patterns.Count);
    }

    private double Square(string weight, int entry) => trial.Weights[weight][entry] * trial.Weights[weight][entry];
}
