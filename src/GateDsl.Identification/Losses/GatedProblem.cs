using GateDsl.Theory.EffectiveData;

namespace GateDsl.Identifying;

/// <summary>The data, and a network of one hidden layer with given gates on them, as the reductions take it.</summary>
internal static class GatedProblem
{
    /// <summary>In the bases that inputs and targets span, where the reductions are cheapest and exact in expectation.</summary>
    /// <param name="data">Inputs and targets.</param>
    /// <param name="gates">One per module, N entries each; a module reads what <see cref="ModuleInputs"/> says, and feeds all outputs.</param>
    public static ReductionProblem Of(IdentificationData data, IReadOnlyList<bool[]> gates) => DataBasis.Reduce(new ReductionProblem
    {
        Count = data.Count,
        Inputs = [.. data.Inputs.Select(input => new InputBlock(input.Name, input.Features, Rows(input)))],
        Outputs = [new("outputs", data.TargetWidth, data.TargetValues!, null)],
        Modules = [.. gates.Select((_, m) => $"module {m}")],
        Pathways = [.. gates.Select((gate, m) => new Pathway(
            $"module {m}", [m], [.. ModuleInputs.Of(data, gate).Select(i => new GatedBlock(i, gate))], [new(0, null)]))],
    });

    // N x features.
    private static double[] Rows(IdentifiedInput input)
    {
        double[] rows = new double[input.Index.Length * input.Features];
        for (int n = 0; n < input.Index.Length; n++)
        {
            if (input.IsOneHot)
            {
                rows[(n * input.Features) + input.Index[n]] = 1;
            }
            else
            {
                input.Stimuli[input.Index[n]].CopyTo(rows, n * input.Features);
            }
        }

        return rows;
    }
}
