using System.Numerics.Tensors;
using Tensor = TorchSharp.torch.Tensor;
using static TorchSharp.torch;

namespace GateDsl.Benchmarks.Comparing;

/// <summary>Tensors of libtorch from what GateDsl has.</summary>
internal static class TorchData
{
    /// <summary>Datapoints as rows.</summary>
    public static Tensor Rows(IEnumerable<double> values, int width) => tensor(values.Select(value => (float)value).ToArray()).reshape(-1, width);

    /// <summary>Datapoints as rows.</summary>
    public static Tensor Rows(float[] values, int width) => tensor(values).reshape(-1, width);

    /// <summary>A row of one 1 per datapoint.</summary>
    public static Tensor OneHot(int[] indices, int width) =>
        Rows(indices.SelectMany(index => Enumerable.Range(0, width).Select(i => i == index ? 1.0 : 0)), width);

    /// <summary>A column with 1 where the gate is on.</summary>
    public static Tensor Gate(IEnumerable<bool> isOn) => Rows(isOn.Select(on => on ? 1.0 : 0.0), 1);

    /// <summary>A copy of live weights, target x source.</summary>
    public static Tensor Weights(in TensorSpan<float> live)
    {
        float[] values = new float[(int)live.FlattenedLength];
        live.FlattenTo(values);
        return tensor(values).reshape(live.Lengths[0], live.Lengths[1]);
    }
}
