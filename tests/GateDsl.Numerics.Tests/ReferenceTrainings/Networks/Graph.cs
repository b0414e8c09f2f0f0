namespace GateDsl.Numerics.Tests.ReferenceTrainings.Networks;

/// <summary>
/// Dense and one-hot inputs, a selector, a gated edge, a bank feeding a bank copy to copy and another by pairs, a gated output, a skip
/// connection.
/// </summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class Graph
{
    [OneHotInput(4)] public partial Layer Item { get; }

    [Input(3)] public partial Layer Sense { get; }

    [Input(2)] public partial Layer Drive { get; }

    [Selector(3)] public partial Selector Mood { get; }

    [Hidden(5), From(nameof(Item)), From(nameof(Sense), When = nameof(NotTwo))] public partial Layer Code { get; }

    [Hidden(3), From(nameof(Sense)), OnePer(nameof(Mood))] public partial LayerBank Low { get; }

    [Hidden(4), From(nameof(Low)), OnePer(nameof(Mood))] public partial LayerBank High { get; }

    [Hidden(2), From(nameof(High), nameof(Drive)), OnePerSubset(nameof(Mood), 2)] public partial LayerBank Mix { get; }

    [Output(3), From(nameof(Code), nameof(Mix)), ActiveWhen(nameof(Odd))] public partial Layer Act { get; }

    [Output(2), From(nameof(Item), nameof(High))] public partial Layer Mark { get; }

    private static bool NotTwo(int item) => item != 2;

    private static bool Odd(int item, int mood) => ((item * 3) + mood) % 4 != 1;

    internal static NetworkUnderTest On(ReferenceTraining reference)
    {
        Dataset data = Dataset.Create(
            reference.Indices("Item"),
            reference.Array("in/Sense"),
            reference.Array("in/Drive"),
            reference.Indices("Mood"),
            reference.Array("target/Act"),
            reference.Array("target/Mark"));
        Graph network = new(Gaussian.WithSigma(0.1), seed: 1);
        Gradients gradients = new();
        NetworkUnderTest test = new()
        {
            FillGradients = scale => network.Gradient(data, gradients, scale),
            Step = stepSize => network.Step(data, stepSize),
            Train = options => network.Train(data, options),
            Predict = () =>
            {
                double[] act = new double[data.Count * 3];
                double[] mark = new double[data.Count * 2];
                network.Predict(data, act, mark);
                return new() { ["Act"] = act, ["Mark"] = mark };
            },
        };
        test.Edge("ItemToCode", () => network.ItemToCode, () => gradients.ItemToCode)
            .Edge("SenseToCode", () => network.SenseToCode, () => gradients.SenseToCode)
            .Edge("CodeToAct", () => network.CodeToAct, () => gradients.CodeToAct)
            .Edge("ItemToMark", () => network.ItemToMark, () => gradients.ItemToMark);
        for (int copy = 0; copy < 3; copy++)
        {
            int k = copy;
            test.Edge($"SenseToLow[{k}]", () => network.SenseToLow[k], () => gradients.SenseToLow[k])
                .Edge($"LowToHigh[{k}]", () => network.LowToHigh[k], () => gradients.LowToHigh[k])
                .Edge($"DriveToMix[{k}]", () => network.DriveToMix[k], () => gradients.DriveToMix[k])
                .Edge($"MixToAct[{k}]", () => network.MixToAct[k], () => gradients.MixToAct[k])
                .Edge($"HighToMark[{k}]", () => network.HighToMark[k], () => gradients.HighToMark[k]);
        }

        foreach ((int i, int j) in new[] { (0, 0), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2) })
        {
            test.Edge($"HighToMix[{i}, {j}]", () => network.HighToMix[i, j], () => gradients.HighToMix[i, j]);
        }

        return test;
    }
}
