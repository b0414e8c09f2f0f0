namespace GateDsl.Theory.EffectiveData;

/// <summary>The stacked input and output of a pathway, and where its blocks stand among all inputs and outputs.</summary>
internal sealed class PathwayShape
{
    public PathwayShape(Pathway pathway, BlockLayout inputs, BlockLayout outputs)
    {
        Inputs = new(pathway.Inputs.Select(block => inputs.Widths[block.Block]));
        Outputs = new(pathway.Outputs.Select(block => outputs.Widths[block.Block]));
        OutputBlocks = pathway.Outputs.Select(block => block.Block).ToArray();
        InputStarts = pathway.Inputs.Select(block => inputs.Starts[block.Block]).ToArray();
        OutputStarts = pathway.Outputs.Select(block => outputs.Starts[block.Block]).ToArray();
    }

    /// <summary>Blocks of the pathway's own stacked input.</summary>
    public BlockLayout Inputs { get; }

    /// <summary>Blocks of the pathway's own stacked output.</summary>
    public BlockLayout Outputs { get; }

    /// <summary>Which output each of the pathway's output blocks is.</summary>
    public int[] OutputBlocks { get; }

    /// <summary>Where each of the pathway's input blocks starts among all inputs.</summary>
    public int[] InputStarts { get; }

    /// <summary>Where each of the pathway's output blocks starts among all outputs.</summary>
    public int[] OutputStarts { get; }
}
