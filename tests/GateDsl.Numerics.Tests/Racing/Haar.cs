namespace GateDsl.Numerics.Tests.Racing;

/// <summary>The singular vectors of every hierarchy over four things, known without a decomposition.</summary>
internal static class Haar
{
    private static readonly double Root = Math.Sqrt(0.5);

    /// <summary>Right vectors as columns: all, halves, and the two pairs.</summary>
    public static double[,] Four { get; } = new[,]
    {
        { 0.5, 0.5, Root, 0 },
        { 0.5, 0.5, -Root, 0 },
        { 0.5, -0.5, 0, Root },
        { 0.5, -0.5, 0, -Root },
    };

    /// <summary>Left vectors Y v / |Y v| of four targets given row-major by thing.</summary>
    public static double[,] Images(double[] targets, int width)
    {
        double[,] images = new double[width, 4];
        for (int k = 0; k < 4; k++)
        {
            double[] image = [.. Enumerable.Range(0, width).Select(row => Enumerable.Range(0, 4).Sum(item => targets[(item * width) + row] * Four[item, k]))];
            double norm = Math.Sqrt(image.Sum(x => x * x));
            for (int row = 0; row < width; row++)
            {
                images[row, k] = image[row] / norm;
            }
        }

        return images;
    }
}
