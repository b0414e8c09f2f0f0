using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Theory.EffectiveData;

/// <summary>
/// What all pathways together leave over, and how that pulls each of them. A pathway is one linear map W_p here, from its stacked input to its
/// stacked output; pathways meet only in the residual.
/// </summary>
internal sealed class PathwayResidual
{
    private readonly Matrix[] _residuals;
    private readonly Matrix _map;

    public PathwayResidual(GatedData data)
    {
        Data = data;
        _residuals = data.Groups.Select(group => new Matrix(group.Y.Rows, group.Y.Columns)).ToArray();
        _map = new(data.Outputs.Total, data.Inputs.Total);
    }

    public GatedData Data { get; }

    /// <summary>Multiply-adds of a residual and of its pulls.</summary>
    public long Work => Data.Groups.Sum(group => 2L * (group.SparseX?.Count ?? group.X.Values.Length) * group.Y.Rows);

    /// <summary>Zero maps of the right shapes, one per pathway.</summary>
    public Matrix[] NewMaps() => Data.Shapes.Select(shape => new Matrix(shape.Outputs.Total, shape.Inputs.Total)).ToArray();

    /// <summary>Takes the residual y - sum of W_p x and returns its Sum loss, a residual norm.</summary>
    public double Evaluate(Matrix[] maps)
    {
        double loss = Data.LossFloor;
        for (int g = 0; g < _residuals.Length; g++)
        {
            Array.Copy(Data.Groups[g].Y.Values, _residuals[g].Values, _residuals[g].Values.Length);
            Subtract(maps, Data.Groups[g], _residuals[g]);
            loss += 0.5 * _residuals[g].SquaredNorm();
        }

        return loss;
    }

    /// <summary>Takes - sum of W_p x as the residual: how it changes with the maps.</summary>
    public void EvaluateChange(Matrix[] mapChanges)
    {
        for (int g = 0; g < _residuals.Length; g++)
        {
            Array.Clear(_residuals[g].Values, 0, _residuals[g].Values.Length);
            Subtract(mapChanges, Data.Groups[g], _residuals[g]);
        }
    }

    /// <summary>E_p = sum over the pathway's datapoints of residual x^T, from the residual taken last; output x input of each pathway.</summary>
    public void Pull(Matrix[] pulls)
    {
        foreach (Matrix pull in pulls)
        {
            Array.Clear(pull.Values, 0, pull.Values.Length);
        }

        for (int g = 0; g < _residuals.Length; g++)
        {
            Array.Clear(_map.Values, 0, _map.Values.Length);
            if (Data.Groups[g].SparseX is { } sparse)
            {
                sparse.AddProductWithTranspose(_residuals[g], _map);
            }
            else
            {
                Products.AddProduct(1, _residuals[g], Data.Groups[g].TransposedX, _map);
            }

            for (int p = 0; p < pulls.Length; p++)
            {
                AddBlocks(Data.Groups[g], p, pulls[p], toPathway: true);
            }
        }
    }

    private void Subtract(Matrix[] maps, DataGroup group, Matrix residual)
    {
        Array.Clear(_map.Values, 0, _map.Values.Length);
        for (int p = 0; p < maps.Length; p++)
        {
            AddBlocks(group, p, maps[p], toPathway: false);
        }

        if (group.SparseX is { } sparse)
        {
            sparse.SubtractProduct(_map, residual);
        }
        else
        {
            Products.AddProduct(-1, _map, group.X, residual);
        }
    }

    // Adds the blocks that are on in the group: from the map over all inputs and outputs to the pathway's, or back.
    private void AddBlocks(DataGroup group, int p, Matrix pathway, bool toPathway)
    {
        PathwayShape shape = Data.Shapes[p];
        for (int o = 0; o < shape.OutputStarts.Length; o++)
        {
            for (int i = 0; i < shape.InputStarts.Length; i++)
            {
                if (!group.PathwayOutputsOn[p][o] || !group.PathwayInputsOn[p][i])
                {
                    continue;
                }

                for (int row = 0; row < shape.Outputs.Widths[o]; row++)
                {
                    int own = ((shape.Outputs.Starts[o] + row) * pathway.Columns) + shape.Inputs.Starts[i];
                    int all = ((shape.OutputStarts[o] + row) * _map.Columns) + shape.InputStarts[i];
                    for (int column = 0; column < shape.Inputs.Widths[i]; column++)
                    {
                        if (toPathway)
                        {
                            pathway.Values[own + column] += _map.Values[all + column];
                        }
                        else
                        {
                            _map.Values[all + column] += pathway.Values[own + column];
                        }
                    }
                }
            }
        }
    }
}
