using GateDsl.Generators.Tests.Differential.Declarations;
using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Differential.Oracle;

/// <summary>A network with data, weights and a step size to try it with. In single precision all of them are floats.</summary>
internal sealed record Trial(Interpreter Oracle, bool IsDouble, Data Data, Weights Weights, double StepSize)
{
    /// <summary>Steps of a training.</summary>
    public const int Epochs = 6;

    /// <summary>Draws data of 0 to 16 datapoints and weights for a declaration.</summary>
    public static Trial Draw(Declaration declaration, Random random, int? count = null)
    {
        Interpreter oracle = new(declaration);
        int n = count ?? (random.Next(10) == 0 ? 0 : random.Next(8) == 0 ? 1 : random.Next(2, 17));
        double[] Normal(int length, double sigma) => [.. Enumerable.Range(0, length).Select(_ => Round(sigma * Gauss(random), declaration.IsDouble))];
        Data data = new(
            n,
            declaration.Indices.Concat(declaration.Outputs.Where(output => output.Loss == OutputLoss.CrossEntropy)).ToDictionary(
                index => index.Name, index => Enumerable.Range(0, n).Select(_ => random.Next(index.Units)).ToArray()),
            declaration.Layers.Where(layer => layer.Kind is Kind.Dense or Kind.Gates).ToDictionary(
                layer => layer.Name, layer => layer.Kind == Kind.Dense ? Normal(n * layer.Units, 1) : Gates(random, n * layer.Units, layer.IsBoolean)),
            declaration.Outputs.Where(output => output.Loss != OutputLoss.CrossEntropy).ToDictionary(
                layer => layer.Name,
                layer => layer.Loss == OutputLoss.Logistic ? Shares(random, n * layer.Units, declaration.IsDouble) : Normal(n * layer.Units, 1)));
        Weights weights = oracle.Shapes.ToDictionary(
            shape => shape.Key, shape => Normal(shape.Value.Targets * shape.Value.Sources, 1 / Math.Sqrt(shape.Value.Sources)));
        return new Trial(oracle, declaration.IsDouble, data, weights, CarefulStep(oracle, data, weights));
    }

    public static Weights Copy(Weights weights) => weights.ToDictionary(pair => pair.Key, pair => (double[])pair.Value.Clone());

    /// <summary>The step that would lower the loss by a twentieth if the loss were straight, smaller where the loss would rise: visible and stable.</summary>
    private static double CarefulStep(Interpreter oracle, Data data, Weights weights)
    {
        double square = oracle.Gradient(data, weights).Values.Sum(gradient => gradient.Sum(g => g * g));
        double step = square > 0 ? oracle.Loss(data, weights) / square / 20 : 0.1;
        while (!Descends(oracle, data, weights, step))
        {
            step /= 4;
        }

        return step;
    }

    private static bool Descends(Interpreter oracle, Data data, Weights weights, double step)
    {
        Weights trained = Copy(weights);
        double before = double.PositiveInfinity;
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            double loss = oracle.Step(data, trained, step);
            if (!(loss <= before))
            {
                return false;
            }

            before = loss;
        }

        return true;
    }

    /// <summary>Closed, open, and other numbers, negative ones among them; all of them floats.</summary>
    private static double[] Gates(Random random, int length, bool isBoolean) =>
        [.. Enumerable.Range(0, length).Select(_ => random.Next(isBoolean ? 2 : 6) switch { 0 => 0, 1 => 1, 2 => -0.5, 3 => 1.25, 4 => -1, _ => 0.25 })];

    /// <summary>From 0 to 1, the bounds among them.</summary>
    private static double[] Shares(Random random, int length, bool isDouble) =>
        [.. Enumerable.Range(0, length).Select(_ => random.Next(4) switch { 0 => 0, 1 => 1, _ => Round(random.NextDouble(), isDouble) })];

    private static double Round(double value, bool isDouble) => isDouble ? value : (float)value;

    private static double Gauss(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
