using GateDsl.Gating;
using GateDsl.Generators.Model;
using GateDsl.Theory.Tasks;

namespace GateDsl.Generators.Planning.Members;

/// <summary>The domain that a declaration's gates are functions of: its one-hot inputs and selectors, and what its dense inputs are known to be.</summary>
internal static class DeclaredDomain
{
    /// <summary>Index of the task's samples where no selector is declared for them. No layer can have this name.</summary>
    private const string Samples = "XoR sample";

    /// <summary>Null: it has more datapoints than are tabulated.</summary>
    public static Domain? Of(NetworkModel model)
    {
        DomainPart[] parts = Parts(model);
        return Domain.Size(parts) <= Limits.Domain ? new Domain(parts) : null;
    }

    /// <summary>Number of datapoints of the domain.</summary>
    public static long SizeOf(NetworkModel model) => Domain.Size(Parts(model));

    /// <summary>Inputs and selectors in declaration order.</summary>
    public static DomainPart[] Parts(NetworkModel model)
    {
        LayerModel? samples = model.Task is XorTaskModel ? model.Layers.FirstOrDefault(layer => layer.Kind == LayerKindModel.Selector) : null;
        IEnumerable<DomainPart> parts = model.Layers.Select(layer => Part(model, layer, samples?.Name ?? Samples)).OfType<DomainPart>();
        return model.Task is XorTaskModel && samples is null
            ? [.. parts, DomainIndex.Selector(Samples, XorTaskData.SampleCount)]
            : [.. parts];
    }

    /// <summary>
    /// The domain with one feature more, 1 at every datapoint; the same where one-hot inputs, whose features sum to 1, make it no richer, and where there is
    /// no index.
    /// </summary>
    public static Domain WithConstant(NetworkModel model, Domain domain)
    {
        DomainIndex? first = domain.Indices.FirstOrDefault();
        if (first is null || domain.Indices.Any(index => index.Kind == IndexKind.OneHot))
        {
            return domain;
        }

        IReadOnlyList<Rational>[] ones = [.. Enumerable.Repeat<IReadOnlyList<Rational>>([Rational.One], first.Values)];
        return new Domain([.. Parts(model), new DenseInput(GeneratedNames.Bias, 1, new StimulusTable(first.Name, ones))]);
    }

    private static DomainPart? Part(NetworkModel model, LayerModel layer, string samples) => layer.Kind switch
    {
        LayerKindModel.OneHotInput => DomainIndex.OneHot(layer.Name, layer.Units, layer.Role == RoleModel.Context ? IndexRole.Context : IndexRole.Item),
        LayerKindModel.Selector => DomainIndex.Selector(layer.Name, layer.Units),
        LayerKindModel.DenseInput => new DenseInput(layer.Name, layer.Units, Stimuli(model, layer, samples)),
        _ => null,
    };

    private static StimulusTable? Stimuli(NetworkModel model, LayerModel input, string samples)
    {
        if (model.Task is XorTaskModel xor)
        {
            // These are what was written.
            string[] numbers = [.. XorTaskData.Create(xor.Margin).Inputs.Select(ShortestDecimal.Of)];
            return new StimulusTable(samples, [.. Enumerable.Range(0, XorTaskData.SampleCount)
                .Select(row => Row(numbers.Skip(row * XorTaskData.InputWidth).Take(XorTaskData.InputWidth)))]);
        }

        StimuliModel? stimuli = model.Stimuli.FirstOrDefault(candidate => candidate.Input == input.Name);
        return stimuli is null ? null : new StimulusTable(stimuli.Selector, [.. stimuli.Rows.Select(row => Row(row))]);
    }

    private static IReadOnlyList<Rational> Row(IEnumerable<string> numbers) =>
        [.. numbers.Select(number => Rational.TryParse(number, out Rational exact)
            ? exact
            : throw new ArgumentException($"The parser let '{number}' pass, which is no exact number.", nameof(numbers)))];
}
