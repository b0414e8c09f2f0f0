namespace GateDsl.Theory.EffectiveData;

/// <summary>
/// A declared gated network on data, as the reductions need it: inputs and outputs by datapoint, and every pathway with the gate of each of
/// its blocks. All arrays are row-major by datapoint.
/// </summary>
internal sealed record ReductionProblem
{
    /// <summary>Number of datapoints N.</summary>
    public required int Count { get; init; }

    public required InputBlock[] Inputs { get; init; }

    public required OutputBlock[] Outputs { get; init; }

    /// <summary>Hidden layers, a bank's copies one by one.</summary>
    public required string[] Modules { get; init; }

    public required Pathway[] Pathways { get; init; }

    /// <summary>The problem itself, if its arrays fit each other and are finite.</summary>
    /// <exception cref="ArgumentException">They do not; the message names the block or pathway.</exception>
    public ReductionProblem Validated()
    {
        foreach (InputBlock input in Inputs)
        {
            RequireValues(input.Name, input.Values, input.Width);
        }

        foreach (OutputBlock output in Outputs)
        {
            RequireValues(output.Name, output.Targets, output.Width);
            RequireGate(output.Name, output.Active);
        }

        foreach (Pathway pathway in Pathways)
        {
            RequireBlocks(pathway, pathway.Inputs, Inputs.Length);
            RequireBlocks(pathway, pathway.Outputs, Outputs.Length);
            if (pathway.Modules.Any(module => module < 0 || module >= Modules.Length))
            {
                throw new ArgumentException($"Pathway {pathway.Name} goes through a module that does not exist.");
            }
        }

        return this;
    }

    private void RequireValues(string name, double[] values, int width)
    {
        if (values.Length != (long)Count * width)
        {
            throw new ArgumentException($"{name} has {values.Length} numbers; {Count} datapoints of {width} need {(long)Count * width}.");
        }

        int bad = Array.FindIndex(values, value => double.IsNaN(value) || double.IsInfinity(value));
        if (bad >= 0)
        {
            throw new ArgumentException($"{name} is not finite at datapoint {bad / width}.");
        }
    }

    private void RequireBlocks(Pathway pathway, GatedBlock[] blocks, int count)
    {
        foreach (GatedBlock block in blocks)
        {
            if (block.Block < 0 || block.Block >= count)
            {
                throw new ArgumentException($"Pathway {pathway.Name} names block {block.Block} of {count}.");
            }

            RequireGate(pathway.Name, block.On);
        }
    }

    private void RequireGate(string name, bool[]? gate)
    {
        if (gate is not null && gate.Length != Count)
        {
            throw new ArgumentException($"A gate of {name} has {gate.Length} values for {Count} datapoints.");
        }
    }
}

/// <summary>One input layer: N x Width.</summary>
internal sealed record InputBlock(string Name, int Width, double[] Values);

/// <summary>One output layer or copy: N x Width.</summary>
/// <param name="Name">Name of the layer.</param>
/// <param name="Width">Units.</param>
/// <param name="Targets">N x Width; ignored where the output is off.</param>
/// <param name="Active">Where the output is on and adds to the loss; null: everywhere.</param>
internal sealed record OutputBlock(string Name, int Width, double[] Targets, bool[]? Active);

/// <summary>A block of inputs or outputs that a pathway reads or feeds, and the datapoints where it does (null: everywhere).</summary>
internal sealed record GatedBlock(int Block, bool[]? On);

/// <summary>
/// All paths through the same modules, their inputs and outputs stacked in the order given (mathematics.md, The network). The gate of the path from input
/// block i to output block o is the product of both blocks' gates: put gates of modules, and of edges between them, into either.
/// </summary>
/// <param name="Name">Module names joined with '>', as logs are keyed.</param>
/// <param name="Modules">Indices of the modules from input to output; none: a path without hidden layer, of one input and one output.</param>
/// <param name="Inputs">Stacked inputs.</param>
/// <param name="Outputs">Stacked outputs.</param>
internal sealed record Pathway(string Name, int[] Modules, GatedBlock[] Inputs, GatedBlock[] Outputs);
