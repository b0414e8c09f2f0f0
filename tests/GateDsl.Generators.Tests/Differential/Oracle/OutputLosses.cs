namespace GateDsl.Generators.Tests.Differential.Oracle;

/// <summary>What each output is trained by, from the definitions; small losses keep their digits.</summary>
internal static class OutputLosses
{
    public static double Loss(Data data, int n, Node output, double[] prediction) => output.Layer.Loss switch
    {
        OutputLoss.CrossEntropy => LogOfOnePlus(AgainstLabel(prediction, data.Indices[output.Layer.Name][n]).Sum()),
        OutputLoss.Logistic => prediction.Zip(Targets(data, n, output), (z, y) => (y * SoftPlus(-z)) + ((1 - y) * SoftPlus(z))).Sum(),
        _ => prediction.Zip(Targets(data, n, output), (h, y) => (h - y) * (h - y)).Sum() / 2,
    };

    /// <summary>dL/dyhat.</summary>
    public static double[] Derivative(Data data, int n, Node output, double[] prediction)
    {
        if (output.Layer.Loss != OutputLoss.CrossEntropy)
        {
            return [.. prediction.Zip(Targets(data, n, output), (h, y) => output.Layer.Loss == OutputLoss.Logistic ? (1 / (1 + Math.Exp(-h))) - y : h - y)];
        }

        int label = data.Indices[output.Layer.Name][n];
        double[] odds = AgainstLabel(prediction, label);
        double sum = 1 + odds.Sum();
        return [.. odds.Select((odd, i) => i == label ? -odds.Sum() / sum : odd / sum)];
    }

    private static double[] Targets(Data data, int n, Node output) =>
        data.Targets[output.Layer.Name].AsSpan(n * output.Units, output.Units).ToArray();

    /// <summary>How much likelier each unit is than the label's; 0 at the label itself.</summary>
    private static double[] AgainstLabel(double[] logits, int label) =>
        [.. logits.Select((z, i) => i == label ? 0 : Math.Exp(z - logits[label]))];

    private static double SoftPlus(double z) => z > 0 ? z + LogOfOnePlus(Math.Exp(-z)) : LogOfOnePlus(Math.Exp(z));

    private static double LogOfOnePlus(double x) => x < 1e-4 ? x - (x * x / 2) + (x * x * x / 3) - (x * x * x * x / 4) : Math.Log(1 + x);
}
