using System.ComponentModel;
using System.Numerics;

namespace GateDsl.CompilerServices;

/// <summary>
/// A race under any options (mathematics.md, Training as the field trains): what multiplies [W1^T; W2] from the left leaves the reduction closed,
/// so the narrow network, trained with the same options, trains exactly like the full one. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public static class RaceTraining
{
    /// <summary>The losses that the options log, and the strengths of every pathway's modes beside them; their means where starts are drawn.</summary>
    /// <param name="network">Makes the network with hidden modules only as wide as what they touch; its weights are overwritten.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="race">The same network by pathways, from a start; null: it has none, and no mode strengths are logged.</param>
    /// <param name="data">The datapoints.</param>
    /// <param name="options">As of the training that is predicted.</param>
    /// <param name="test">Datapoints that are not trained on, whose loss is logged too; null: none.</param>
    /// <param name="problem">The pathways of the network on a data set.</param>
    /// <exception cref="ArgumentException">An option is out of its bounds, or names an edge that is not here.</exception>
    /// <exception cref="TrainingDivergedException">The loss grew beyond bounds.</exception>
    /// <exception cref="NotSupportedException">
    /// Statistics were asked for, and this training has none. Or a loss on test data without draws, and a loss is not squared or gates are numbers.
    /// </exception>
    public static RaceLog Run<T, TData>(
        Func<BatchTraining<T, TData>> network, StartWeights start, Func<StartWeights, RaceSystem>? race, TData data, TrainingOptions options, TData? test,
        Func<TData, RaceProblem> problem)
        where T : struct, IFloatingPointIeee754<T>
        where TData : BatchData
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(problem);
        TrainingLoop.Validate(options);
        return start.Draws is { } draws && draws.AreWanted(test is not null)
            ? DrawnRaces.Run(draws, race is null ? GrowthDirections.None : GrowthDirections.Of(problem(data)), options, (drawn, own) =>
                 Run(network(), drawn, race?.Invoke(drawn), data, own, test, problem))
            : Run(network(), start, race?.Invoke(start), data, options, test, problem);
    }

    private static RaceLog Run<T, TData>(
        BatchTraining<T, TData> network, StartWeights start, RaceSystem? race, TData data, TrainingOptions options, TData? test,
            Func<TData, RaceProblem> problem)
        where T : struct, IFloatingPointIeee754<T>
        where TData : BatchData
    {
        EdgeMatrix<T>[] weights = network.Weights.All;
        for (int edge = 0; edge < weights.Length; edge++)
        {
            RowNumbers.Convert<double, T>(start.Weights[edge].Values, weights[edge].Values);
        }

        if (test is not null && start.Variances is not null && race is null)
        {
            throw new NotSupportedException(
                "What an expectation over starts loses on other data is known without draws for squared errors and gates of 0 and 1. Let starts be drawn, as in draws: 64, or leave out the test data.");
        }

        ModeSystem? modes = race is null ? null : new(race);
        List<double[][]> strengths = [];
        OutsideLoss? outside = test is null || start.Variances is null ? null : new(race!.Problem, problem(test), start);
        List<double> outsideLoss = [];
        TestGroups? groups = outside is null ? null : TestGroups.Of(options, test);
        OutsideLoss[] outsideOf = groups?.Select<TData, OutsideLoss>(group => new(race!.Problem, problem(group), start)) ?? [];
        List<double[]> outsideGroups = [];
        TrainingLog log = network.Train(data, options with { Reductions = StateReductions.Never, Checkpoint = null }, test, _ =>
        {
            if (race is not null)
            {
                race.Show(weights);
                strengths.Add(race.FindStrengths(modes!));
            }

            if (outside is not null)
            {
                outsideLoss.Add(outside.Of(weights) * Scales.Factor(options.LossScale, test!.Count));
                outsideGroups.Add([.. outsideOf.Select((one, group) => one.Of(weights) * Scales.Factor(options.LossScale, groups!.Rows[group].Length))]);
            }
        });
        return new RaceLog(log.Loss, race is null ? [] : ByPathway(race, modes!, strengths))
        {
            Epochs = log.Epochs,
            Snapshots = log.Snapshots,
            TestLoss = outside is null ? log.TestLoss : [.. log.TestLoss!.Zip(outsideLoss, (inside, more) => inside + more)],
            TestLossBy = groups is null ? log.TestLossBy : TestGroups.ByName(
                groups.Names,
                    [.. groups.Names.Select((name, group) => log.TestLossBy[name].Select((inside, i) => inside + outsideGroups[i][group]).ToArray())]),
        };
    }

    /// <summary>The options of a plain training, for networks whose only reduction is the exact one.</summary>
    /// <param name="epochs">Number of epochs.</param>
    /// <param name="stepSize">Step size.</param>
    /// <param name="lossScale">Scale of the loss.</param>
    /// <param name="reduction">Must be exact.</param>
    /// <param name="why">Why there is no other, as a sentence.</param>
    /// <exception cref="NotSupportedException">Another reduction is asked for.</exception>
    public static TrainingOptions Options(int epochs, double stepSize, LossScale lossScale, Reduction reduction, string why) => reduction == Reduction.Exact
        ? new TrainingOptions { Epochs = epochs, StepSize = stepSize, LossScale = lossScale }
        : throw new NotSupportedException($"{reduction} does not apply: {why} Use Reduction.Exact.");

    private static Dictionary<string, double[,]> ByPathway(RaceSystem race, ModeSystem modes, List<double[][]> strengths)
    {
        Dictionary<string, double[,]> byPathway = [];
        for (int p = 0; p < race.Pathways.Count; p++)
        {
            double[,] values = new double[strengths.Count, modes.Pathways[p].Count];
            for (int i = 0; i < strengths.Count; i++)
            {
                for (int k = 0; k < modes.Pathways[p].Count; k++)
                {
                    values[i, k] = strengths[i][p][k];
                }
            }

            byPathway.Add(race.Pathways[p].Name, values);
        }

        return byPathway;
    }
}
