using System.Globalization;

namespace GateDsl;

/// <summary>Options that callers of the C surface give as JSON, and what they stand for.</summary>
internal static class OptionNames
{
    private static readonly string[] TrainingNames =
    [
        "epochs", "step_size", "loss_scale", "batch_size", "shuffle_seed", "momentum", "nesterov", "weight_decay", "step_factors", "record_every", "method",
        "reductions", "snapshot_epochs", "checkpoint", "test_by",
    ];

    private static readonly string[] PlainNames = ["epochs", "step_size", "loss_scale", "reduction"];

    private static readonly string[] UnitNames = ["units_per_pathway"];

    private static readonly string[] WeightNames = ["sigma", "gain"];

    /// <summary>All names, of every kind of options.</summary>
    public static string[] All { get; } =
        [.. TrainingNames, .. PlainNames, .. UnitNames, .. WeightNames, "seed", "every_epochs", "prediction", "draws"];

    /// <summary>Options of a training.</summary>
    public static TrainingOptions ReadTraining(nint text) => OptionObject.Read(text, "options", TrainingNames, Training);

    /// <summary>Options of a race.</summary>
    /// <returns>The options; the reduction; whether nothing else was given than C#'s plain Integrate has.</returns>
    public static (TrainingOptions Options, Reduction Reduction, bool IsPlain) ReadRace(nint text) => OptionObject.Read(
        text, "options", [.. TrainingNames, "reduction"], options => (
            Training(options),
            options.Choice("reduction", Reduction.Exact, ("exact", Reduction.Exact), ("modes", Reduction.Modes), ("modes_flow", Reduction.ModesFlow),
                ("closed_form", Reduction.ClosedForm)),
            !TrainingNames.Except(PlainNames).Any(options.Has)));

    /// <summary>How weights are drawn, and from which seed.</summary>
    /// <param name="text">Address of the JSON.</param>
    /// <param name="hasSeed">A seed may be given.</param>
    public static (IInitializer Initializer, ulong Seed) ReadStart(nint text, bool hasSeed) => OptionObject.Read(
        text, "start", hasSeed ? [.. WeightNames, "seed"] : WeightNames, start => (Initializer(start), start.Seed("seed")));

    /// <summary>
    /// Where a race in expectation starts: from one sigma, with units by pathway where they are said, or from an initialiser; and how many starts are drawn,
    /// from which seed.
    /// </summary>
    public static TRace ReadExpectation<TRace>(
        nint text,
        Func<double, double?, int?, ulong, TRace> uniform,
        Func<double, IReadOnlyDictionary<string, double>, int?, ulong, TRace> byPathway,
        Func<IInitializer, int?, ulong, TRace> drawn) =>
        OptionObject.Read(text, "start", [.. WeightNames, .. UnitNames, "draws", "seed"], start =>
        {
            int? draws = start.Has("draws") ? start.Int("draws") : null;
            ulong seed = start.Seed("seed");
            if (start.Has("gain") || start.IsObject("sigma"))
            {
                return start.Has("units_per_pathway")
                    ? throw new ArgumentException("units_per_pathway belongs to one sigma for all weights.", "units_per_pathway")
                    : drawn(Initializer(start), draws, seed);
            }

            Require(start, "sigma");
            return start.IsObject("units_per_pathway")
                ? byPathway(start.Double("sigma"), start.Numbers("units_per_pathway"), draws, seed)
                : uniform(start.Double("sigma"), start.Has("units_per_pathway") ? start.Double("units_per_pathway") : null, draws, seed);
        });

    /// <summary>Where the race of a twin starts.</summary>
    public static (double Sigma, TwinPrediction Prediction, ulong Seed, int Draws) ReadTwin(nint text) => OptionObject.Read(
        text, "start", ["sigma", "prediction", "seed", "draws"], start =>
        {
            Require(start, "sigma");
            return (
                start.Double("sigma"),
                start.Choice("prediction", TwinPrediction.RepresentativeUnits, ("representative_units", TwinPrediction.RepresentativeUnits),
                    ("pathways", TwinPrediction.Pathways)),
                start.Seed("seed"),
                start.Int("draws", 8));
        });

    private static TrainingOptions Training(OptionObject options)
    {
        TrainingOptions unsaid = new();
        return new TrainingOptions
        {
            Epochs = options.Int("epochs", unsaid.Epochs),
            StepSize = options.Double("step_size"),
            LossScale = options.Choice("loss_scale", LossScale.Sum, ("sum", LossScale.Sum), ("mean", LossScale.Mean)),
            BatchSize = options.Int("batch_size"),
            ShuffleSeed = options.Seed("shuffle_seed"),
            Momentum = options.Double("momentum"),
            Nesterov = options.Bool("nesterov"),
            WeightDecay = options.Double("weight_decay"),
            StepFactors = options.Numbers("step_factors"),
            RecordEvery = options.Int("record_every", 1),
            Method = options.Choice(
                "method", TrainingMethod.Auto, ("auto", TrainingMethod.Auto), ("batch", TrainingMethod.Batch), ("statistics", TrainingMethod.Statistics)),
            Reductions = options.Choice(
                "reductions", StateReductions.Auto, ("auto", StateReductions.Auto), ("never", StateReductions.Never), ("always", StateReductions.Always)),
            SnapshotEpochs = options.Ints("snapshot_epochs"),
            TestBy = options.Texts("test_by"),
            Checkpoint = options.Object("checkpoint", "path", "every_epochs") is { } checkpoint
                ? new Checkpoint(checkpoint.Text("path"), checkpoint.Int("every_epochs"))
                : null,
        };
    }

    private static IInitializer Initializer(OptionObject start)
    {
        if (start.Has("sigma") == start.Has("gain"))
        {
            throw new ArgumentException("Initial weights need either sigma or gain.", "sigma");
        }

        return start.Has("gain") ? Orthogonal.WithGain(start.Double("gain"))
            : start.IsObject("sigma") ? Gaussian.PerEdge([.. start.Numbers("sigma").Select(edge => (edge.Key, edge.Value))])
            : Gaussian.WithSigma(start.Double("sigma"));
    }

    private static void Require(OptionObject options, string name)
    {
        if (!options.Has(name))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name} is missing."), name);
        }
    }
}
