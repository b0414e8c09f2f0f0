namespace GateDsl.Generators.Model;

/// <summary>What an output is trained by; the names and values are those of the runtime's OutputLoss.</summary>
internal enum LossModel
{
    Squared,
    CrossEntropy,
    Logistic,
}

/// <summary>How the targets of an output are given.</summary>
internal enum TargetsModel
{
    /// <summary>Rows of any finite numbers.</summary>
    Numbers,

    /// <summary>Rows of numbers from 0 to 1.</summary>
    Shares,

    /// <summary>One label for each datapoint.</summary>
    Labels,
}

/// <summary>All that the compiler knows of a loss.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Targets">How its targets are given.</param>
/// <param name="Kernel">The runtime's method that finds e and adds up the loss.</param>
/// <param name="Formula">The loss of an output at a datapoint, in comments.</param>
/// <param name="Error">What it has still to learn there, e = -dL/dh.</param>
internal sealed record LossFacts(LossModel Name, TargetsModel Targets, string Kernel, string Formula, string Error);

/// <summary>The losses, one line each.</summary>
internal static class Losses
{
    public static LossFacts[] All { get; } =
    [
        new(LossModel.Squared, TargetsModel.Numbers, "AddResiduals", "1/2 |y - h|^2", "y - h"),
        new(LossModel.CrossEntropy, TargetsModel.Labels, "AddCrossEntropy", "log(sum of exp(h)) - h_c at the label c",
            "onehot(c) - softmax(h) for the label c"),
        new(LossModel.Logistic, TargetsModel.Shares, "AddLogistic", "sum over units of log(1 + exp(h)) - y h", "y - 1 / (1 + exp(-h))"),
    ];

    public static LossFacts Of(LossModel loss) => All.First(facts => facts.Name == loss);
}
