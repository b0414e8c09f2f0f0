using GateDsl.Theory.EffectiveData;

namespace GateDsl.Tests.Theory.Reductions;

/// <summary>Random declared networks with one hidden layer or none: several inputs and outputs, every block gated by itself.</summary>
internal static class RandomProblems
{
    public static ReductionProblem Create(Random random, bool allowDirect = true)
    {
        int count = random.Next(1, 30);
        InputBlock[] inputs = Enumerable.Range(0, random.Next(1, 3)).Select(i =>
        {
            int width = random.Next(1, 5);
            return new InputBlock($"Input{i}", width, Numbers(random, count * width));
        }).ToArray();
        OutputBlock[] outputs = Enumerable.Range(0, random.Next(1, 3)).Select(o =>
        {
            int width = random.Next(1, 5);
            return new OutputBlock($"Output{o}", width, Numbers(random, count * width), Gate(random, count));
        }).ToArray();
        int modules = random.Next(1, 4);
        List<Pathway> pathways = Enumerable.Range(0, modules).Select(m => new Pathway(
            $"Module{m}", [m], Blocks(random, inputs.Length, count), Blocks(random, outputs.Length, count))).ToList();
        if (allowDirect && random.Next(2) == 0)
        {
            pathways.Add(new(
                "Direct", [], [new(random.Next(inputs.Length), Gate(random, count))], [new(random.Next(outputs.Length), Gate(random, count))]));
        }

        return new()
        {
            Count = count,
            Inputs = inputs,
            Outputs = outputs,
            Modules = Enumerable.Range(0, modules).Select(m => $"Module{m}").ToArray(),
            Pathways = pathways.ToArray(),
        };
    }

    private static GatedBlock[] Blocks(Random random, int blocks, int count)
    {
        int[] chosen = Enumerable.Range(0, blocks).Where(_ => random.Next(3) > 0).ToArray();
        return (chosen.Length > 0 ? chosen : [random.Next(blocks)]).Select(block => new GatedBlock(block, Gate(random, count))).ToArray();
    }

    // Nothing, a gate by halves (so that large groups of equal gates arise), or any gate.
    private static bool[]? Gate(Random random, int count) => random.Next(4) switch
    {
        0 => Enumerable.Range(0, count).Select(_ => random.Next(2) == 0).ToArray(),
        1 => Enumerable.Range(0, count).Select(n => n < count / 2).ToArray(),
        _ => null,
    };

    private static double[] Numbers(Random random, int count) => Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 2) - 1).ToArray();
}
