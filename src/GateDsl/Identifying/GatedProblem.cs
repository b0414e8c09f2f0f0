using GateDsl.Theory.Reductions;

namespace GateDsl.Identifying;

/// <summary>A network of one hidden layer with given gates on the data: every module reads all inputs and feeds all outputs.</summary>
internal static class GatedProblem
{
    /// <summary>In the bases that inputs and targets span, where the reductions are cheapest and exact in expectation.</summary>
    /// <param name="data">Inputs and targets.</param>
    /// <param name="gates">One per module, N entries each.</param>
    public static ReductionProblem Of(IdentificationData data, IReadOnlyList<bool[]> gates) => DataBasis.Reduce(new ReductionProblem
    {
        Count = data.Count,
        Inputs = [new("inputs", data.Features, data.Columns.ToRows())],
        Outputs = [new("outputs", data.TargetWidth, data.TargetValues!, null)],
        Modules = [.. gates.Select((_, m) => $"module {m}")],
        Pathways = [.. gates.Select((gate, m) => new Pathway($"module {m}", [m], [new(0, gate)], [new(0, null)]))],
    });
}
