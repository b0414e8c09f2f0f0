namespace GateDsl;

/// <summary>The matrices of one pathway: its weights, and its part of the maps into outputs and of their errors.</summary>
internal sealed class PathwayMatrices
{
    private readonly PathwayLayers _pathway;
    private readonly EdgeMatrix<double>[] _into;
    private readonly EdgeMatrix<double>[] _between;
    private readonly EdgeMatrix<double>[] _outOf;
    private readonly Block[] _blocks;

    /// <param name="pathway">The pathway.</param>
    /// <param name="units">Units of every layer.</param>
    /// <param name="core">Whose maps they are.</param>
    /// <param name="weights">Weights, not packed.</param>
    public PathwayMatrices(PathwayLayers pathway, LayerUnits units, StatisticsTraining<double> core, EdgeMatrix<double>[] weights)
    {
        _pathway = pathway;
        string[] modules = pathway.Modules;
        _into = modules.Length == 0 ? [] : [.. pathway.Inputs.Select(input => Find(weights, input, modules[0]))];
        _between = [.. modules.Skip(1).Zip(modules, (to, from) => Find(weights, from, to))];
        _outOf = modules.Length == 0 ? [] : [.. pathway.Outputs.Select(output => Find(weights, modules[^1], output))];
        InputUnits = pathway.Inputs.Sum(input => units[input]);
        OutputUnits = pathway.Outputs.Sum(output => units[output]);
        List<Block> blocks = [];
        int top = 0;
        for (int o = 0; o < pathway.Outputs.Length; o++)
        {
            int left = 0;
            for (int i = 0; i < pathway.Inputs.Length; i++)
            {
                string map = pathway.Maps[(o * pathway.Inputs.Length) + i];
                if (map.Length > 0)
                {
                    blocks.Add(new Block(core.Map(map), core.Error(map), core.HasFeatureRows, top, left,
                        modules.Length == 0 ? Find(weights, pathway.Inputs[i], pathway.Outputs[o]) : null));
                }

                left += units[pathway.Inputs[i]];
            }

            top += units[pathway.Outputs[o]];
        }

        _blocks = [.. blocks];
    }

    public int InputUnits { get; }

    public int OutputUnits { get; }

    /// <summary>The weights along the pathway, inputs stacked before the first module and outputs after the last.</summary>
    public double[][] ReadChain()
    {
        if (_pathway.Modules.Length > 0)
        {
            return
            [
                Stacks.Beside(_into[0].Targets, [.. _into.Select(edge => edge.Values)]),
                .. _between.Select(edge => edge.Values),
                Stacks.Below([.. _outOf.Select(edge => edge.Values)]),
            ];
        }

        double[] stacked = new double[OutputUnits * InputUnits];
        foreach (Block block in _blocks)
        {
            EdgeMatrix<double> direct = block.Direct!;
            Stacks.SetBlock(direct.Values, direct.Sources, direct.Targets, direct.Sources, stacked, InputUnits, block.Top, block.Left);
        }

        return [stacked];
    }

    /// <summary>Sets the maps that the pathway is part of to 0.</summary>
    public void ClearMaps()
    {
        foreach (Block block in _blocks)
        {
            for (int i = 0; i < block.Map.Rows; i++)
            {
                block.Map.Span.Slice(i * block.Map.Stride, block.Map.Columns).Clear();
            }
        }
    }

    /// <summary>Adds the pathway's map, stacked outputs x stacked inputs, to these maps.</summary>
    public void AddMaps(double[] stacked)
    {
        foreach (Block block in _blocks)
        {
            for (int i = 0; i < block.Map.Rows; i++)
            {
                Span<double> row = block.Map.Span.Slice(i * block.Map.Stride, block.Map.Columns);
                for (int j = 0; j < row.Length; j++)
                {
                    row[j] += stacked[block.At(i, j, InputUnits)];
                }
            }
        }
    }

    /// <summary>Reads the errors of these maps into the pathway's, stacked outputs x stacked inputs.</summary>
    public void ReadErrors(double[] stacked)
    {
        foreach (Block block in _blocks)
        {
            for (int i = 0; i < block.Error.Rows; i++)
            {
                ReadOnlySpan<double> row = block.Error.Span.Slice(i * block.Error.Stride, block.Error.Columns);
                for (int j = 0; j < row.Length; j++)
                {
                    stacked[block.At(i, j, InputUnits)] = row[j];
                }
            }
        }
    }

    private static EdgeMatrix<double> Find(EdgeMatrix<double>[] weights, string source, string target) =>
        weights.First(edge => edge.Source == source && edge.Target == target);

    /// <summary>One output and one input of the pathway: the map of their paths, and the weights where one edge joins them.</summary>
    private readonly record struct Block(
        MatrixView<double> Map, MatrixView<double> Error, bool HasFeatureRows, int Top, int Left, EdgeMatrix<double>? Direct)
    {
        /// <summary>Where an entry of the map stands in the stacked one.</summary>
        public int At(int row, int column, int width) => HasFeatureRows ? ((Top + column) * width) + Left + row : ((Top + row) * width) + Left + column;
    }
}
