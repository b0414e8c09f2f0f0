using System.Globalization;
using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Reductions;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Analysis.Theory;

/// <summary>What the theory says of a network before it is trained, where a task attribute makes the data known (GDSL2xx).</summary>
internal static class TheoryChecks
{
    /// <summary>
    /// Multiply-adds that the race of one class may take, 15 to 20 ms; the rest takes less than that. A bound on work and on sizes, so that every
    /// machine says the same.
    /// </summary>
    public const long MostWork = 20_000_000;

    /// <summary>Standard deviation of initial weights where the task attribute says none: 0.005 / width.</summary>
    private const double UsualScale = 0.005;

    public static IEnumerable<ModelFinding> Find(NetworkModel model, CancellationToken ct)
    {
        if (model.Task is not { } task)
        {
            return [];
        }

        (DeclaredProblem? declared, string why) = DeclaredProblem.Of(model, task);
        ct.ThrowIfCancellationRequested();
        return declared is null ? [NotEvaluated(model, why)] : [.. Find(model, task, declared, ct)];
    }

    private static IEnumerable<ModelFinding> Find(NetworkModel model, TaskModel task, DeclaredProblem declared, CancellationToken ct)
    {
        ReductionProblem problem = DataBasis.Reduce(declared.Problem);
        GatedData data = GatedData.Of(problem);
        EffectiveDataset[] datasets = EffectiveDataset.Of(data);
        bool hasDirect = problem.Pathways.Any(pathway => pathway.Modules.Length == 0);
        EffectiveDataset[] left = hasDirect ? EffectiveDataset.Of(GatedData.Of(DirectPaths.Without(problem))) : datasets;
        foreach (ModelFinding finding in NarrowLayers(model, declared.Modules, problem, left, hasDirect))
        {
            yield return finding;
        }

        ct.ThrowIfCancellationRequested();
        string? noClosedForm = task.Momentum > 0 ? "its task descends with momentum"
            : task.WeightDecay > 0 ? "its task descends with weight decay"
            : (ClosedFormChoice.Of(declared.Problem, data, datasets) as ClosedFormChoice.None)?.Reason;
        if (noClosedForm is not null)
        {
            yield return new(
                TheoryDescriptors.NoClosedForm, DiagnosticSeverity.Info, new ModelPlace(null),
                [model.Type.Name, noClosedForm, task.IsPlainDescent ? "Reduction.Exact or Reduction.Modes" : "Integrate with TrainingOptions"]);
        }

        ct.ThrowIfCancellationRequested();
        if (problem.Pathways.Length == 0 || problem.Pathways.Any(pathway => pathway.Modules.Length > 1))
        {
            yield break;
        }

        PathwaySpread[] spreads = Spreads(model, declared.Modules, task, problem);
        ModeRow[] modes = ModeTable.Of(problem, data, datasets, spreads);
        bool hasBias = model.Layers.Any(layer => layer.HasBias);
        foreach (ModelFinding finding in task is { Sigma: > 0, WeightDecay: 0 } && !hasBias
            ? LazyStarts.Find(task.Sigma, declared.Modules, problem, modes)
            : [])
        {
            yield return finding;
        }

        ct.ThrowIfCancellationRequested();
        if (RaceEvaluation.Of(data, datasets, problem, spreads, MostWork) is not { } evaluation)
        {
            yield return NotEvaluated(model, $"its race takes more than {MostWork:#,0} multiply-adds");
            yield break;
        }

        if (task.WeightDecay > 0)
        {
            yield return NotEvaluated(model, "which pathways lose is not known where weights decay");
        }
        else
        {
            // Momentum makes slow movements faster by 1 / (1 - mu).
            Clock clock = new(task.StepSize / (1 - task.Momentum), problem.Count);
            foreach (ModelFinding finding in Losers(model, declared.Modules, problem, evaluation, modes, clock))
            {
                yield return finding;
            }
        }

        double stable = StableStep.Under(evaluation.StableStepSize, task.Momentum, task.IsNesterov, task.WeightDecay);
        if (task.StepSize > stable)
        {
            yield return new(
                TheoryDescriptors.UnstableStep, DiagnosticSeverity.Warning, new ModelPlace(null),
                [model.Type.Name, Number(task.StepSize), Number(stable)]);
        }
    }

    /// <summary>One finding per layer: copies of a bank have one width. The datasets are those that paths without hidden layer leave.</summary>
    private static IEnumerable<ModelFinding> NarrowLayers(
        NetworkModel model, IReadOnlyList<ModuleId> modules, ReductionProblem problem, EffectiveDataset[] datasets, bool hasDirect) =>
        from layer in model.Layers
        where layer.Kind == LayerKindModel.Hidden
        let ranks = problem.Pathways.Zip(datasets, (pathway, dataset) => (pathway, rank: dataset.ModeCount))
            .Where(pair => pair.pathway.Modules.Any(module => modules[module].Layer == layer.Name))
        where ranks.Any()
        let most = ranks.OrderByDescending(pair => pair.rank).First()
        where layer.Units < most.rank
        select new ModelFinding(
            TheoryDescriptors.Narrow, DiagnosticSeverity.Warning, new ModelPlace(layer.Name),
            [layer.Name, Whole(layer.Units), Whole(most.rank), most.pathway.Name, hasDirect ? " beside what paths without a hidden layer learn" : ""]);

    private static IEnumerable<ModelFinding> Losers(
        NetworkModel model, IReadOnlyList<ModuleId> modules, ReductionProblem problem, RaceEvaluation evaluation, ModeRow[] modes, Clock clock)
    {
        int[] losers = [.. Enumerable.Range(0, problem.Pathways.Length).Where(p => problem.Pathways[p].Modules.Length == 1 && evaluation.Loses(p))];
        int winner = modes.Where(mode => !evaluation.Loses(mode.Pathway)).OrderBy(mode => mode.HalfTime).Select(mode => mode.Pathway)
            .DefaultIfEmpty(-1).First();
        foreach (IGrouping<string, int> layer in losers.GroupBy(p => modules[problem.Pathways[p].Modules[0]].Layer))
        {
            int fastest = layer.OrderBy(FirstHalfTime).First();
            int copies = problem.Pathways.Count(pathway => pathway.Modules.Length == 1 && modules[pathway.Modules[0]].Layer == layer.Key);
            string who = copies == 1
                ? $"'{layer.Key}'"
                : layer.Count() == copies ? $"Every copy of '{layer.Key}'"
                : $"{layer.Count()} of the {copies} copies of '{layer.Key}'";
            yield return new(
                TheoryDescriptors.Loser, model.Rectified ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info, new ModelPlace(layer.Key),
                [
                    who,
                    clock.Text(evaluation.EndTime!.Value),
                    Percent(layer.Max(p => evaluation.BestShares[p])),
                    clock.Text(FirstHalfTime(fastest)),
                    winner < 0 ? "" : $", {clock.Text(FirstHalfTime(winner))} for '{problem.Pathways[winner].Name}'",
                ]);
        }

        double FirstHalfTime(int pathway) =>
            modes.Where(mode => mode.Pathway == pathway).Select(mode => mode.HalfTime).DefaultIfEmpty(double.PositiveInfinity).Min();
    }

    /// <summary>As the network's own experiment starts: the task's sigma, or 0.005 over the widest hidden layer; biases at 0.</summary>
    private static PathwaySpread[] Spreads(
        NetworkModel model, IReadOnlyList<ModuleId> modules, TaskModel task, ReductionProblem problem)
    {
        Dictionary<string, int> units = model.Layers.Where(layer => layer.Kind == LayerKindModel.Hidden)
            .ToDictionary(layer => layer.Name, layer => layer.Units);
        double sigma = task.Sigma > 0 ? task.Sigma : UsualScale / units.Values.DefaultIfEmpty(1).Max();
        return [.. problem.Pathways.Select(pathway =>
            PathwaySpread.Uniform(pathway, pathway.Modules.Length == 0 ? 1 : units[modules[pathway.Modules[0]].Layer], sigma) with
            {
                Inputs = [.. pathway.Inputs.Select(input => problem.Inputs[input.Block].Name == GeneratedNames.Bias ? 0 : sigma)],
            })];
    }

    private static ModelFinding NotEvaluated(NetworkModel model, string why) =>
        new(TheoryDescriptors.NotEvaluated, DiagnosticSeverity.Info, new ModelPlace(null), [model.Type.Name, why.TrimEnd('.')]);

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>Times in epochs where the step size is said, in tau where it is not.</summary>
    private sealed class Clock(double stepSize, int datapoints)
    {
        public string Text(double tau) =>
            double.IsInfinity(tau) ? "never"
            : stepSize > 0 ? $"epoch {(tau / (stepSize * datapoints)).ToString("0", CultureInfo.InvariantCulture)}"
            : $"{Number(tau)} tau";
    }
}
