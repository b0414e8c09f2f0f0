namespace GateDsl.Numerics.Tests.ReferenceTrainings.Networks;

/// <summary>A linear layer into a self-gated one, and a twin with two hidden layers of 9.</summary>
[GatedNetwork(Precision = Precision.Double)]
[ReluTwin(9)]
public sealed partial class TwoLayers
{
    [OneHotInput(8)] public partial Layer Item { get; }

    [OneHotInput(3)] public partial Layer Context { get; }

    [Hidden(7), From(nameof(Item), nameof(Context))] public partial Layer First { get; }

    [Hidden(9), SelfGated, From(nameof(First))] public partial Layer Second { get; }

    [Output(60), From(nameof(Second))] public partial Layer Properties { get; }

    internal static NetworkUnderTest On(ReferenceTraining reference)
    {
        Dataset data = DataOf(reference);
        TwoLayers network = new(Gaussian.WithSigma(0.1), seed: 1);
        Gradients gradients = new();
        return new NetworkUnderTest
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
        }
        .Edge("ItemToFirst", () => network.ItemToFirst, () => gradients.ItemToFirst)
        .Edge("ContextToFirst", () => network.ContextToFirst, () => gradients.ContextToFirst)
        .Edge("FirstToSecond", () => network.FirstToSecond, () => gradients.FirstToSecond)
        .Edge("SecondToProperties", () => network.SecondToProperties, () => gradients.SecondToProperties);
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
            Gates = () => twin.Gates(data, hiddenLayer: 1),
        }
        .Edge("ItemToHidden1", () => twin.ItemToHidden1, () => gradients.ItemToHidden1)
        .Edge("ContextToHidden1", () => twin.ContextToHidden1, () => gradients.ContextToHidden1)
        .Edge("Hidden1ToHidden2", () => twin.Hidden1ToHidden2, () => gradients.Hidden1ToHidden2)
        .Edge("Hidden2ToProperties", () => twin.Hidden2ToProperties, () => gradients.Hidden2ToProperties);
    }

    private static Dataset DataOf(ReferenceTraining reference) =>
        Dataset.Create(reference.Indices("Item"), reference.Indices("Context"), reference.Array("target/Properties"));
}
