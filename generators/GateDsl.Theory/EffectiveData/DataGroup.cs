using GateDsl.Theory.LinearAlgebra;

namespace GateDsl.Theory.EffectiveData;

/// <summary>Datapoints at which every gate has the same value.</summary>
internal sealed class DataGroup
{
    public DataGroup(Matrix x, Matrix y, bool[] outputsOn, bool[][] pathwayInputsOn, bool[][] pathwayOutputsOn)
    {
        X = x;
        Y = y;
        TransposedX = x.Transpose();
        SparseX = SparseColumns.Of(x);
        OutputsOn = outputsOn;
        PathwayInputsOn = pathwayInputsOn;
        PathwayOutputsOn = pathwayOutputsOn;
    }

    /// <summary>All inputs stacked, width x columns.</summary>
    public Matrix X { get; }

    /// <summary>Columns x width.</summary>
    public Matrix TransposedX { get; }

    /// <summary>X where most of it is zero; null where not.</summary>
    public SparseColumns? SparseX { get; }

    /// <summary>All targets stacked, zero where an output is off.</summary>
    public Matrix Y { get; }

    /// <summary>By output block.</summary>
    public bool[] OutputsOn { get; }

    /// <summary>By pathway and its stacked input blocks.</summary>
    public bool[][] PathwayInputsOn { get; }

    /// <summary>By pathway and its stacked output blocks, off where the output is.</summary>
    public bool[][] PathwayOutputsOn { get; }
}
