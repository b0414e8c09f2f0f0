using GateDsl.CompilerServices;
using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Reductions;
using GateDsl.Theory.Tasks;

namespace GateDsl.Tests.Theory.Reductions;

/// <summary>Three contexts over 8,001 epochs against an independent implementation in another language.</summary>
public sealed class RecordedRaceTests
{
    private const double StepSize = 1e-3;

    [Theory]
    [InlineData("race_different", "expected100")]
    [InlineData("race_different", "expected_rule")]
    [InlineData("race_same", "expected100")]
    [InlineData("race_same", "expected_rule")]
    public void TheExpectedRaceIsTheRecordedOne(string name, string race)
    {
        Reference reference = Reference.Load(name);
        ReductionProblem problem = Problem(name);
        double sigma = reference.Number("sigma");
        double[] rule = TwinWidths.Of(problem, reference.Number("units"));
        Assert.Equal([350, 700.0 / 6, 700.0 / 6, 700.0 / 6], rule);

        double[] widths = race == "expected_rule" ? rule : [100, 100, 100, 100];
        PathwaySpread[] spreads = problem.Pathways.Select((pathway, p) => PathwaySpread.Uniform(pathway, widths[p], sigma)).ToArray();
        double[] losses = GramReduction.Expect(DataBasis.Reduce(problem), spreads).Run(8001, StepSize);

        double[] epochs = reference.Array("epochs");
        double[] recorded = reference.Array(race);
        for (int i = 0; i < epochs.Length; i++)
        {
            Assert.Equal(recorded[i], losses[(int)epochs[i]], 1e-6 * Math.Max(recorded[i], 1e-6 * recorded[0]));
        }
    }

    [Theory]
    [InlineData("race_different")]
    [InlineData("race_same")]
    public void RepresentativeUnitsPredictTheRecordedReluNetworks(string name)
    {
        Reference reference = Reference.Load(name);
        RepresentativeUnits units = RepresentativeUnits.Create(
            Problem(name), (int)reference.Number("units"), reference.Number("sigma"), reference.Number("sigma"), seed: 0);
        double[] losses = units.Run(8001, StepSize);
        double[] epochs = reference.Array("epochs");
        foreach (string? network in new[] { "relu0", "relu1" })
        {
            double[] recorded = reference.Array(network);
            double rms = Math.Sqrt(epochs.Select((epoch, i) => Math.Pow(losses[(int)epoch] - recorded[i], 2)).Average()) / recorded[0];
            Assert.InRange(rms, 0, 0.006);
        }
    }

    private static ReductionProblem Problem(string name) =>
        TaskProblems.OfContexts(ContextTaskData.Create(3, 8, name == "race_different"), common: true, 2);
}
