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
        int count = (int)Math.Clamp(MostGates / ((long)draws * DrawPlan.DefaultUnits * shape.Widths.Length * data.Count), 2, MostLooks);
        int[] looks = [.. read.Concat(Enumerable.Range(0, count).Select(i => (int)((long)(descent.Epochs - 1) * i / (count - 1)))).Distinct().Order()];
        NetworkDraws relu = RepresentativeNetworks.Run(task, shape, descent, new DrawPlan { Draws = draws, Seed = seed, GateShareEpochs = looks });
        RequireLife(relu, looks, descent.StepSize);
        int rest = FirstRest(relu.Loss);
        double[] alwaysOn = relu.GateShares[Enumerable.Range(0, looks.Length).MinBy(i => Math.Abs(looks[i] - rest))].AlwaysOn;
        RaceLog log = DeepTwinLog.Of(relu with { GateShareEpochs = read, GateShares = [.. read.Select(epoch => relu.GateShares[Array.IndexOf(looks, epoch)])] });
        double[] levels = HalfWay(relu.Loss);
        LinearCandidate itself = new(0, shape.Widths, 0, OverPairs(relu.Draws, relu.Draws, Rms), OverPairs(relu.Draws, relu.Draws, Aligned), relu.Loss);
        LinearCandidate[] candidates = [itself, .. Enumerable.Range(1, shape.Widths.Length).Select(Candidate)];
        LayerDatapoints datapoints = Datapoints(data);
        return new DeepForecastResult(data)
        {
            Epochs = read,
            Prediction = log,
            Layers = [.. shape.Widths.Select((units, layer) => new ForecastLayer($"Hidden{layer + 1}", units, log.Census(layer + 1, datapoints), alwaysOn[layer]))],
            FirstRest = rest,
            Candidates = candidates,
            Chosen = candidates.Last(candidate => candidate.LinearLayers == 0 || candidate.Apart <= DeepForecastResult.MostApart * itself.Apart),
        };

        // With draws of its own: those of the ReLU network would be like them by more than what they have in common.
        LinearCandidate Candidate(int linear)
        {
            int[] widths = [.. shape.Widths.Select((units, layer) => layer < linear ? Math.Max(1, (int)Math.Round(units * alwaysOn[layer])) : units)];
            try
            {
                NetworkDraws own = RepresentativeNetworks.Run(
                    task, shape with { Widths = widths, LinearLayers = linear }, descent, new DrawPlan { Draws = draws, Seed = seed + (ulong)linear });
                return new LinearCandidate(
                    linear, widths, Rms(relu.Loss, own.Loss), OverPairs(relu.Draws, own.Draws, Rms), OverPairs(relu.Draws, own.Draws, Aligned), own.Loss);
            }
            catch (TrainingDivergedException)
            {
                return new LinearCandidate(linear, widths, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, []);
            }
        }

        double Aligned(double[] a, double[] b) => Agreement.Aligned(a, b, levels).Rms;
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
                    string.Create(CultureInfo.InvariantCulture, $"The training killed all units of hidden layer {dead + 1}: before the update of epoch {looks[look]} none is on at any datapoint"),
                    looks[look], draws.Loss[looks[look]], stepSize, double.NaN);
            }
        }
    }

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
