using System.Numerics;
using System.Numerics.Tensors;

namespace GateDsl.Generators.Tests.Differential.Compiled;

/// <summary>Copies between live weights and row-major doubles.</summary>
public static class Tensors
{
    public static double[] Read<T>(TensorSpan<T> weights)
        where T : IFloatingPoint<T>
    {
        T[] values = new T[(int)weights.FlattenedLength];
        weights.FlattenTo(values);
        return ToDoubles(values);
    }

    public static void Write<T>(TensorSpan<T> weights, double[] rowMajor)
        where T : IFloatingPoint<T>
    {
        int columns = (int)weights.Lengths[1];
        Assert.Equal(rowMajor.Length, weights.Lengths[0] * columns);
        for (int i = 0; i < rowMajor.Length; i++)
        {
            weights[i / columns, i % columns] = T.CreateChecked(rowMajor[i]);
        }
    }

    public static double[] ToDoubles<T>(T[] values)
        where T : IFloatingPoint<T> => [.. values.Select(double.CreateChecked)];
}
