using GateDsl.CompilerServices;
using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Differential.Oracle;

namespace GateDsl.Generators.Tests.Differential.Members;

/// <summary>Predictions that no trained network tells: of the twin, modes, the stable step. Against the runtime's engines, called by hand.</summary>
internal sealed class RaceMembersCheck(Trial trial, Data test, INetworkMembers members, Declaration declaration, string context)
{
    private const double Sigma = 0.3;
    private const ulong Seed = 5;
    private const int Draws = 2;
    private const int Epochs = 3;
    private const double Near = 1e-9;

    private readonly HandMadeProblem _byHand = new(declaration, trial.Oracle);
    private readonly Node[] _hidden = [.. trial.Oracle.Graph.Nodes.Where(node => node.Layer.Kind == Kind.Hidden)];

    private int Depth => declaration.Outputs.Max(output => TwinOf.HiddenLayersUpTo(declaration, output));

    /// <summary>There are pathways with correlations of their own.</summary>
    private bool HasRace =>
        !declaration.HasSelfGated && !declaration.HasOtherLoss && trial.Oracle.Graph.Nodes.All(node => node.Factors.Count == 0) && _byHand.HasPath;

    private bool HasBias => declaration.Layers.Any(layer => layer.HasBias);

    private TrainingOptions Plain => new() { Epochs = Epochs, StepSize = trial.StepSize / 20 };

    private TrainingOptions Elaborate => Plain with { BatchSize = 3, Momentum = 0.5, WeightDecay = 0.01, LossScale = LossScale.Mean, ShuffleSeed = 4 };

    public void Run()
    {
        if (trial.Data.Count == 0)
        {
            return;
        }

        CompareModes(null);
        CompareModes(7.5);
        CompareStableStep();
        if (declaration.TwinWidth is null)
        {
            Assert.Throws<NotSupportedException>(() => members.ForTwin(Sigma, TwinPrediction.RepresentativeUnits, Seed, Draws, Plain, isTested: false));
            return;
        }

        CompareTwin();
        CompareTwinByPathways();
    }

    private void CompareModes(double? units)
    {
        if (!HasRace || HasBias || Depth > 1)
        {
            Assert.Throws<NotSupportedException>(() => members.Modes(Sigma, units));
            return;
        }

        LayerUnits declared = _hidden.GroupBy(node => node.Layer.Name).Aggregate(new LayerUnits(), (all, layer) =>
            layer.First().Copy is null ? all.Hidden(layer.Key, layer.First().Units) : all.Hidden(layer.Key, layer.First().Units, copies: layer.Count()));
        PathwayMode[] expected = Sorted(_byHand.OfNetwork(trial.Data, members.Sets.Data).Modes(Sigma, units, declared));
        PathwayMode[] found = Sorted(members.Modes(Sigma, units));
        Assert.True(expected.Length == found.Length, $"{found.Length} modes, not {expected.Length}.\n{context}");
        foreach ((PathwayMode one, PathwayMode other) in expected.Zip(found))
        {
            Assert.True(
                one.Pathway == other.Pathway && IsNear(one.InputOutputStrength, other.InputOutputStrength)
                    && IsNear(one.InputStrength, other.InputStrength) && IsNear(one.Start, other.Start),
                $"{other}, not {one}.\n{context}");
        }
    }

    // Strengths that differ by rounding alone may change places.
    private static PathwayMode[] Sorted(IEnumerable<PathwayMode> modes) =>
        [.. modes.OrderBy(mode => mode.Pathway, StringComparer.Ordinal).ThenBy(mode => Math.Round(mode.InputOutputStrength, 6))
            .ThenBy(mode => Math.Round(mode.InputStrength, 6)).ThenBy(mode => mode.Start)];

    private void CompareStableStep()
    {
        // Biases are pathways too, of an input that is nobody's.
        if (HasBias && HasRace)
        {
            return;
        }

        double expected = HasRace ? _byHand.OfNetwork(trial.Data, members.Sets.Data).StableStepSize() : double.NaN;
        double found = members.StableStepSize;
        Assert.True(double.IsNaN(expected) ? double.IsNaN(found) : Math.Abs(found - expected) <= 1e-6 * expected,
            $"Stable step {found}, not {expected}.\n{context}");
    }

    private void CompareTwin()
    {
        TwinRace expected = TwinRace.Of(
            Widths, Sigma, Seed, Draws, _byHand.OfTwin(trial.Data, members.Sets.Data), declaration.TwinHasBias, declaration.TwinSlope);
        RaceProblem tested = _byHand.OfTwin(test, members.Sets.Test);
        foreach ((TrainingOptions options, bool isTested) in new[] { (Plain, false), (Plain, true), (Elaborate, true) })
        {
            RaceLog log = expected.Integrate(options, isTested ? tested : null);
            RaceLog found = members.ForTwin(Sigma, TwinPrediction.RepresentativeUnits, Seed, Draws, options, isTested);
            AssertSame($"twin under {options}", log.Loss, found.Loss);
            Assert.Equal(isTested, found.TestLoss is not null);
            AssertSame("twin on test data", log.TestLoss ?? [], found.TestLoss ?? []);
        }

        AssertSame(
            "twin as usual",
            TwinRace.Of(Widths, Sigma, 0, 8, _byHand.OfTwin(trial.Data, members.Sets.Data), declaration.TwinHasBias, declaration.TwinSlope)
                .Integrate(2, Plain.StepSize, LossScale.Mean, Reduction.Exact).Loss,
            members.ForTwin(Sigma, 2, Plain.StepSize, LossScale.Mean).Loss);
    }

    private int[] Widths => declaration.TwinDeeper.Count > 0
        ? [declaration.TwinWidth!.Value, .. declaration.TwinDeeper]
        : [.. Enumerable.Repeat(declaration.TwinWidth!.Value, Depth)];

    /// <summary>By pathways the twin is the declared network in expectation, its modules as wide as the twin's units are many.</summary>
    private void CompareTwinByPathways()
    {
        RaceLog Found() => members.ForTwin(Sigma, TwinPrediction.Pathways, Seed, Draws, Plain, isTested: false);
        if (declaration.TwinHasBias || declaration.TwinSlope > 0 || !HasRace || Depth > 1)
        {
            Assert.Throws<NotSupportedException>(Found);
            return;
        }

        Node[] carrying = [.. _hidden.Where(node => _byHand.Pathways.Any(pathway => pathway.Contains(node)))];
        Dictionary<string, double> widths = TwinWidths.Of(declaration.TwinWidth!.Value, trial.Data.Count, [.. carrying.Select(node =>
            (node.Name, new RowSet(trial.Data.Count, Math.Max(trial.Data.Count, 1), n => trial.Oracle.IsOn(trial.Data, n, node))))]);
        foreach (Node silent in _hidden.Except(carrying))
        {
            widths.Add(silent.Name, silent.Units);
        }

        RaceLog expected;
        try
        {
            expected = members.Expect(Sigma, widths, Plain);
        }
        catch (NotSupportedException refused)
        {
            Assert.Equal(refused.Message, Assert.Throws<NotSupportedException>(Found).Message);
            return;
        }

        AssertSame("twin by pathways", expected.Loss, Found().Loss);
    }

    private void AssertSame(string what, double[] expected, double[] found)
    {
        Assert.True(expected.Length == found.Length && expected.Zip(found).All(pair => IsNear(pair.First, pair.Second)),
            $"{what}: {string.Join(' ', found)}, not {string.Join(' ', expected)}.\n{context}");
    }

    private static bool IsNear(double expected, double found) =>
        expected.Equals(found) || Math.Abs(found - expected) <= Near * Math.Max(Math.Abs(expected), 1e-3);
}
