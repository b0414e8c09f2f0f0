using GateDsl.Generators.Model;

namespace GateDsl.Generators.Emission;

/// <summary>Losses as formulas of comments.</summary>
internal static class LossWords
{
    /// <summary>The loss of an output at a datapoint.</summary>
    public static string Loss(LossModel loss) => loss switch
    {
        LossModel.CrossEntropy => "log(sum of exp(h)) - h_c at the label c",
        LossModel.Logistic => "sum over units of log(1 + exp(h)) - y h",
        _ => "1/2 |y - h|^2",
    };

    /// <summary>What it has still to learn.</summary>
    public static string Error(LossModel loss) => loss switch
    {
        LossModel.CrossEntropy => "onehot(c) - softmax(h) for the label c",
        LossModel.Logistic => "y - 1 / (1 + exp(-h))",
        _ => "y - h",
    };
}
