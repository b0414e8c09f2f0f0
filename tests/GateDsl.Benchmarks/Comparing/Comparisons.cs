using GateDsl.Benchmarks.Networks;
using GateDsl.Benchmarks.Peers;
using TorchSharp;
using static GateDsl.Benchmarks.Comparing.TorchData;
using static TorchSharp.torch;

namespace GateDsl.Benchmarks.Comparing;

/// <summary>The comparisons, with the floors and goals that the project set itself.</summary>
internal static class Comparisons
{
    private const double SumScale = 1;
    private const double XorScale = 1.0 / 4;

    /// <summary>Until L is below 0.01; long after that a loss is the rounding of its targets, and no two programs agree on it.</summary>
    private const int XorEpochs = 801;

    /// <summary>
    /// A quarter of P1's: later a ReLU network in single precision does not determine its loss to 1e-3 any more, however it is computed. At epoch
    /// 8,000 libtorch by autograd and libtorch by hand differ from each other by 2e-2.
    /// </summary>
    private const int ReluEpochs = 2001;

    /// <summary>Made one at a time: the last ones are large.</summary>
    public static IReadOnlyList<(string Name, Func<bool, Comparison> Make)> All { get; } =
    [
        ("gated", Gated),
        ("relu", Relu),
        ("deep-relu", DeepRelu),
        ("xor-relu", XorRelu),
        ("xor-gated", XorGated),
        ("images", Images),
        ("batches", isQuick => Batches("batches", "", isQuick, RandomImages.Numbers)),
        ("batches-strokes",
            isQuick => Batches("batches-strokes", ", four of five pixels 0", isQuick,
                (count, seed) => RandomImages.Strokes(count / RandomImages.Pixels, seed))),
        ("wide", Wide),
    ];

    private static Comparison Gated(bool isQuick)
    {
        ThreeContexts network = OwnTrainings.Gated();
        ContextTask task = OwnTrainings.Different;
        Tensor items = OneHot(task.Items, 8);
        Tensor both = cat([items, OneHot(task.Contexts, 3)], 1);
        Tensor targets = Rows(task.Targets, 60);
        (int, int)[] pairs = [(0, 1), (0, 2), (1, 2)];
        List<GatedModule> modules =
        [
            new(both, ones(24, 1), cat([Weights(network.ItemToCommon), Weights(network.ContextToCommon)], 1), Weights(network.CommonToProperties)),
        ];
        for (int k = 0; k < pairs.Length; k++)
        {
            (int first, int second) = pairs[k];
            Tensor gate = Gate(task.Contexts.Select(context => context == first || context == second));
            modules.Add(new GatedModule(items, gate, Weights(network.ItemToPairs[k]), Weights(network.PairsToProperties[k])));
        }

        GatedModule[] all = [.. modules];
        return new Comparison("gated", "P1 §4 GDLN, 4 pathways of 100, N = 24", OwnTrainings.GatedTraining(),
        [
            new("autograd", new AutogradTraining(GatedModule.WeightsOf(all), GatedModule.Prediction(all), targets, 1e-3, SumScale), 9, 20),
            new("by hand", new GatedByHand(all, targets, 1e-3, SumScale), 4.5, 8),
            new("by hand, stacked", new GatedStacked(all, targets, 1e-3, SumScale), null, null),
        ])
        {
            OwnEpochs = isQuick ? 2001 : 8001,
            PeerEpochs = isQuick ? 2001 : 8001,
            RecordEvery = 100,
            WorkOfEpoch = CompiledWork.Statistics<ThreeContexts>(),
            PeakFloor = 0.6,
        };
    }

    private static Comparison Relu(bool isQuick)
    {
        ThreeContexts.ReluTwin network = OwnTrainings.Relu();
        ContextTask task = OwnTrainings.Different;
        return new Comparison("relu", "P1 §4 ReLU 11-700-60, N = 24", OwnTrainings.ReluTraining(), Layered(
            [cat([Weights(network.ItemToHidden1), Weights(network.ContextToHidden1)], 1), Weights(network.Hidden1ToProperties)],
            InputsOf(task), Rows(task.Targets, 60), isRectified: true, 1e-3, SumScale, (2.6, 4), (1.8, 2.7)))
        {
            OwnEpochs = ReluEpochs,
            PeerEpochs = ReluEpochs,
            RecordEvery = 100,
            WorkOfEpoch = CompiledWork.Batch(network, OwnTrainings.DifferentData),
            PeakFloor = 0.7,
        };
    }

    private static Comparison DeepRelu(bool isQuick)
    {
        TwoHiddenLayers.ReluTwin network = OwnTrainings.DeepRelu();
        ContextTask task = OwnTrainings.Same;
        Tensor[] weights =
        [
            cat([Weights(network.ItemToHidden1), Weights(network.ContextToHidden1)], 1),
            Weights(network.Hidden1ToHidden2),
            Weights(network.Hidden2ToProperties),
        ];
        return new Comparison("deep-relu", "P1 §6 ReLU 11-420-420-60, N = 24", OwnTrainings.DeepReluTraining(), Layered(
            weights, InputsOf(task), Rows(task.Targets, 60), isRectified: true, 1e-3, SumScale, (1.5, 2.2), (1.5, 2.2)))
        {
            OwnEpochs = isQuick ? 1001 : 6001,
            PeerEpochs = isQuick ? 1001 : 6001,
            RecordEvery = 100,
            WorkOfEpoch = CompiledWork.Batch(network, OwnTrainings.SameData),
            PeakFloor = 0.7,
        };
    }

    private static Comparison XorRelu(bool isQuick) => new(
        "xor-relu", "XoR ReLU 3-128-1, N = 4", OwnTrainings.XorReluTraining(), XorReluPeers(40, 80, isSameNetwork: true))
    {
        OwnEpochs = XorEpochs,
        PeerEpochs = XorEpochs,
        RecordEvery = 100,
    };

    private static Comparison XorGated(bool isQuick)
    {
        ExclusiveOr network = OwnTrainings.XorGated();
        XorTask task = OwnTrainings.Xor;
        Tensor stimuli = Rows(task.Inputs, 3);
        Tensor targets = Rows(task.Targets, 1);
        GatedModule[] modules =
        [
            new(stimuli, Gate(task.Samples.Select(sample => sample < 2)), Weights(network.StimulusToPositive), Weights(network.PositiveToAnswer)),
            new(stimuli, Gate(task.Samples.Select(sample => sample >= 2)), Weights(network.StimulusToNegative), Weights(network.NegativeToAnswer)),
        ];
        return new Comparison("xor-gated", "XoR GDLN, two pathways of 64, N = 4", OwnTrainings.XorGatedTraining(),
        [
            .. XorReluPeers(100, 200, isSameNetwork: false),
            new("GDLN by autograd", new AutogradTraining(
                GatedModule.WeightsOf(modules), GatedModule.Prediction(modules), targets, OwnTrainings.XorStep.StepSize, XorScale), null, null),
            new("GDLN by hand", new GatedByHand(modules, targets, OwnTrainings.XorStep.StepSize, XorScale), null, null),
        ])
        {
            OwnEpochs = XorEpochs,
            PeerEpochs = XorEpochs,
            RecordEvery = 100,
        };
    }

    private static Comparison Images(bool isQuick)
    {
        int datapoints = isQuick ? 6_000 : 60_000;
        Images network = RandomImages.Network();
        return new Comparison("images", $"one pathway 784-128-10, N = {datapoints:N0}", RandomImages.Training(RandomImages.Dataset(datapoints)),
        [
            new("by hand", new LayeredByHand(
                [Weights(network.PixelsToCode), Weights(network.CodeToClass)],
                Rows(RandomImages.Numbers(datapoints * RandomImages.Pixels, seed: 1), RandomImages.Pixels),
                Rows(RandomImages.Numbers(datapoints * RandomImages.Classes, seed: 2), RandomImages.Classes),
                isRectified: false, 1e-5, SumScale), 2000, 4000),
        ])
        {
            // The peer's epochs take half a second; the losses are compared over those, ours go on.
            OwnEpochs = 2000,
            PeerEpochs = 4,
            RecordEvery = 1,
        };
    }

    private static Comparison Batches(string name, string pixelsAre, bool isQuick, Func<int, int, float[]> draw)
    {
        int datapoints = isQuick ? 6_000 : 60_000;
        float[] pixels = draw(datapoints * RandomImages.Pixels, 1);
        int[] labels = RandomImages.Labels(datapoints);
        LabelledImages.ReluTwin network = RandomImages.LabelledNetwork();
        Tensor[] weights = [Weights(network.PixelsToHidden1), Weights(network.Hidden1ToClass)];
        Tensor inputs = Rows(pixels, RandomImages.Pixels);
        Tensor classes = tensor(labels, dtype: ScalarType.Int64);
        return new Comparison(
            name, $"ReLU 784-128-10, cross-entropy, momentum, batches of 128, N = {datapoints:N0}{pixelsAre}",
            RandomImages.LabelledTraining(LabelledImages.Dataset.Create(pixels, labels)),
            [
                new("autograd", new PassesByAutograd(weights, inputs, classes, RandomImages.Passes), 2, null),
                new("by hand", new PassesByHand(weights, inputs, classes, RandomImages.Passes), 1.3, null),
            ])
        {
            OwnEpochs = 3,
            PeerEpochs = 3,
            RecordEvery = 1,
        };
    }

    private static Comparison Wide(bool isQuick)
    {
        ContextTask task = OwnTrainings.Different;
        Wide10000.Dataset data = Wide10000.Dataset.Create(task.Items, task.Contexts, task.Targets);
        Wide10000 Create() => new(Gaussian.WithSigma(1e-4), seed: 1);
        Wide10000 network = Create();
        return new Comparison(
            "wide", "11-10000-60 GDLN, N = 24", OwnTraining.Of(Create, (net, options) => net.Train(data, options), OwnTrainings.SumStep), Layered(
                [cat([Weights(network.ItemToCommon), Weights(network.ContextToCommon)], 1), Weights(network.CommonToProperties)],
                InputsOf(task), Rows(task.Targets, 60), isRectified: false, 1e-3, SumScale, (150, 300), (150, 300)))
        {
            OwnEpochs = isQuick ? 2001 : 8001,
            PeerEpochs = isQuick ? 201 : 1001,
            RecordEvery = 100,
        };
    }

    private static Tensor InputsOf(ContextTask task) => cat([OneHot(task.Items, 8), OneHot(task.Contexts, 3)], 1);

    private static Peer[] XorReluPeers(double floor, double goal, bool isSameNetwork)
    {
        ExclusiveOr.ReluTwin network = OwnTrainings.XorRelu();
        XorTask task = OwnTrainings.Xor;
        Peer[] peers = Layered(
            [Weights(network.StimulusToHidden1), Weights(network.Hidden1ToAnswer)], Rows(task.Inputs, 3), Rows(task.Targets, 1),
            isRectified: true, OwnTrainings.XorStep.StepSize, XorScale, (floor, goal), (floor, goal));
        return isSameNetwork ? peers : [.. peers.Select(peer => peer with { Name = $"ReLU 3-128-1, {peer.Name}", IsSameNetwork = false })];
    }

    private static Peer[] Layered(
        Tensor[] weights, Tensor inputs, Tensor targets, bool isRectified, double step, double scale,
        (double Floor, double Goal) autograd, (double Floor, double Goal) byHand) =>
    [
        new(
            "autograd", new AutogradTraining(weights, LayeredByHand.Prediction(inputs, isRectified), targets, step, scale),
            autograd.Floor, autograd.Goal),
        new(
            "by hand", new LayeredByHand(weights, inputs, targets, isRectified, step, scale),
            byHand.Floor, byHand.Goal),
    ];
}
