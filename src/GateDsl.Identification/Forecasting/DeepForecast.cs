using System.Globalization;

namespace GateDsl.Identifying;

/// <summary>Representative networks in the place of a ReLU network of several hidden layers, and of networks whose first layers are linear.</summary>
internal static class DeepForecast
{
    /// <summary>Epochs at which shares are looked at, so that one of them is near where the loss first rests.</summary>
    private const int MostLooks = 200;

    /// <summary>Gates that all looks together may write down; fewer looks are taken of many datapoints.</summary>
    private const long MostGates = 100_000_000;

    /// <param name="data">Inputs and targets.</param>
    /// <param name="shape">The ReLU network.</param>
    /// <param name="descent">How it is trained.</param>
    /// <param name="draws">Representative networks of every candidate, at least 2.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="read">Epochs whose gates are read, ascending.</param>
    public static DeepForecastResult Of(IdentificationData data, TwinShape shape, TwinDescent descent, int draws, ulong seed, int[] read)
    {
        TwinTask task = TwinTask.Of(GatedProblem.Of(data, []));
        int[] looks = Looks(read, descent.Epochs, draws, shape.Widths.Length, data.Count);
        NetworkDraws relu = RepresentativeNetworks.Run(task, shape, descent, new DrawPlan { Draws = draws, Seed = seed, GateShareEpochs = looks });
        RequireLife(relu, looks, descent.StepSize);
        int rest = FirstRest(relu.Loss);
        double[] alwaysOn = relu.GateShares[Enumerable.Range(0, looks.Length).MinBy(i => Math.Abs(looks[i] - rest))].AlwaysOn;
        RaceLog log = DeepTwinLog.Of(
            relu with { GateShareEpochs = read, GateShares = [.. read.Select(epoch => relu.GateShares[Array.IndexOf(looks, epoch)])] });
        double[] levels = HalfWay(relu.Loss);
        LinearCandidate[] candidates =
        [
            new(0, shape.Widths, 0, OverPairs(relu.Draws, relu.Draws, Rms), OverPairs(relu.Draws, relu.Draws, Aligned), relu.Loss),
            .. LinearBelow(task, shape, alwaysOn, descent, draws, seed, (linear, widths, own) => new LinearCandidate(
                linear, widths, Rms(relu.Loss, own.Loss), OverPairs(relu.Draws, own.Draws, Rms), OverPairs(relu.Draws, own.Draws, Aligned), own.Loss)),
        ];
        return new DeepForecastResult(data)
        {
            Epochs = read,
            Prediction = log,
            Layers = Layers(shape, log, Datapoints(data), alwaysOn),
            FirstRest = rest,
            Candidates = candidates,
            Chosen = Choose(candidates),
        };

        double Aligned(double[] a, double[] b) => Agreement.Aligned(a, b, levels).Rms;
    }

    /// <summary>The epochs at which shares are looked at: those that are read, and others, evenly spread from the first to the last.</summary>
    /// <param name="read">Epochs whose gates are read.</param>
    /// <param name="epochs">Epochs of the training.</param>
    /// <param name="draws">Networks that are looked at.</param>
    /// <param name="layers">Hidden layers of each.</param>
    /// <param name="datapoints">Datapoints at which each unit has a gate.</param>
    internal static int[] Looks(int[] read, int epochs, int draws, int layers, int datapoints)
    {
        int count = (int)Math.Clamp(MostGates / ((long)draws * DrawPlan.DefaultUnits * layers * datapoints), 2, MostLooks);
        return [.. read.Concat(Enumerable.Range(0, count).Select(i => (int)((long)(epochs - 1) * i / (count - 1)))).Distinct().Order()];
    }

    // Without a layer that is on anywhere there is nothing to foresee; that a training does not move is not what was asked for.
    private static void RequireLife(NetworkDraws draws, int[] looks, double stepSize)
    {
        for (int look = 0; look < looks.Length; look++)
        {
            int dead = draws.GateShares[look].Layers.ToList().FindIndex(layer => !layer.Keys.Any(pattern => pattern.Contains('1', StringComparison.Ordinal)));
            if (dead >= 0)
            {
                throw new TrainingDivergedException(
                    string.Create(CultureInfo.InvariantCulture,
                        $"The training killed all units of hidden layer {dead + 1}: before the update of epoch {looks[look]} none is on at any datapoint"),
                    looks[look], draws.Loss[looks[look]], stepSize, double.NaN);
            }
        }
    }

    /// <summary>
    /// The same beside a network that was recorded: what is near is near its losses, and a linear layer is as wide as its always-on units are many.
    /// </summary>
    /// <param name="data">Inputs and targets.</param>
    /// <param name="recordings">The recorded layers.</param>
    /// <param name="training">Its losses, and how they came about.</param>
    /// <param name="draws">Representative networks of every candidate.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="cancellationToken">Stops between two epochs.</param>
    public static DeepIdentificationResult Of(
        IdentificationData data, DeepRecordings recordings, RecordedTraining training, int draws, ulong seed, CancellationToken cancellationToken)
    {
        double[] losses = [.. training.Losses];
        int[] read = [.. recordings.Epochs];
        TwinShape shape = new([.. recordings.Widths], [.. Enumerable.Repeat(training.Sigma, recordings.Layers + 1)]);

        // Gates after the last update are read before one more.
        TwinDescent descent = new()
        {
            Epochs = Math.Max(losses.Length, read[^1] + 1),
            StepSize = training.StepSize,
            LossScale = training.LossScale,
            CancellationToken = cancellationToken,
        };
        TwinTask task = TwinTask.Of(GatedProblem.Of(data, []));
        NetworkDraws relu = Cut(RepresentativeNetworks.Run(task, shape, descent, new DrawPlan { Draws = draws, Seed = seed, GateShareEpochs = read }));
        RaceLog log = DeepTwinLog.Of(relu);
        LayerDatapoints datapoints = Datapoints(data);
        int rest = FirstRest(losses);
        int nearest = Enumerable.Range(0, read.Length).MinBy(i => Math.Abs(read[i] - rest));
        double[] alwaysOn = [.. Enumerable.Range(0, recordings.Layers).Select(layer => recordings.AlwaysOn(nearest, layer))];
        double[] levels = HalfWay(losses);
        LinearCandidate[] candidates =
        [
            Beside(0, shape.Widths, relu),
            .. LinearBelow(task, shape, alwaysOn, descent, draws, seed, (linear, widths, own) => Beside(linear, widths, Cut(own))),
        ];
        return new DeepIdentificationResult(data)
        {
            Epochs = read,
            Prediction = log,
            Layers = Layers(shape, log, datapoints, relu.GateShares[nearest].AlwaysOn),
            Recorded = [.. shape.Widths.Select((units, layer) => new ForecastLayer(
                $"Hidden{layer + 1}", units, [.. Enumerable.Range(0, read.Length).Select(i => recordings.Census(i, layer, datapoints))], alwaysOn[layer]))],
            Losses = losses,
            StrengthSource = recordings.StrengthSource,
            FirstRest = rest,
            Candidates = candidates,
            Chosen = Choose(candidates),
        };

        LinearCandidate Beside(int linear, int[] widths, NetworkDraws own) => new(
            linear, widths, Rms(losses, own.Loss), own.Draws.Average(draw => Rms(losses, draw)),
            own.Draws.Average(draw => Agreement.Aligned(losses, draw, levels).Rms), own.Loss);

        NetworkDraws Cut(NetworkDraws run) => run with { Loss = run.Loss[..losses.Length], Draws = [.. run.Draws.Select(draw => draw[..losses.Length])] };
    }

    // With draws of its own: those of the ReLU network would be like them by more than what they have in common.
    private static IEnumerable<LinearCandidate> LinearBelow(
        TwinTask task, TwinShape shape, double[] alwaysOn, TwinDescent descent, int draws, ulong seed, Func<int, int[], NetworkDraws, LinearCandidate> judge)
    {
        for (int linear = 1; linear <= shape.Widths.Length; linear++)
        {
            int[] widths = [.. shape.Widths.Select((units, layer) => layer < linear ? Math.Max(1, (int)Math.Round(units * alwaysOn[layer])) : units)];
            LinearCandidate candidate;
            try
            {
                candidate = judge(linear, widths, RepresentativeNetworks.Run(
                    task, shape with { Widths = widths, LinearLayers = linear }, descent, new DrawPlan { Draws = draws, Seed = seed + (ulong)linear }));
            }
            catch (TrainingDivergedException)
            {
                candidate = new LinearCandidate(linear, widths, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, []);
            }

            yield return candidate;
        }
    }

    private static LinearCandidate Choose(LinearCandidate[] candidates) =>
        candidates.Last(candidate => candidate.LinearLayers == 0 || candidate.Apart <= DeepForecastResult.MostApart * candidates[0].Apart);

    private static ForecastLayer[] Layers(TwinShape shape, RaceLog log, LayerDatapoints datapoints, double[] alwaysOn) =>
        [.. shape.Widths.Select((units, layer) => new ForecastLayer($"Hidden{layer + 1}", units, log.Census(layer + 1, datapoints), alwaysOn[layer]))];

    private static double Rms(double[] a, double[] b) => Agreement.Between(a, b).Rms;

    // Pairs of different numbers only: draws of one number were chosen to fall equally early among their like.
    private static double OverPairs(double[][] draws, double[][] others, Func<double[], double[], double> distance) =>
        draws.SelectMany((draw, i) => others.Where((_, j) => j != i).Select(other => distance(draw, other))).Average();

    private static int FirstRest(double[] loss)
    {
        if (LossPlateau.Find(loss) is [LossPlateau first, ..])
        {
            return (first.FirstEpoch + first.LastEpoch) / 2;
        }

        int half = Array.FindIndex(loss, value => value < loss[0] / 2);
        return half < 0 ? loss.Length - 1 : half;
    }

    private static double[] HalfWay(double[] loss)
    {
        // The levels of one curve fall, but for two rests at about the same one.
        List<double> levels = [];
        foreach (LossPlateau plateau in LossPlateau.Find(loss))
        {
            if (plateau.Level < 0.98 * (levels.Count == 0 ? loss[0] : levels[^1]))
            {
                levels.Add(plateau.Level);
            }
        }

        return RestLevels.HalfWay(loss[0], [.. levels]);
    }

    // Of one-hot inputs everything can be decided quickly; of listed vectors what a gate depends on.
    private static LayerDatapoints Datapoints(IdentificationData data)
    {
        LayerDatapoints datapoints = LayerDatapoints.Of(data.Count);
        bool areOneHot = data.Inputs.All(input => input.IsOneHot);
        for (int i = 0; i < data.Inputs.Count; i++)
        {
            IdentifiedInput input = data.Inputs[i];
            InputRole role = data.Inputs.Count > 1 && i == data.Inputs.Count - 1 ? InputRole.Context : InputRole.Item;
            datapoints = areOneHot
                ? datapoints.OneHot(input.Name, input.IndexValues, input.Index, role)
                : datapoints.Label(input.IndexName, input.IndexValues, input.Index, role);
        }

        return datapoints;
    }
}
