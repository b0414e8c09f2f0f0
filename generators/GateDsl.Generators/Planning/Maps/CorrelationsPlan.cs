using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Maps;

/// <summary>The effective correlations of a data set (Eq. 4) as what is gathered one after the other, each of what stands before it.</summary>
internal sealed record CorrelationsPlan(EquatableArray<Gathering> Gatherings)
{
    public static CorrelationsPlan Of(NetworkPlan network, StatisticsPlan statistics)
    {
        NameTable names = new();
        IEnumerable<ModuleId> inputs = statistics.Maps.Select(map => new ModuleId(map.Input, null)).Distinct();
        KeyedArray<EffectiveInputPlan, GatheredView> views = statistics.Outputs.SelectMany(output => output.Maps.Select(statistics.Map))
            .Select(map => map.Seen).Distinct()
            .Select(seen => ViewOf(seen, network, names)).ToKeyedArray(view => view.Seen);
        return new CorrelationsPlan(
        [
            .. inputs.Select(network.Inputs.Find).Select(input => new GatheredInput(NameOf(input.Name), input)),
            .. views,
            .. statistics.Outputs.Select(output => new GatheredResidual(
                $"Residual_{output.Identifier}", output, output.Maps.Select(map => views.Find(statistics.Map(map).Seen).Target).ToEquatableArray())),
            .. statistics.DenseInputs.Count == 0 ? [] : new[] { BasesOf(statistics.DenseInputs) },
            .. statistics.Unreached.Select(network.Modules.Find).Select(output => new GatheredLoss("LossOfUnreached", output)),
        ]);
    }

    private static string NameOf(string input) => "input_" + input;

    private static GatheredView ViewOf(EffectiveInputPlan seen, NetworkPlan network, NameTable names)
    {
        string gate = network.GateName(seen.Gate);
        string label = gate + seen.Powers;
        return new GatheredView(names.NameFor(seen.Identity, $"x_{seen.Input}_{label}"), seen, NameOf(seen.Input), gate, label);
    }

    private static GatheredBases BasesOf(EquatableArray<string> inputs) =>
        new("Bases", inputs.Select(input => new NamedInput(input, NameOf(input))).ToEquatableArray());
}

/// <summary>One thing that is gathered.</summary>
/// <param name="Target">What it is given to, or added to.</param>
internal abstract record Gathering(string Target)
{
    /// <summary>The values that it is gathered of, and where it is kept.</summary>
    public abstract int Operands { get; }
}

/// <summary>An input over all datapoints: its name, its values and its units.</summary>
internal sealed record GatheredInput(string Target, InputPlan Input) : Gathering(Target)
{
    public override int Operands => 3 + 1;
}

/// <summary>
/// An input as some paths see it: the input, where they are on, and if there are numbers that multiply it, its label and each of them.
/// </summary>
/// <param name="Target">What it is given to.</param>
/// <param name="Seen">What the paths see.</param>
/// <param name="Input">The input over all datapoints.</param>
/// <param name="Gate">The gate as the data set calls it.</param>
/// <param name="Label">The gate and the numbers that multiply more than once.</param>
internal sealed record GatheredView(string Target, EffectiveInputPlan Seen, string Input, string Gate, string Label) : Gathering(Target)
{
    public override int Operands => 2 + (Seen.Factors.Count == 0 ? 0 : 1 + Seen.Factors.Count) + 1;
}

/// <summary>What an output has still to learn: its name, its targets, its units, where it is on, and what each of its maps sees.</summary>
internal sealed record GatheredResidual(string Target, OutputMapsPlan Output, EquatableArray<string> Views) : Gathering(Target)
{
    public override int Operands => 4 + Views.Count + 1;
}

/// <summary>Bases of dense inputs: each with its name.</summary>
internal sealed record GatheredBases(string Target, EquatableArray<NamedInput> Inputs) : Gathering(Target)
{
    public override int Operands => (2 * Inputs.Count) + 1;
}

/// <summary>The loss of an output that no path reaches, added up: its name, its targets, its units, where it is on.</summary>
internal sealed record GatheredLoss(string Target, ModulePlan Output) : Gathering(Target)
{
    public override int Operands => 4 + 1;
}

/// <summary>An input, and what it is given to over all datapoints.</summary>
internal sealed record NamedInput(string Input, string Target);
