using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Reductions;
using GateDsl.Theory.Tasks;

namespace GateDsl.Tests.Theory.Reductions;

/// <summary>
/// Each clause of what counts as the contextual task and as routing, with a problem that fails it alone, and what does not keep a task from being one.
/// </summary>
public sealed class RecognisedShapesTests
{
    private const string Once = "the data are not every object once in every context";

    [Fact]
    public void ContextsTakeTwoInputsAndOneOutput()
    {
        const string Shape = "the closed form of contexts takes two one-hot inputs and one output";
        ReductionProblem right = OfContexts();
        Assert.Equal(Shape, OfContexts(right with { Inputs = right.Inputs[..1] }));
        Assert.Equal(Shape, OfContexts(right with { Inputs = [.. right.Inputs, right.Inputs[1]] }));
        Assert.Equal(Shape, OfContexts(right with { Outputs = [right.Outputs[0], right.Outputs[0]] }));
        Assert.Equal(Shape, OfContexts(right with { Outputs = [] }));
    }

    [Fact]
    public void ContextsTakeABlockOfEachAndTwoAtLeast()
    {
        const string Blocks = Once + " with one block of properties for each and one in common";
        ReductionProblem right = OfContexts();
        OutputBlock output = right.Outputs[0];
        Assert.Equal(Blocks, OfContexts(right with
        {
            Outputs = [output with { Width = output.Width + 1, Targets = [.. output.Targets.Chunk(output.Width).SelectMany(row => row.Append(0))] }],
        }));

        // One context alone, with a block of its own beside the common one.
        Assert.Equal(Blocks, OfContexts(new()
        {
            Count = 2,
            Inputs = [new("Object", 2, [1, 0, 0, 1]), new("Context", 1, [1, 1])],
            Outputs = [new("Answer", 2, [1, 1, 2, 2], null)],
            Modules = ["Common"],
            Pathways = [new("Common", [0], [new(0, null), new(1, null)], [new(0, null)])],
        }));
    }

    /// <summary>Before and behind the one that is 1, above and below 0.</summary>
    [Theory]
    [InlineData(0, 1, 0.5)]
    [InlineData(0, 1, -1)]
    [InlineData(3, 0, 0.5)]
    [InlineData(3, 2, 1)]
    public void ObjectsAreOneHot(int datapoint, int at, double value)
    {
        ReductionProblem right = OfContexts();
        InputBlock input = right.Inputs[0];
        double[] values = [.. input.Values];
        Assert.Equal(1, values[(datapoint * input.Width) + datapoint]);
        values[(datapoint * input.Width) + at] = value;
        Assert.Equal(Once, OfContexts(right with { Inputs = [input with { Values = values }, right.Inputs[1]] }));
    }

    [Fact]
    public void PathwaysOfContextsReadWhatTheirFormDoes()
    {
        ReductionProblem right = OfContexts();
        Pathway common = right.Pathways[0], missing = right.Pathways[1];
        Assert.Equal($"{missing.Name} does not feed the one output", With(1, missing with { Outputs = [] }));
        Assert.Equal($"{missing.Name} does not feed the one output", With(1, missing with { Outputs = [missing.Outputs[0], missing.Outputs[0]] }));

        const string Neither = " is neither the one common pathway over object and context nor one over objects that misses a context of its own";
        Assert.Equal(common.Name + Neither, With(0, common with { Inputs = [common.Inputs[1], common.Inputs[0]] }));
        Assert.Equal(common.Name + Neither, With(0, common with { Inputs = [common.Inputs[0]] }));
        Assert.Equal(missing.Name + Neither, With(1, missing with { Inputs = [.. missing.Inputs, new(1, missing.Inputs[0].On)] }));
        Assert.Equal(missing.Name + Neither, With(1, missing with { Inputs = [new(1, missing.Inputs[0].On)] }));

        // It misses its context, and one datapoint of another.
        bool[] also = [.. missing.Inputs[0].On!];
        also[Array.LastIndexOf(also, true)] = false;
        Assert.Equal(missing.Name + Neither, With(1, missing with { Inputs = [new(0, also)] }));

        // A gate counts wherever on the path it stands.
        Assert.Equal("", With(1, missing with { Inputs = [new(0, null)], Outputs = [new(0, missing.Inputs[0].On)] }));
        bool[] all = [.. Enumerable.Repeat(true, right.Count)];
        Assert.Equal("", With(0, common with { Inputs = [new(0, all), new(1, all)], Outputs = [new(0, all)] }));
        bool[] notLast = [.. all[1..], false];
        Assert.Equal(common.Name + Neither, With(0, common with { Inputs = [new(0, null), new(1, notLast)] }));

        string With(int at, Pathway pathway) => OfContexts(right with { Pathways = [.. right.Pathways.Select((other, p) => p == at ? pathway : other)] });
    }

    [Fact]
    public void PathwaysOfContextsMayComeInAnyOrder()
    {
        ReductionProblem right = OfContexts();
        (ContextRecognition? task, string why) = ContextRecognition.Of(right with { Pathways = [.. right.Pathways.Reverse()] });
        Assert.Equal("", why);

        // In lexicographic order the first subset misses the last context; turned around it stands before the common one.
        Assert.Equal((3, "0,1,2"), (task!.Common, string.Join(',', task.Missing)));
    }

    /// <summary>What stands where a pair is not trained is nobody's target, whichever gate says so.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TargetsOfPairsThatAreNotTrainedDoNotCountInRouting(bool byPathway)
    {
        (RoutingRecognition? task, string why) = RoutingRecognition.Of(OfRouting([[true, false], [false, true]], otherwise: 7, byPathway));
        Assert.Equal("", why);
        Assert.Equal((2, 1), (task!.Domains, task.Trained));
        Assert.Equal([3, 5], task.Targets.Values);
    }

    [Fact]
    public void RoutingWithoutGatesTrainsEveryPair()
    {
        ReductionProblem gated = OfRouting([[true, true], [true, true]], otherwise: 7, byPathway: false);
        (RoutingRecognition? task, _) = RoutingRecognition.Of(gated with { Outputs = [.. gated.Outputs.Select(output => output with { Active = null })] });
        Assert.Equal((2, 2), (task!.Domains, task.Trained));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0.5)]
    public void InputsOfRoutingAreOneHot(double beside)
    {
        ReductionProblem right = OfRouting([[true, false], [false, true]], otherwise: 7, byPathway: false);
        double[] values = [.. right.Inputs[0].Values];
        values[^2] = beside;
        Assert.Equal("the inputs are not one-hot", RoutingRecognition.Of(right with { Inputs = [right.Inputs[0] with { Values = values }] }).Why);
    }

    private static ReductionProblem OfContexts() =>
        TaskProblems.OfContexts(ContextTaskData.Create(3, 4, differentStructures: false), common: true, 2);

    private static string OfContexts(ReductionProblem problem) => ContextRecognition.Of(problem).Why;

    /// <summary>Two domains of two items, whose answers are 3 and 5; by output and domain whether they are trained.</summary>
    private static ReductionProblem OfRouting(bool[][] trained, double otherwise, bool byPathway) => new()
    {
        Count = 4,
        Inputs = [new("Stimulus", 4, [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])],
        Outputs = [.. trained.Select((domains, k) => new OutputBlock(
            $"Out{k}", 1, [.. Enumerable.Range(0, 4).Select(n => domains[n / 2] ? 3 + (2.0 * (n % 2)) : otherwise)], byPathway ? null : On(domains)))],
        Modules = ["H1", "H2"],
        Pathways = [new("H1>H2", [0, 1], [new(0, null)], [.. trained.Select((domains, k) => new GatedBlock(k, byPathway ? On(domains) : null))])],
    };

    private static bool[] On(bool[] domains) => [.. Enumerable.Range(0, 4).Select(n => domains[n / 2])];
}
