using GateDsl.Tests.Theory.LinearAlgebra;
using GateDsl.Theory.Reductions;
using MathNet.Numerics.LinearAlgebra;

namespace GateDsl.Tests.Theory.Reductions;

/// <summary>What a factor is a factor of, by MathNet's arithmetic.</summary>
internal static class GramMatrix
{
    /// <summary>Q = Z Z^T.</summary>
    public static Matrix<double> Of(GramFactor factor)
    {
        Matrix<double> z = factor.Inner.ToMathNet().Stack(factor.Outer.ToMathNet());
        return z * z.Transpose();
    }
}
