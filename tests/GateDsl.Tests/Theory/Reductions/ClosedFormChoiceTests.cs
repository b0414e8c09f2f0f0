using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.Reductions;
using GateDsl.Theory.Tasks;

namespace GateDsl.Tests.Theory.Reductions;

/// <summary>Which closed form is found, and what is said where one thing keeps it from being found.</summary>
public sealed class ClosedFormChoiceTests
{
    private const int Contexts = 3, Objects = 4;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void ContextsAreRecognisedWithTheirStructureAndPathways(int contexts)
    {
        ContextTaskData task = ContextTaskData.Create(contexts, Objects, differentStructures: false);
        ReductionProblem problem = TaskProblems.OfContexts(task, common: true, contexts - 1);
        ContextRecognition found = Assert.IsType<ClosedFormChoice.Contexts>(ClosedFormChoice.Of(problem)).Task;
        Assert.Equal(contexts, found.ContextCount);
        Assert.Equal(0, found.Common);
        double[] hierarchy = Structures.Hierarchy(Objects);
        Assert.Equal(hierarchy, found.Structure.Values);
        Assert.Equal(((2 * Objects) - 1, Objects), (found.Structure.Rows, found.Structure.Columns));

        // The pathway that misses a context is off there and nowhere else.
        Assert.Equal(contexts, found.Missing.Distinct().Count());
        for (int c = 0; c < contexts; c++)
        {
            bool[] on = problem.Pathways[found.Missing[c]].Inputs[0].On!;
            Assert.Equal(task.Contexts.Select(context => context != c), on);
        }
    }

    /// <summary>Two pathways of one mode each, whose inputs are at an angle of which this is the cosine: a billionth counts as none.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(0.9e-9, true)]
    [InlineData(-0.9e-9, true)]
    [InlineData(1.1e-9, false)]
    [InlineData(-1.1e-9, false)]
    public void ModesLearnAloneUpToACouplingOfABillionth(double cosine, bool areAlone)
    {
        ReductionProblem problem = new()
        {
            Count = 2,
            Inputs = [new("Left", 1, [3, 0]), new("Right", 1, [2 * cosine, 2 * Math.Sqrt(1 - (cosine * cosine))])],
            Outputs = [new("Out", 1, [1, 1], null)],
            Modules = ["A", "B"],
            Pathways = [new("A", [0], [new(0, null)], [new(0, null)]), new("B", [1], [new(1, null)], [new(0, null)])],
        };

        Assert.Equal(areAlone, ClosedFormChoice.Of(problem) is ClosedFormChoice.IndependentModes);
    }

    [Fact]
    public void WhatKeepsContextsFromBeingRecognisedIsSaid()
    {
        ReductionProblem right = OfContexts();
        Assert.Contains("there is no common pathway", Why(right with { Pathways = right.Pathways[1..] }), StringComparison.Ordinal);
        for (int p = 1; p <= Contexts; p++)
        {
            // In lexicographic order the first subset misses the last context.
            Pathway[] others = [.. right.Pathways.Where((_, i) => i != p)];
            Assert.Contains($"no pathway misses context {Contexts - p}", Why(right with { Pathways = others }), StringComparison.Ordinal);
        }

        Assert.Contains("Contexts 0 is neither", Why(OfContexts(2, 1)), StringComparison.Ordinal);
        Assert.Contains("Contexts 0,1 is neither", Why(right with { Pathways = [.. right.Pathways, right.Pathways[1]] }), StringComparison.Ordinal);
        Assert.Contains("Common is neither", Why(right with { Pathways = [.. right.Pathways, right.Pathways[0]] }), StringComparison.Ordinal);
        Pathway half = right.Pathways[0] with { Outputs = [new(0, [.. Enumerable.Range(0, right.Count).Select(n => n != 5)])] };
        Assert.Contains("Common is neither", Why(right with { Pathways = [half, .. right.Pathways[1..]] }), StringComparison.Ordinal);
        Pathway contextOnly = right.Pathways[0] with { Inputs = [new(1, null)] };
        Assert.Contains("Common is neither", Why(right with { Pathways = [contextOnly, .. right.Pathways[1..]] }), StringComparison.Ordinal);
    }

    [Fact]
    public void ContextsTakeEveryObjectOnceInEveryContextAndOneStructure()
    {
        ReductionProblem right = OfContexts();
        Assert.Contains("there", Why(right with { Pathways = right.Pathways[1..] }), StringComparison.Ordinal);

        double[] moved = [.. right.Outputs[0].Targets];
        moved[^1] += 0.25;
        Assert.Contains("targets differ from it by up to 0.25", Why(WithTargets(right, moved)), StringComparison.Ordinal);
        double[] structured = [.. right.Outputs[0].Targets];
        structured[0] -= 0.5;
        Assert.Contains("targets differ from it by up to", Why(WithTargets(right, structured)), StringComparison.Ordinal);

        double[] twice = [.. right.Inputs[0].Values];
        Array.Copy(twice, 0, twice, Objects, Objects);
        Assert.Contains("the data are not every object once in every context",
            Why(right with { Inputs = [right.Inputs[0] with { Values = twice }, right.Inputs[1]] }), StringComparison.Ordinal);
        double[] doubled = [.. right.Inputs[1].Values.Select(x => 2 * x)];
        Assert.Contains("the data are not every object once in every context",
            Why(right with { Inputs = [right.Inputs[0], right.Inputs[1] with { Values = doubled }] }), StringComparison.Ordinal);
        Assert.Contains("one block of properties for each", Why(Without(right, right.Count - 1)), StringComparison.Ordinal);
        bool[] active = [.. Enumerable.Repeat(true, right.Count)];
        Assert.Contains("two one-hot inputs and one output", Why(right with { Outputs = [right.Outputs[0] with { Active = active }] }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void ModesThatAreCoupledAreNamedAndModesAloneAreIndependent()
    {
        ReductionProblem right = OfContexts();
        string why = Why(right with { Pathways = right.Pathways[1..] });
        Assert.StartsWith("Eq. 7 assumes that every mode learns alone; mode ", why, StringComparison.Ordinal);
        Assert.Contains("of their own strength, and ", why, StringComparison.Ordinal);

        // One pathway over white inputs: the modes share nothing.
        Assert.IsType<ClosedFormChoice.IndependentModes>(ClosedFormChoice.Of(new()
        {
            Count = 3,
            Inputs = [new("Item", 3, [1, 0, 0, 0, 1, 0, 0, 0, 1])],
            Outputs = [new("Answer", 2, [1, 0, 0, 2, 1, 1], null)],
            Modules = ["H"],
            Pathways = [new("H", [0], [new(0, null)], [new(0, null)])],
        }));
    }

    /// <summary>
    /// Two pathways over inputs of their own, of which the third datapoint asks for nothing and takes part of the coupling from two modes: the
    /// others, which stand in different places of their pathways, go up and down together.
    /// </summary>
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(0, 1, 0)]
    public void TheModesThatAreCoupledMostAreNamedByTheirPlaces(int input, int mode, int other)
    {
        string why = Why(new()
        {
            Count = 3,
            Inputs = [new("A", 2, [1, 0, 0, 1, 1 - input, input]), new("B", 2, [1, 0, 0, 4, 0, 0])],
            Outputs = [new("Answer", 2, [2, 0, 0, 1, 0, 0], null)],
            Modules = ["First", "Second"],
            Pathways = [new("First", [0], [new(0, null)], [new(0, null)]), new("Second", [1], [new(1, null)], [new(0, null)])],
        });

        Assert.StartsWith(
            $"Eq. 7 assumes that every mode learns alone; mode {mode} of First and mode {other} of Second are coupled by 1 of their own strength, and ",
                why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 2, 2)]
    [InlineData(4, 1, 3)]
    [InlineData(2, 2, 1)]
    public void RoutingIsRecognised(int domains, int trained, int items)
    {
        RoutingRecognition found = Assert.IsType<ClosedFormChoice.Routing>(ClosedFormChoice.Of(OfRouting(domains, trained, items))).Task;
        Assert.Equal((domains, trained), (found.Domains, found.Trained));
        for (int i = 0; i < Width; i++)
        {
            for (int item = 0; item < items; item++)
            {
                Assert.Equal(Target(i, item), found.Targets[i, item]);
            }
        }
    }

    [Fact]
    public void WhatKeepsRoutingFromBeingRecognisedIsSaid()
    {
        ReductionProblem right = OfRouting(3, 2, 2);
        double[] targets = [.. right.Outputs[0].Targets];
        targets[0] += 0.5;
        Assert.Contains("trained pairs have different targets, by 0.5",
            Why(right with { Outputs = [right.Outputs[0] with { Targets = targets }, .. right.Outputs[1..]] }), StringComparison.Ordinal);
        double[] inputs = [.. right.Inputs[0].Values];
        inputs[1] = 1;
        Assert.Contains("the inputs are not one-hot", Why(right with { Inputs = [right.Inputs[0] with { Values = inputs }] }), StringComparison.Ordinal);
        Assert.Contains("the inputs are not one-hot",
            Why(right with { Inputs = [right.Inputs[0] with { Values = [.. right.Inputs[0].Values.Select(x => 2 * x)] }] }),
            StringComparison.Ordinal);
        const string Uneven = "not every domain is trained once on every item";
        Assert.Contains(Uneven, Why(Without(right, 3)), StringComparison.Ordinal);
        bool[] none = new bool[right.Count];
        Assert.Contains(Uneven, Why(right with { Outputs = [.. right.Outputs.Select(output => output with { Active = none })] }), StringComparison.Ordinal);
        Pathway pathway = right.Pathways[0];
        bool[] allButFirst = [.. Enumerable.Range(0, right.Count).Select(n => n > 0)];
        Assert.Contains(Uneven, Why(right with { Pathways = [pathway with { Inputs = [new(0, allButFirst)] }] }), StringComparison.Ordinal);
        Assert.Contains(Uneven, Why(right with { Pathways = [pathway with { Outputs = [new(0, allButFirst), .. pathway.Outputs[1..]] }] }),
            StringComparison.Ordinal);
        Assert.Contains("two hidden layers, and an output per domain", Why(right with { Pathways = [pathway, pathway] }), StringComparison.Ordinal);
        Assert.Contains("H1>H2>H3 has 3",
            Why(right with { Modules = ["H1", "H2", "H3"], Pathways = [pathway with { Name = "H1>H2>H3", Modules = [0, 1, 2] }] }),
            StringComparison.Ordinal);
        Assert.Equal("Eq. 7 assumes paths with one hidden layer; there are paths without one",
            Why(right with { Pathways = [new("Direct", [], [new(0, null)], [new(0, null)])] }));
    }

    /// <summary>
    /// Every output is trained on as many domains, every domain as often, and no pair twice: not one domain for all outputs, nor one output or one
    /// domain more than another, nor data that come twice.
    /// </summary>
    [Fact]
    public void RoutingTakesEveryPairOnce()
    {
        const string Uneven = "not every domain is trained once on every item";
        Assert.Contains(Uneven, Why(Trained(["0", "0", "0"])), StringComparison.Ordinal);
        Assert.Contains(Uneven, Why(Trained(["01", "012", "2"])), StringComparison.Ordinal);
        Assert.Contains(Uneven, Why(Trained(["01", "01", "12"])), StringComparison.Ordinal);
        for (int trained = 1; trained <= 3; trained++)
        {
            ReductionProblem once = OfRouting(3, trained, 2);
            Assert.Contains(Uneven, Why(Taking(once, [.. Enumerable.Range(0, 2 * once.Count).Select(n => n % once.Count)])), StringComparison.Ordinal);
            Assert.Contains(Uneven, Why(Taking(once, [.. Enumerable.Range(0, 2 * once.Count).Select(n => n / 2)])), StringComparison.Ordinal);
        }

        Assert.IsType<ClosedFormChoice.Routing>(ClosedFormChoice.Of(Trained(["02", "10", "21"])));

        static ReductionProblem Trained(string[] domains)
        {
            ReductionProblem right = OfRouting(3, 2, 2);
            return right with
            {
                Outputs = [.. right.Outputs.Select((output, k) => output with
                {
                    Active = [.. Enumerable.Range(0, right.Count).Select(n => domains[k].Contains($"{n / 2}", StringComparison.Ordinal))],
                })],
            };
        }
    }

    [Fact]
    public void RoutingTakesOneInputOfEqualPartsAndOutputsOfOneWidth()
    {
        const string Shape = "the closed form of routing takes one input of equal parts per domain, two hidden layers, and an output per domain";
        ReductionProblem right = OfRouting(3, 2, 2);
        Pathway pathway = right.Pathways[0];
        InputBlock input = right.Inputs[0];
        OutputBlock last = right.Outputs[2];
        Assert.Contains(Shape, Why(right with { Inputs = [input, input] }), StringComparison.Ordinal);
        Assert.Contains(Shape, Why(right with { Pathways = [pathway with { Outputs = pathway.Outputs[1..] }] }), StringComparison.Ordinal);
        Assert.Contains(Shape,
            Why(right with { Inputs = [input with { Width = 7, Values = [.. input.Values.Chunk(6).SelectMany(row => row.Append(0))] }] }),
            StringComparison.Ordinal);
        Assert.Contains(Shape,
            Why(right with
            {
                Outputs =
                    [.. right.Outputs[..2], last with { Width = 3, Targets = [.. last.Targets.Chunk(2).SelectMany(row => row.Append(1))] }]
            }),
            StringComparison.Ordinal);
    }

    private const int Width = 2;

    private static double Target(int unit, int item) => 1 + unit + (3 * item);

    /// <summary>Every domain's items, a datapoint each; output k is trained with domains k to k + K - 1, counted around.</summary>
    private static ReductionProblem OfRouting(int domains, int trained, int items)
    {
        int count = domains * items;
        return new()
        {
            Count = count,
            Inputs = [new("Stimulus", count, [.. Enumerable.Range(0, count * count).Select(i => i / count == i % count ? 1.0 : 0.0)])],
            Outputs = [.. Enumerable.Range(0, domains).Select(k => new OutputBlock(
                $"Out{k}", Width, [.. Enumerable.Range(0, count * Width).Select(i => Target(i % Width, i / Width % items))],
                [.. Enumerable.Range(0, count).Select(n => ((n / items) - k + domains) % domains < trained)]))],
            Modules = ["H1", "H2"],
            Pathways = [new("H1>H2", [0, 1], [new(0, null)], [.. Enumerable.Range(0, domains).Select(k => new GatedBlock(k, null))])],
        };
    }

    private static ReductionProblem OfContexts(params int[] sizes) =>
        TaskProblems.OfContexts(
            ContextTaskData.Create(Contexts, Objects, differentStructures: false), common: true, sizes.Length == 0 ? [Contexts - 1] : sizes);

    private static ReductionProblem WithTargets(ReductionProblem problem, double[] targets) =>
        problem with { Outputs = [problem.Outputs[0] with { Targets = targets }] };

    /// <summary>One datapoint less.</summary>
    private static ReductionProblem Without(ReductionProblem problem, int datapoint) =>
        Taking(problem, [.. Enumerable.Range(0, problem.Count).Where(n => n != datapoint)]);

    private static ReductionProblem Taking(ReductionProblem problem, int[] kept)
    {
        return problem with
        {
            Count = kept.Length,
            Inputs = [.. problem.Inputs.Select(input => input with { Values = Rows(input.Values, input.Width) })],
            Outputs = [.. problem.Outputs.Select(output => output with { Targets = Rows(output.Targets, output.Width), Active = Gate(output.Active) })],
            Pathways = [.. problem.Pathways.Select(pathway => pathway with { Inputs = Blocks(pathway.Inputs), Outputs = Blocks(pathway.Outputs) })],
        };

        double[] Rows(double[] values, int width) => [.. kept.SelectMany(n => values[(n * width)..((n + 1) * width)])];

        bool[]? Gate(bool[]? on) => on is null ? null : [.. kept.Select(n => on[n])];

        GatedBlock[] Blocks(GatedBlock[] blocks) => [.. blocks.Select(block => block with { On = Gate(block.On) })];
    }

    private static string Why(ReductionProblem problem) => Assert.IsType<ClosedFormChoice.None>(ClosedFormChoice.Of(problem)).Reason;
}
