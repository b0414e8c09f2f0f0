using System.Numerics.Tensors;

namespace GateDsl.Numerics.Tests.ReferenceTrainings;

/// <summary>Live weights of one edge, or its gradient.</summary>
internal delegate TensorSpan<double> EdgeView();

/// <summary>A declared network on the data of a reference training.</summary>
internal sealed class NetworkUnderTest
{
    public Dictionary<string, EdgeView> Weights { get; } = [];

    public Dictionary<string, EdgeView> Gradients { get; } = [];

    public required Action<LossScale> FillGradients { get; init; }

    public required Func<double, double> Step { get; init; }

    public required Func<TrainingOptions, TrainingLog> Train { get; init; }

    /// <summary>Predictions by output.</summary>
    public required Func<Dictionary<string, double[]>> Predict { get; init; }

    /// <summary>Which unit of the first hidden layer is on where, for a ReLU twin.</summary>
    public Func<bool[,]>? Gates { get; init; }

    public NetworkUnderTest Edge(string name, EdgeView weights, EdgeView gradient)
    {
        Weights.Add(name, weights);
        Gradients.Add(name, gradient);
        return this;
    }

    public void Set(Dictionary<string, double[]> weights)
    {
        Assert.Equal(weights.Keys.Order(), Weights.Keys.Order());
        foreach ((string name, double[] values) in weights)
        {
            TensorSpan<double> live = Weights[name]();
            Assert.Equal(values.Length, live.FlattenedLength);
            new ReadOnlyTensorSpan<double>(values, live.Lengths).CopyTo(live);
        }
    }

    public static Dictionary<string, double[]> Read(Dictionary<string, EdgeView> edges) => edges.ToDictionary(edge => edge.Key, edge =>
    {
        TensorSpan<double> view = edge.Value();
        double[] values = new double[view.FlattenedLength];
        view.FlattenTo(values);
        return values;
    });
}
