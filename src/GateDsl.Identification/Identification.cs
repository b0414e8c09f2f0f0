using GateDsl.Identifying;

namespace GateDsl;

/// <summary>
/// Finds the gated deep linear network that a ReLU network with one hidden layer is (P1 App. B, Algorithm 1): k-means over the gates of its
/// units, the number of modules by an elbow, and the evidence for each module.
/// </summary>
public static class Identification
{
    /// <summary>Finds the modules of a recorded network.</summary>
    /// <param name="recordings">The layer at several epochs.</param>
    /// <param name="data">The data of the recordings, with targets where they are known.</param>
    /// <param name="options">How; null: as the defaults have it.</param>
    /// <exception cref="ArgumentException">
    /// There are no recordings, or they are of other data; an option is out of range; k is larger than the number of different gates; or losses
    /// were given without targets, or start where no network with such initial weights does.
    /// </exception>
    public static IdentificationResult Of(LayerRecordings recordings, IdentificationData data, IdentificationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        ArgumentNullException.ThrowIfNull(data);
        options ??= new();
        if (recordings.Count == 0 || !ReferenceEquals(recordings.Inputs, data.Columns))
        {
            throw new ArgumentException(recordings.Count == 0
                ? "There are no recordings." : "The recordings are of other inputs than the data.");
        }

        OptionChecks.RequireInputs(data);
        GatePatterns patterns = GatePatterns.Of(recordings);
        OptionChecks.Require(options, data, recordings.Units, patterns.Patterns.Length);
        CandidateSearch search = CandidateSearch.Run(patterns, data, recordings.Units, options);
        Stability stability = Stability.Of(patterns, data, search, options);
        ModuleAssembly assembly = ModuleAssembly.Of(patterns, data, recordings.Units, search.Chosen, stability);
        return new IdentificationResult(data, assembly.Plan)
        {
            Modules = assembly.Modules,
            Candidates = search.Candidates,
            ErrorKind = search.Kind,
            Elbow = search.Elbow,
            Units = recordings.Units,
            Recordings = recordings.Count,
            Rows = patterns.Rows,
            DeadRows = patterns.DeadRows,
            AlwaysOnRows = patterns.AlwaysOnRows,
            StrengthSource = recordings.StrengthSource,
            Residual = assembly.Residual,
            Stability = stability.Whole,
            Doubts = Doubts.Of(search, assembly, stability, UnitGates.Of(patterns, data)),
        };
    }

    /// <summary>
    /// The same before any training: representative units run in place of the network (mathematics.md, ReLU networks), and their gates are identified at even
    /// epochs. The cost does not depend on H.
    /// </summary>
    /// <param name="data">Inputs and targets.</param>
    /// <param name="units">Hidden units H of the network.</param>
    /// <param name="sigma">Standard deviation of its initial weights.</param>
    /// <param name="stepSize">Step size of full-batch gradient descent on the loss.</param>
    /// <param name="epochs">Epochs to run, at least 1.</param>
    /// <param name="options">How; null: as the defaults have it. Its training is not used: the forecast's own losses are.</param>
    /// <param name="lossScale">Scale of the loss and the step size.</param>
    /// <exception cref="ArgumentException">The data have no targets, or a setting is out of range.</exception>
    /// <exception cref="TrainingDivergedException">The step size is too large.</exception>
    public static ForecastResult Forecast(
        IdentificationData data,
        int units,
        double sigma,
        double stepSize,
        int epochs,
        IdentificationOptions? options = null,
        LossScale lossScale = LossScale.Sum)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= new();
        OptionChecks.RequireInputs(data);
        OptionChecks.RequireTraining(data, units, sigma, stepSize, epochs);
        RepresentativeDraws run = RepresentativeDraws.Of(data, units, sigma, stepSize, epochs, options, lossScale);
        IdentificationOptions own = options with { Training = new(run.Losses, sigma, stepSize, lossScale) };

        GatePatterns patterns = GatePatterns.Of(run.Recordings);
        OptionChecks.Require(own, data, units, patterns.Patterns.Length);
        CandidateSearch search = CandidateSearch.Run(patterns, data, units, own);
        Stability stability = Stability.Of(patterns, data, search, own);
        ModuleAssembly assembly = ModuleAssembly.Of(patterns, data, units, search.Chosen, stability);
        return new ForecastResult(data, assembly.Plan)
        {
            Modules = [.. assembly.Modules.Select(module => module with { ShareByRecording = run.MeanOverDraws(module.ShareByRecording) })],
            Candidates = search.Candidates,
            ErrorKind = search.Kind,
            Elbow = search.Elbow,
            Units = units,
            Recordings = run.Recordings.Count,
            Rows = patterns.Rows,
            DeadRows = patterns.DeadRows,
            AlwaysOnRows = patterns.AlwaysOnRows,
            StrengthSource = PathStrengthSource.Weights,
            Residual = assembly.Residual,
            Stability = stability.Whole,
            Doubts = Doubts.Of(search, assembly, stability),
            Epochs = run.Epochs,
            Loss = run.Losses,
        };
    }

    /// <summary>
    /// The same for a ReLU network of several hidden layers: representative networks run in its place (mathematics.md, ReLU networks). Gates of a deeper layer
    /// are no gates of modules; so it is asked instead which layers a linear one can stand for, below others whose units gate themselves, and how
    /// near that comes. The cost does not depend on the widths.
    /// </summary>
    /// <param name="data">Inputs and targets.</param>
    /// <param name="widths">Hidden units of every layer, first to last; at least two layers.</param>
    /// <param name="sigma">Standard deviation of the initial weights.</param>
    /// <param name="stepSize">Step size of full-batch gradient descent on the loss.</param>
    /// <param name="epochs">Epochs to run, at least 1.</param>
    /// <param name="options">Draws, seed and the epochs to read; null: as the defaults have them.</param>
    /// <param name="lossScale">Scale of the loss and the step size.</param>
    /// <param name="cancellationToken">Stops between two epochs.</param>
    /// <exception cref="ArgumentException">The data have no targets, or a setting is out of range.</exception>
    /// <exception cref="TrainingDivergedException">The step size is too large.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static DeepForecastResult ForecastDeep(
        IdentificationData data,
        IReadOnlyList<int> widths,
        double sigma,
        double stepSize,
        int epochs,
        IdentificationOptions? options = null,
        LossScale lossScale = LossScale.Sum,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(widths);
        options ??= new();
        OptionChecks.RequireInputs(data);
        OptionChecks.RequireDeep(data, widths, sigma, stepSize, epochs, options);
        return DeepForecast.Of(
            data,
            new TwinShape([.. widths], [.. Enumerable.Repeat(sigma, widths.Count + 1)]),
            new TwinDescent { Epochs = epochs, StepSize = stepSize, LossScale = lossScale, CancellationToken = cancellationToken },
            options.Draws,
            options.Seed,
            RepresentativeDraws.EpochsToRead(options, epochs));
    }

    /// <summary>
    /// Finds what a recorded ReLU network of several hidden layers is: its gates by class beside those that representative networks foresee of one
    /// like it, and which of its layers, from the first on, a linear one can stand for: it is as wide as the recorded layer has units that are on
    /// everywhere where the loss first rests.
    /// </summary>
    /// <param name="recordings">Its layers at some epochs.</param>
    /// <param name="data">The data of the recordings, with targets.</param>
    /// <param name="training">The losses that it had, and how it was trained.</param>
    /// <param name="options">Draws and seed; null: as the defaults have them. The number of modules does not matter, as there are none.</param>
    /// <param name="cancellationToken">Stops between two epochs.</param>
    /// <exception cref="ArgumentException">
    /// There are no recordings, they are of other data or of an epoch beyond the last update; the data have no targets; or a setting is out of range.
    /// </exception>
    /// <exception cref="TrainingDivergedException">A network like it would not bear the step size.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static DeepIdentificationResult OfDeep(
        DeepRecordings recordings, IdentificationData data, RecordedTraining training, IdentificationOptions? options = null,
            CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(training);
        options ??= new();
        if (recordings.Epochs.Count == 0 || !ReferenceEquals(recordings.Inputs, data.Columns))
        {
            throw new ArgumentException(recordings.Epochs.Count == 0
                ? "There are no recordings." : "The recordings are of other inputs than the data.");
        }

        OptionChecks.RequireInputs(data);
        OptionChecks.RequireDeep(data, recordings.Widths, training.Sigma, training.StepSize, training.Losses.Count, options);
        OptionChecks.RequireLosses(training.Losses);
        if (recordings.Epochs[^1] > training.Losses.Count)
        {
            throw new ArgumentException($"A recording is of epoch {recordings.Epochs[^1]}, but the losses are of {training.Losses.Count} updates.");
        }

        return DeepForecast.Of(data, recordings, training, options.Draws, options.Seed, cancellationToken);
    }
}
