using GateDsl.Generators.Model;
using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Planning.Batch;

/// <summary>
/// Training by batch as a program. By letter: x inputs, w weights, h activations, y targets, e errors, d where the steps of the weights are added,
/// on the datapoints at which a gate is on.
/// </summary>
internal sealed record BatchProgram
{
    /// <summary>Eq. 1, every module after its sources.</summary>
    public required ProgramMethod Forward { get; init; }

    /// <summary>What every output has still to learn.</summary>
    public required ProgramMethod Residuals { get; init; }

    /// <summary>Eq. 3 by datapoints, every module before its sources.</summary>
    public required ProgramMethod Backward { get; init; }

    /// <summary>Activations of output modules to where predictions go.</summary>
    public required ProgramMethod CopyOutputs { get; init; }

    /// <summary>Multiplications and additions of an epoch for each datapoint at which a gate is on.</summary>
    public required EquatableArray<GateWork> Work { get; init; }
}

/// <summary>What one datapoint costs where a gate is on.</summary>
internal sealed record GateWork(string Gate, long PerDatapoint);
