namespace GateDsl.Numerics.Tests.ReferenceTrainings.Networks;

/// <summary>Exclusive-or with a margin and one pathway per label, gated by a selector.</summary>
[GatedNetwork(Precision = Precision.Double)]
public sealed partial class Xor
{
    [Input(3)] public partial Layer Stimulus { get; }

    [Selector(4)] public partial Selector Sample { get; }

    [Hidden(5), From(nameof(Stimulus)), ActiveIn(nameof(Sample), 0, 1)] public partial Layer Positive { get; }

    [Hidden(5), From(nameof(Stimulus)), ActiveIn(nameof(Sample), 2, 3)] public partial Layer Negative { get; }

    [Output(1), From(nameof(Positive), nameof(Negative))] public partial Layer Label { get; }

    internal static NetworkUnderTest On(ReferenceTraining reference)
    {
        Dataset data = Dataset.Create(reference.Array("in/Stimulus"), reference.Indices("Sample"), reference.Array("target/Label"));
        Xor network = new(Gaussian.WithSigma(0.1), seed: 1);
        Gradients gradients = new();
        return new NetworkUnderTest
        {
            FillGradients = scale => network.Gradient(data, gradients, scale),
            Step = stepSize => network.Step(data, stepSize),
            Train = options => network.Train(data, options),
            Predict = () =>
            {
                double[] label = new double[data.Count];
                network.Predict(data, label);
                return new() { ["Label"] = label };
            },
        }
        .Edge("StimulusToPositive", () => network.StimulusToPositive, () => gradients.StimulusToPositive)
        .Edge("StimulusToNegative", () => network.StimulusToNegative, () => gradients.StimulusToNegative)
        .Edge("PositiveToLabel", () => network.PositiveToLabel, () => gradients.PositiveToLabel)
        .Edge("NegativeToLabel", () => network.NegativeToLabel, () => gradients.NegativeToLabel);
    }
}
