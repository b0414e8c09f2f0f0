namespace GateDsl.Numerics.Tests.ReferenceTrainings.Networks;

/// <summary>P2's routing network in small: three encoders, one shared layer, three decoders that are an output bank.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class Routing
{
    [OneHotInput(4)] public partial Layer Item { get; }

    [Selector(3)] public partial Selector Source { get; }

    [Selector(3)] public partial Selector Sink { get; }

    [Hidden(6), From(nameof(Item)), OnePer(nameof(Source))] public partial LayerBank Encoders { get; }

    [Hidden(6), From(nameof(Encoders))] public partial Layer Shared { get; }

    [Output(7), From(nameof(Shared)), OnePer(nameof(Sink))] public partial LayerBank Decoders { get; }

    internal static NetworkUnderTest On(ReferenceTraining reference)
    {
        Dataset data = Dataset.Create(
            reference.Indices("Item"), reference.Indices("Source"), reference.Indices("Sink"), reference.Array("target/Decoders"));
        Routing network = new(Gaussian.WithSigma(0.1), seed: 1);
        Gradients gradients = new();
        NetworkUnderTest test = new()
        {
            FillGradients = scale => network.Gradient(data, gradients, scale),
            Step = stepSize => network.Step(data, stepSize),
            Train = options => network.Train(data, options),
            Predict = () =>
            {
                double[] decoders = new double[data.Count * 7];
                network.Predict(data, decoders);
                return new() { ["Decoders"] = decoders };
            },
        };
        for (int copy = 0; copy < 3; copy++)
        {
            int k = copy;
            test.Edge($"ItemToEncoders[{k}]", () => network.ItemToEncoders[k], () => gradients.ItemToEncoders[k])
                .Edge($"EncodersToShared[{k}]", () => network.EncodersToShared[k], () => gradients.EncodersToShared[k])
                .Edge($"SharedToDecoders[{k}]", () => network.SharedToDecoders[k], () => gradients.SharedToDecoders[k]);
        }

        return test;
    }
}
