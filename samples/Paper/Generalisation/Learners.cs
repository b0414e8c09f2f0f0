using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Handwriting;
using Paper.Fig5;
using Paper.Routing;
using ScottPlot;

namespace Paper.Generalisation;

/// <summary>The networks of the experiment, task by task.</summary>
internal static class Learners
{
    public const string Contexts = "contexts";
    public const string Digits = "digits";
    public const string Direct = "direct";
    public const string Routing = "routing";

    /// <summary>From small gains to large ones.</summary>
    private static readonly string[] GainColours = ["#0072B2", "#56B4E9", "#009E73", "#E69F00", "#D55E00", "#CC79A7"];

    /// <summary>The ReLU network and the gated one of P1 §5, on pairs of item and context that they never saw.</summary>
    public static Learner[] OfContexts(HeldOutPairs pairs)
    {
        double step = Fig5Settings.StepSize * pairs.Training.Count;
        return
        [
            new(
                Contexts,
                Subject.Relu,
                Subject.Twin,
                GeneralisationSettings.Epochs,
                step,
                (seed, options) => new ThreeContexts.ReluTwin(Gaussian.WithSigma(GeneralisationSettings.ContextSigma), seed)
                    .Train(pairs.Training, options, pairs.HeldOut),
                (seed, options) => HeldOutLog.Of(
                    ThreeContexts.Race.ForTwin(pairs.Training, GeneralisationSettings.ContextSigma, seed: seed).Integrate(options, pairs.HeldOut))),
            new(
                Contexts,
                Subject.Gdln with { Pattern = LinePattern.Solid },
                Subject.Expected,
                GeneralisationSettings.Epochs,
                step,
                (seed, options) => new ThreeContexts(GeneralisationSettings.ContextStart, seed).Train(pairs.Training, options, pairs.HeldOut),
                (_, options) => HeldOutLog.Of(
                    ThreeContexts.Race.Expect(pairs.Training, GeneralisationSettings.ContextStart).Integrate(options, pairs.HeldOut))),
        ];
    }

    /// <summary>Linear networks from small and from large weights, and the ReLU network, on images that they never saw.</summary>
    public static Learner[] OfDigits()
    {
        (Images all, Images heldOut) = Images.Load();
        DigitReader.Dataset training = ToData(all.First(GeneralisationSettings.TrainingImages));
        DigitReader.Dataset test = ToData(heldOut);
        Learner Linear(string key, string words, string colour, double sigma) => new(
            Digits,
            Subject.Linear with { Key = key, Label = FormattableString.Invariant($"linear network, {words} (σ = {sigma})"), Color = Color.FromHex(colour) },
            Subject.Expected with { Key = $"{key}_expected", Label = $"{words}, expected", Color = Color.FromHex(colour).Darken(0.4) },
            GeneralisationSettings.DigitEpochs,
            GeneralisationSettings.DigitStepSize,
            (seed, options) => new DigitReader(Gaussian.WithSigma(sigma), seed).Train(training, options, test),
            (_, options) => HeldOutLog.Of(DigitReader.Race.Expect(training, sigma).Integrate(options, test)));
        return
        [
            Linear("small", "small start", "#009E73", GeneralisationSettings.SmallSigma),
            Linear("large", "large start", "#D55E00", GeneralisationSettings.LargeSigma),
            new(
                Digits,
                Subject.Relu with { Label = FormattableString.Invariant($"ReLU network, small start (σ = {GeneralisationSettings.SmallSigma})") },
                Subject.Twin with { Label = "ReLU network, by representative units" },
                GeneralisationSettings.DigitEpochs,
                GeneralisationSettings.DigitStepSize,
                (seed, options) => new DigitReader.ReluTwin(Gaussian.WithSigma(GeneralisationSettings.SmallSigma), seed).Train(training, options, test),
                (seed, options) => HeldOutLog.Of(DigitReader.Race.ForTwin(training, GeneralisationSettings.SmallSigma, seed: seed).Integrate(options, test))),
        ];
    }

    /// <summary>Routing through one hidden layer at every gain, on pairs of encoder and decoder that were never trained together.</summary>
    public static IEnumerable<Learner> OfDirectRouting()
    {
        (RoutingTask trained, RoutingTask others) = RoutingPairs();
        DirectRouting.Dataset training = DirectRouting.Dataset.Create(trained.Cues, trained.Sinks, trained.Targets);
        DirectRouting.Dataset test = Untrained(trained, others, DirectRouting.Dataset.Create);
        double step = GeneralisationSettings.DirectStepSize * training.Count;
        return GeneralisationSettings.Gains.Select((gain, i) => OfGain(
            Direct,
            gain,
            i,
            step,
            (seed, options) => new DirectRouting(RoutingSettings.Start(gain), seed).Train(training, options, test),
            (_, options) => HeldOutLog.Of(
                DirectRouting.Race.Expect(training, RoutingSettings.Start(gain), draws: GeneralisationSettings.RoutingDraws).Integrate(options, test))));
    }

    /// <summary>P2's own network. With two hidden layers an expectation over starts is the mean over drawn ones.</summary>
    public static IEnumerable<Learner> OfRouting()
    {
        (RoutingTask trained, RoutingTask others) = RoutingPairs();
        RoutingNetwork.Dataset training = RoutingNetwork.Dataset.Create(trained.Cues, trained.Sinks, trained.Targets);
        RoutingNetwork.Dataset test = Untrained(trained, others, RoutingNetwork.Dataset.Create);
        return GeneralisationSettings.Gains.Select((gain, i) => OfGain(
            Routing,
            gain,
            i,
            RoutingSettings.SweepStepSize(gain) * training.Count,
            (seed, options) => new RoutingNetwork(RoutingSettings.Start(gain), seed).Train(training, options, test),
            (_, options) => HeldOutLog.Of(
                RoutingNetwork.Race.Expect(training, RoutingSettings.Start(gain), draws: GeneralisationSettings.RoutingDraws).Integrate(options, test))));
    }

    private static Learner OfGain(
        string task, double gain, int index, double step, Func<ulong, TrainingOptions, TrainingLog> train, Func<ulong, TrainingOptions, HeldOutLog> predict)
    {
        string key = FormattableString.Invariant($"g{gain}");
        Color colour = Color.FromHex(GainColours[index % GainColours.Length]);
        return new Learner(
            task,
            new Subject(key, FormattableString.Invariant($"gain {gain}"), colour, LinePattern.Solid),
            new Subject($"{key}_expected", FormattableString.Invariant($"gain {gain}, expected"), colour.Darken(0.4), LinePattern.DenselyDashed),
            GeneralisationSettings.RoutingEpochs,
            step,
            train,
            predict);
    }

    private static (RoutingTask Trained, RoutingTask All) RoutingPairs() => (
        RoutingTask.Create(GeneralisationSettings.Domains, GeneralisationSettings.Trained),
        RoutingTask.Create(GeneralisationSettings.Domains, GeneralisationSettings.Domains));

    private delegate TData Creation<TData>(ReadOnlySpan<int> cues, ReadOnlySpan<int> sinks, ReadOnlySpan<double> targets);

    private static TData Untrained<TData>(RoutingTask trained, RoutingTask all, Creation<TData> create)
    {
        HashSet<(int, int)> pairs = [.. trained.Sources.Zip(trained.Sinks)];
        int[] others = [.. Enumerable.Range(0, all.Count).Where(n => !pairs.Contains((all.Sources[n], all.Sinks[n])))];
        return create(
            others.Select(n => all.Cues[n]).ToArray(),
            others.Select(n => all.Sinks[n]).ToArray(),
            others.SelectMany(n => all.Targets.AsSpan(n * all.TargetWidth, all.TargetWidth).ToArray()).ToArray());
    }

    private static DigitReader.Dataset ToData(Images images) => DigitReader.Dataset.Create(
        Array.ConvertAll(images.Pixels, pixel => (double)pixel),
        [.. images.Labels.SelectMany(label => Enumerable.Range(0, 10).Select(digit => (digit == label ? 1 : 0) - 0.1))]);
}
