using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Racing;

/// <summary>Where pathways begin and end; the race knows each by its number, the place where it stands.</summary>
/// <param name="Inputs">The inputs, in declaration order.</param>
/// <param name="Outputs">The output modules that are on somewhere.</param>
internal sealed record PathwayEnds(KeyedArray<ModuleId, InputPlan> Inputs, KeyedArray<ModuleId, ModulePlan> Outputs)
{
    public static PathwayEnds Of(NetworkPlan network) => new(
        network.Inputs.Where(input => input.Kind != LayerKindModel.Selector).ToKeyedArray(input => input.Id),
        network.OutputModules.Where(output => !output.Gate.IsNever).ToKeyedArray(output => output.Id));
}
