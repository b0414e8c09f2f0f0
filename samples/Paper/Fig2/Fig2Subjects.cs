using GateDsl.Samples.Drawing;
using ScottPlot;

namespace Paper.Fig2;

/// <summary>What only this figure shows.</summary>
internal static class Fig2Subjects
{
    public static readonly Subject Linear = Subject.Linear with { Label = "linear gating" };

    public static readonly Subject Xor = new("xor", "XoR gating", Color.FromHex("#CC79A7"), LinePattern.Solid);

    public static readonly Subject ReluPredicted = Subject.Twin with { Key = "relu_predicted" };

    public static readonly Subject LinearPredicted = new("linear_predicted", "linear gating, closed form", Color.FromHex("#00583F"), LinePattern.DenselyDashed);

    public static readonly Subject XorPredicted = new("xor_predicted", "XoR gating, closed form", Color.FromHex("#7D3F61"), LinePattern.DenselyDashed);
}
