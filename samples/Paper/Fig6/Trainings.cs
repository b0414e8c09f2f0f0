using GateDsl;
using GateDsl.Samples.Drawing;
using GateDsl.Samples.Running;
using Paper.Gates;

namespace Paper.Fig6;

/// <summary>The four networks, each trained from a seed, and the prediction of the first.</summary>
internal sealed class Trainings(ContextTask task, int epochs)
{
    private readonly SelfGatedContexts.Dataset _selfGated = SelfGatedContexts.Dataset.Create(task.Items, task.Contexts, task.Targets);
    private readonly FixedGates.Dataset _fixed = FixedGates.Dataset.Create(task.Items, task.Contexts, task.Targets);
    private readonly FixedGatesClosed.Dataset _closed = FixedGatesClosed.Dataset.Create(task.Items, task.Contexts, task.Targets);

    /// <summary>Epochs at which the ReLU network is looked at.</summary>
    public int[] Stops { get; } = Segments.Stops(epochs, CensusTrace.Parts);

    /// <summary>All of them for one seed; the censuses are taken where they are asked for.</summary>
    public IEnumerable<Work<SeedRun>> Of(ulong seed, bool withCensus) =>
    [
        new(Subject.Relu.Label, seed, context => Relu(context, withCensus)),
        new(Fig6Subjects.SelfGated.Label, seed, SelfGated),
        new(Fig6Subjects.Joint.Label, seed, Joint),
        new(Fig6Subjects.Schedule.Label, seed, Schedule),
    ];

    /// <summary>The ReLU network from the data and sigma: none of its weights is drawn.</summary>
    /// <param name="seed">Of the draws of representative networks.</param>
    public Work<SeedRun> Prediction(ulong seed) => new(Subject.DeepTwin.Label, seed, context =>
    {
        RaceLog log = SelfGatedContexts.Race.ForTwin(_selfGated, Fig6Settings.Sigma, seed: context.Seed, draws: Fig6Settings.Draws)
            .Integrate(new TrainingOptions
            {
                Epochs = epochs,
                StepSize = Fig6Settings.StepSize,
                SnapshotEpochs = Stops,
                Progress = context.Progress,
                CancellationToken = context.CancellationToken,
            });
        return new SeedRun(Subject.DeepTwin, log.Loss) { Prediction = log };
    });

    private SeedRun Relu(WorkContext context, bool withCensus)
    {
        SelfGatedContexts.ReluTwin network = new(Fig6Settings.Plain, context.Seed);
        List<GateCensus> first = [];
        List<GateCensus> second = [];
        List<double[][,]> kernels = [];
        double[] loss = Train(Stops, context, options => network.Train(_selfGated, options), _ =>
        {
            kernels.Add([PlateauKernels.KernelOf(network.Activations(_selfGated, "Hidden1")),
                PlateauKernels.KernelOf(network.Activations(_selfGated, "Hidden2"))]);
            if (withCensus)
            {
                first.Add(network.Census(_selfGated, hiddenLayer: 1));
                second.Add(network.Census(_selfGated, hiddenLayer: 2));
            }
        });
        bool[,] gates = network.Gates(_selfGated, hiddenLayer: 1);
        return new SeedRun(Subject.Relu, loss)
        {
            FirstLayerOn = gates.Cast<bool>().Average(isOn => isOn ? 1.0 : 0.0),
            Kernels = [.. kernels],
            Censuses = withCensus ? [new CensusTrace("first layer", Stops, first), new CensusTrace("second layer", Stops, second)] : [],
        };
    }

    private SeedRun SelfGated(WorkContext context)
    {
        SelfGatedContexts network = new(Fig6Settings.Plain, context.Seed);
        return new SeedRun(Fig6Subjects.SelfGated, Train([0, epochs], context, options => network.Train(_selfGated, options)));
    }

    private SeedRun Joint(WorkContext context)
    {
        FixedGates network = new(Fig6Settings.Plain, context.Seed);
        return new SeedRun(Fig6Subjects.Joint, Train([0, epochs], context, options => network.Train(_fixed, options)));
    }

    /// <summary>
    /// Nothing trains before the authors' start; then all but the pairs, whose gates are closed; then all. A closed pathway neither answers nor
    /// learns: the pairs that open have their initial weights.
    /// </summary>
    private SeedRun Schedule(WorkContext context)
    {
        int start = Math.Min(epochs, Fig6Settings.AuthorsStart);
        int open = Math.Min(epochs, Fig6Settings.AuthorsOpenPairs);
        FixedGatesClosed closed = new(Fig6Settings.AuthorsClosed, context.Seed);
        FixedGates opened = new(Fig6Settings.Authors, context.Seed);
        double[] before = Train([0, open - start], context, options => closed.Train(_closed, options));
        closed.ItemToFirst.CopyTo(opened.ItemToFirst);
        closed.ContextToFirst.CopyTo(opened.ContextToFirst);
        closed.FirstToCommon.CopyTo(opened.FirstToCommon);
        closed.CommonToProperties.CopyTo(opened.CommonToProperties);
        double[] after = Train([0, epochs - open], context, options => opened.Train(_fixed, options));
        double atRest = before.Length > 0 ? before[0] : closed.Loss(_closed);
        return new SeedRun(Fig6Subjects.Schedule, [.. Enumerable.Repeat(atRest, start), .. before, .. after]);
    }

    private static double[] Train(int[] stops, WorkContext context, Func<TrainingOptions, TrainingLog> train, Action<int>? look = null) =>
        Segments.Train(stops, Fig6Settings.StepSize, context, train, look ?? (_ => { }));
}
