namespace GateDsl.Numerics.Tests.ReferenceTrainings.Networks;

/// <summary>The language page's first example with 6 units per module, and its twin of 16.</summary>
[GatedNetwork(Rectified = true, Precision = Precision.Double)]
[ReluTwin(16)]
public sealed partial class ThreeContexts
{
    [OneHotInput(8)] public partial Layer Item { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [Hidden(6), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }

    [Hidden(6), From(nameof(Item)), OnePerSubset(nameof(Context), 2)] public partial LayerBank Pairs { get; }

    [Output(60), From(nameof(Common), nameof(Pairs))] public partial Layer Properties { get; }

    internal static NetworkUnderTest On(ReferenceTraining reference)
    {
        Dataset data = DataOf(reference);
        ThreeContexts network = new(Gaussian.WithSigma(0.1), seed: 1);
        Gradients gradients = new();
        NetworkUnderTest test = new()
        {
            FillGradients = scale => network.Gradient(data, gradients, scale),
            Step = stepSize => network.Step(data, stepSize),
            Train = options => network.Train(data, options),
            Predict = () =>
            {
                double[] properties = new double[data.Count * 60];
                network.Predict(data, properties);
                return new() { ["Properties"] = properties };
            },
        };
        test.Edge("ItemToCommon", () => network.ItemToCommon, () => gradients.ItemToCommon)
            .Edge("ContextToCommon", () => network.ContextToCommon, () => gradients.ContextToCommon)
            .Edge("CommonToProperties", () => network.CommonToProperties, () => gradients.CommonToProperties);
        for (int copy = 0; copy < 3; copy++)
        {
            int k = copy;
            test.Edge($"ItemToPairs[{k}]", () => network.ItemToPairs[k], () => gradients.ItemToPairs[k])
                .Edge($"PairsToProperties[{k}]", () => network.PairsToProperties[k], () => gradients.PairsToProperties[k]);
        }

        return test;
    }

    internal static NetworkUnderTest TwinOn(ReferenceTraining reference)
    {
        Dataset data = DataOf(reference);
        ReluTwin twin = new(Gaussian.WithSigma(0.1), seed: 1);
        ReluTwin.Gradients gradients = new();
        return new NetworkUnderTest
        {
            FillGradients = scale => twin.Gradient(data, gradients, scale),
            Step = stepSize => twin.Step(data, stepSize),
            Train = options => twin.Train(data, options),
            Predict = () =>
            {
                double[] properties = new double[data.Count * 60];
                twin.Predict(data, properties);
                return new() { ["Properties"] = properties };
            },
            Gates = () => twin.Gates(data),
        }
        .Edge("ItemToHidden1", () => twin.ItemToHidden1, () => gradients.ItemToHidden1)
        .Edge("ContextToHidden1", () => twin.ContextToHidden1, () => gradients.ContextToHidden1)
        .Edge("Hidden1ToProperties", () => twin.Hidden1ToProperties, () => gradients.Hidden1ToProperties);
    }

    private static Dataset DataOf(ReferenceTraining reference) =>
        Dataset.Create(reference.Indices("Item"), reference.Indices("Context"), reference.Array("target/Properties"));
}
