using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning;

/// <summary>One copy of a bank, or the one module that a layer is.</summary>
/// <param name="Index">Position in the bank; null: not a bank.</param>
/// <param name="Gate">The layer's gates and the copy's own.</param>
internal sealed record Copy(int? Index, Gate Gate)
{
    /// <summary>Numbers that multiply it.</summary>
    public EquatableArray<NumberGate> Factors { get; init; } = [];
}

/// <summary>Which copies a bank has, when each is on, and which copies of two banks an edge connects.</summary>
internal static class BankCopies
{
    /// <summary>The copies of every layer by its name.</summary>
    public static Dictionary<string, Copy[]> ByLayer(NetworkModel model) => model.Layers.ToDictionary(layer => layer.Name, layer => Of(layer, model));

    public static Copy[] Of(LayerModel layer, NetworkModel model)
    {
        Gate gate = Gate.Always;
        foreach (ValueGate condition in layer.ActiveIn)
        {
            gate = gate.And(Gate.In(condition.Index, condition.Values, model.Layer(condition.Index).Units));
        }

        gate = layer.ActiveWhen.Aggregate(gate, (sum, rule) => sum.And(Gate.When(rule)));
        gate = layer.GatedBy.Aggregate(gate, (all, number) => all.And(Gate.Open(number)));
        if (layer.Bank is not { } bank)
        {
            return [new Copy(null, gate) { Factors = layer.GatedBy }];
        }

        if (model.Layer(bank.Index) is { Kind: LayerKindModel.GateInput } input)
        {
            return
            [
                .. Enumerable.Range(0, input.Units).Select(k => new NumberGate(input.Name, k)).Select(number =>
                    new Copy(number.Number, gate.And(Gate.Open(number))) { Factors = layer.GatedBy.Append(number).ToEquatableArray() }),
            ];
        }

        int values = model.Layer(bank.Index).Units;
        IEnumerable<int[]> subsets = bank.SubsetSize == 0 ? Enumerable.Range(0, values).Select(value => new[] { value })
            : Subsets(values, bank.SubsetSize);
        return [.. subsets.Select((subset, k) => new Copy(k, gate.And(Gate.In(bank.Index, subset, values))) { Factors = layer.GatedBy })];
    }

    /// <summary>The subsets of {0, ..., count-1} with <paramref name="size"/> elements, in lexicographic order.</summary>
    public static IEnumerable<int[]> Subsets(int count, int size)
    {
        int[] subset = [.. Enumerable.Range(0, size)];
        while (true)
        {
            yield return [.. subset];
            int place = size - 1;
            while (place >= 0 && subset[place] == count - size + place)
            {
                place--;
            }

            if (place < 0)
            {
                yield break;
            }

            subset[place]++;
            for (int next = place + 1; next < size; next++)
            {
                subset[next] = subset[next - 1] + 1;
            }
        }
    }

    /// <summary>
    /// Two banks of the same kind over the same index (and size) connect copy to copy; any other two connect every pair of copies that can be
    /// on together.
    /// </summary>
    public static bool ConnectEveryPair(LayerModel source, LayerModel target) =>
        source.Bank is not null && target.Bank is not null && source.Bank != target.Bank;

    public static bool Connect(LayerModel source, Copy from, LayerModel target, Copy to) =>
        (source.Bank, target.Bank) switch
        {
            (null, _) or (_, null) => true,
            _ when ConnectEveryPair(source, target) => !from.Gate.And(to.Gate).IsNever,
            _ => from.Index == to.Index,
        };
}
