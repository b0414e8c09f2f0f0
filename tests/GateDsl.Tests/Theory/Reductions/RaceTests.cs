using GateDsl.Theory.ClosedForms;
using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Reductions;
using GateDsl.Theory.Sampling;
using GateDsl.Theory.Tasks;

namespace GateDsl.Tests.Theory.Reductions;

/// <summary>Who wins, who loses, and what the closed forms say of it.</summary>
public sealed class RaceTests
{
    private const int MostEpochs = 100_000;
    private const double Sigma = 0.005 / 700;

    [Fact]
    public void RemovingFeaturesLabelsOrDatapointsNeverRaisesTheFirstSingularValue()
    {
        // Interlacing (P1 Prop. 4.2); datapoints for nonnegative data.
        Random random = new(31);
        for (int trial = 0; trial < 10_000; trial++)
        {
            int kind = trial % 3;
            (int inputs, int outputs, int count) = (random.Next(1, 6), random.Next(1, 6), random.Next(1, 8));
            Matrix x = Numbers(inputs, count);
            Matrix y = Numbers(outputs, count);
            double whole = First(y, x);
            int[] kept = Enumerable.Range(0, kind == 0 ? inputs : kind == 1 ? outputs : count).Where(_ => random.Next(2) == 0).ToArray();
            double part = kind switch
            {
                0 => First(y, RowsOf(x, kept)),
                1 => First(RowsOf(y, kept), x),
                _ => First(RowsOf(y.Transpose(), kept).Transpose(), RowsOf(x.Transpose(), kept).Transpose()),
            };
            Assert.True(part <= whole * (1 + 1e-12), $"trial {trial}: {part} > {whole}");

            Matrix Numbers(int rows, int columns) =>
                new(rows, columns, Enumerable.Range(0, rows * columns).Select(_ => kind == 2 ? random.NextDouble() : random.NextDouble() - 0.5).ToArray());
        }

        static double First(Matrix y, Matrix x) => SingularValues.Of(y.TimesTranspose(x)).S.DefaultIfEmpty(0).First();

        static Matrix RowsOf(Matrix matrix, int[] rows)
        {
            Matrix kept = new(rows.Length, matrix.Columns);
            for (int i = 0; i < rows.Length; i++)
            {
                Array.Copy(matrix.Values, rows[i] * matrix.Columns, kept.Values, i * matrix.Columns, matrix.Columns);
            }

            return kept;
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void PathwaysOnInAllContextsButOneComeFirstAfterTheCommonOne(int contexts)
    {
        ContextTaskData task = ContextTaskData.Create(contexts, 4, differentStructures: false);
        Candidate[] candidates = Enumerable.Range(1, contexts - 1)
            .Select(size => Candidate($"{size} of {contexts}", TaskProblems.OfContexts(task, common: false, size)))
            .Append(Candidate("Common", TaskProblems.OfContexts(task, common: true))).ToArray();
        RankedCandidate[] ranked = RaceRanking.Rank(candidates, 1500);
        Assert.Equal(
            ["Common", .. Enumerable.Range(1, contexts - 1).Reverse().Select(size => $"{size} of {contexts}")], ranked.Select(r => r.Name));
        Assert.Equal(ranked.Select(r => r.FirstSingularValue).OrderDescending(), ranked.Select(r => r.FirstSingularValue));

        // The predicted curves agree with the order: larger subsets lose half of the loss sooner.
        Assert.All(ranked, r => Assert.True(r.LossHalfTime < double.PositiveInfinity, r.Name));
        double[] subsets = ranked.Skip(1).Select(r => r.LossHalfTime).ToArray();
        Assert.Equal(subsets.Order(), subsets);

        static Candidate Candidate(string name, ReductionProblem problem) => new(name, problem, PathwaySpread.Uniform(problem, 100, Sigma));
    }

    [Theory]
    [InlineData(0.4, "XoR")]
    [InlineData(0.81, "XoR")]
    [InlineData(0.823, "linear")]
    [InlineData(1.5, "linear")]
    public void TheWinnerOfExclusiveOrFlipsAtTheCrossover(double margin, string winner)
    {
        XorTaskData task = XorTaskData.Create(margin);
        ReductionProblem linear = TaskProblems.OfXor(task, onePerPoint: false);
        ReductionProblem xor = TaskProblems.OfXor(task, onePerPoint: true);
        RankedCandidate[] ranked = RaceRanking.Rank(
            [new("linear", linear, PathwaySpread.Uniform(linear, 64, 1e-3)), new("XoR", xor, PathwaySpread.Uniform(xor, 32, 1e-3))], 600);
        Assert.Equal(winner, ranked[0].Name);
        if (Math.Abs(margin - Math.Sqrt(2.0 / 3)) > 0.1)
        {
            Assert.True(ranked[0].LossHalfTime < ranked[1].LossHalfTime);
        }
    }

    [Theory]
    [InlineData(0.4)]
    [InlineData(0.8165)]
    [InlineData(1.5)]
    public void ClosedLossesOfExclusiveOrAreWithinThreePercentOfTraining(double margin)
    {
        XorTaskData task = XorTaskData.Create(margin);
        foreach (bool onePerPoint in new[] { false, true })
        {
            ReductionProblem problem = TaskProblems.OfXor(task, onePerPoint);
            int units = onePerPoint ? 32 : 64;
            NormalSampler sampler = new(5);
            Matrix[][] weights = problem.Pathways.Select(_ => new[]
            {
                new Matrix(units, 3, sampler.Draw(3 * units).Select(draw => draw * 1e-3).ToArray()),
                new Matrix(1, units, sampler.Draw(units).Select(draw => draw * 1e-3).ToArray()),
            }).ToArray();
            const double StepSize = 0.02; // Of the Mean loss.
            double[] losses = GramReduction.From(problem, weights).Run(3000, StepSize / 4);
            double start = StartingStrength.Expected(units, 1e-3, 1e-3);
            BalancedMode mode = onePerPoint ? XorForm.Xor(margin, start) : XorForm.Linear(margin, start);
            double largest = losses.Select((loss, epoch) => Math.Abs((loss / 4) - XorForm.Loss(mode, epoch * StepSize))).Max();
            Assert.InRange(largest, 0, 0.03 * 0.5);
        }
    }

    [Theory]
    [InlineData(3, 0.016)]
    [InlineData(4, 0.022)]
    [InlineData(5, 0.028)]
    public void ContextsInClosedFormFollowTheAuthorsNetwork(int contexts, double rms)
    {
        // P1 §5: 0.005/700 common and 0.01/700 others for C = 3, 0.005/500 and 0.005/600 everywhere for C = 4, 5.
        (double common, double others) = contexts switch { 3 => (Sigma, 2 * Sigma), 4 => (1e-5, 1e-5), _ => (0.005 / 600, 0.005 / 600) };
        ReductionProblem problem = TaskProblems.OfContexts(ContextTaskData.Create(contexts, 8, differentStructures: false), common: true, contexts - 1);
        PathwaySpread[] spreads = problem.Pathways.Select((pathway, p) => PathwaySpread.Uniform(pathway, 100, p == 0 ? common : others)).ToArray();
        const int Epochs = 8001;
        double[] trained = GramReduction.Expect(DataBasis.Reduce(problem), spreads).Run(Epochs, 1e-3);
        double[] closed = ContextRace.Create(contexts, 8, 100 * common * common / 2, 100 * others * others / 2).Losses(Epochs, 1e-3);
        Assert.InRange(Math.Sqrt(trained.Zip(closed, (a, b) => (a - b) * (a - b)).Average()) / trained[0], 0, rms);
    }

    [Fact]
    public void SingleContextsLoseToPairsAndTheEvaluationSaysSo()
    {
        ContextTaskData task = ContextTaskData.Create(3, 8, differentStructures: false);
        ReductionProblem problem = TaskProblems.OfContexts(task, common: true, 2, 1);
        PathwaySpread[] spreads = PathwaySpread.Uniform(problem, 100, Sigma);
        RaceEvaluation evaluation = RaceEvaluation.Of(problem, spreads, mostWork: long.MaxValue)!;
        Assert.NotNull(evaluation.EndTime);
        Assert.Equal([false, false, false, false, true, true, true], Enumerable.Range(0, 7).Select(evaluation.Loses));

        // What it says holds in training at the declared step: when the loss is at 1%, no single context is at 5% of a mode.
        GramReduction race = GramReduction.Expect(DataBasis.Reduce(problem), spreads);
        EffectiveDataset[] datasets = EffectiveDataset.Of(race.Data);
        for (int epoch = 0; epoch < MostEpochs && race.Loss > 0.01 * evaluation.InitialLoss; epoch++)
        {
            race.Step(1e-3);
        }

        for (int p = 0; p < 7; p++)
        {
            double best = datasets[p].StrengthsIn(race.Maps[p]).Select((b, k) => b * datasets[p].D[k] / datasets[p].S[k]).Max();
            Assert.Equal(evaluation.Loses(p), best < 0.05);
        }

        Assert.InRange(evaluation.FinalLoss, 0, 0.01 * evaluation.InitialLoss);

        // And when that is, and how far each pathway is then, at a step that is small for the fastest mode.
        race = GramReduction.Expect(DataBasis.Reduce(problem), spreads);
        int epochs = 0;
        for (; epochs < MostEpochs && race.Loss > 0.01 * evaluation.InitialLoss; epochs++)
        {
            race.Step(2e-4);
        }

        Assert.Equal(1, epochs * 2e-4 * 24 / evaluation.EndTime!.Value, 0.02);
        for (int p = 0; p < 7; p++)
        {
            double best = datasets[p].StrengthsIn(race.Maps[p]).Select((b, k) => b * datasets[p].D[k] / datasets[p].S[k]).Max();
            Assert.Equal(1, evaluation.BestShares[p] / best, 0.05);
        }

        // The bound at the end state of the race as it is run, unlike the evaluation, from the drawn start.
        race.Run(3000, 0.01);
        Assert.Equal(1, evaluation.StableStepSize / StableStep.Of(race), 0.01);
    }

    [Fact]
    public void ARaceBeyondItsBudgetIsNotEvaluated()
    {
        ReductionProblem problem = TaskProblems.OfContexts(ContextTaskData.Create(3, 8, differentStructures: false), common: true, 2);
        Assert.Null(RaceEvaluation.Of(problem, PathwaySpread.Uniform(problem, 100, Sigma), mostWork: 1000));
    }

    [Theory]
    [InlineData("race_different", 650, 0.824)]
    [InlineData("race_same", 750, 0.963)]
    public void TheShareOfAlwaysOnUnitsFollowsFromTheCommonPath(string name, int epoch, double share)
    {
        ReductionProblem problem = TaskProblems.OfContexts(ContextTaskData.Create(3, 8, name == "race_different"), common: true);
        GramReduction race = GramReduction.Expect(problem, PathwaySpread.Uniform(problem, 350, Sigma));
        race.Run(epoch, 1e-3);
        Matrix x = new(24, 11);
        for (int n = 0; n < 24; n++)
        {
            x[n, n % 8] = x[n, 8 + (n / 8)] = 1;
        }

        SortedDictionary<string, double> shares = PathwayGateShares.Draw(race.FactorOf(0)!, EffectiveDataset.Of(race.Data)[0], x, 4000, seed: 1);
        Assert.Equal(1, shares.Values.Sum(), 1e-12);
        Assert.Equal(share, shares[new string('1', 24)], 0.03);
    }

    [Fact]
    public void TheTableOfModesHasEveryModeWithItsOwnTime()
    {
        ReductionProblem problem = TaskProblems.OfContexts(ContextTaskData.Create(3, 8, differentStructures: false), common: true, 2);
        GatedData data = GatedData.Of(problem);
        EffectiveDataset[] datasets = EffectiveDataset.Of(data);
        ModeRow[] rows = ModeTable.Of(problem, data, datasets, PathwaySpread.Uniform(problem, 100, Sigma));
        Assert.Equal(datasets.Sum(dataset => dataset.ModeCount), rows.Length);
        ModeRow centred = rows.Single(row => row.Pathway == 0 && Math.Abs(row.S - (Math.Sqrt(12 * 7) / 24)) < 1e-12);
        Assert.Equal(3.0 / 24, centred.D, 1e-12);
        Assert.Equal(100 * Sigma * Sigma / 2, centred.Start, 1e-20);
        Assert.Equal(new BalancedMode(centred.S, centred.D, centred.Start).TimeTo(centred.End / 2), centred.HalfTime, 1e-12);
        Assert.All(rows.Zip(rows.Skip(1)).Where(pair => pair.First.Pathway == pair.Second.Pathway), pair => Assert.True(pair.First.S >= pair.Second.S - 1e-12));
    }
}
