namespace GateDsl.Tests.Identifying;

/// <summary>
/// Recordings of a network with known gates: every unit has the gate of one module, with flipped bits, or is dead; activations where it is on are
/// those of random weights on one-hot items and contexts.
/// </summary>
internal sealed class PlantedRecordings
{
    private readonly Random _random;
    private readonly int _items;
    private readonly int _contexts;

    private PlantedRecordings(Random random, int items, int contexts) => (_random, _items, _contexts) = (random, items, contexts);

    public required List<bool[]> Gates { get; init; }

    public required IdentificationData Data { get; init; }

    public required LayerRecordings Recordings { get; init; }

    /// <summary>The gates as sorted bit strings.</summary>
    public string[] Expected => Sorted(Gates);

    public static string[] Sorted(IEnumerable<IReadOnlyList<bool>> gates) => [.. gates.Select(Bits).Order(StringComparer.Ordinal)];

    public static string Bits(IReadOnlyList<bool> gate) => string.Concat(gate.Select(on => on ? '1' : '0'));

    /// <summary>2 to 8 modules of all kinds on 4 to 8 items in 2 to 4 contexts, 80 to 299 units recorded 1 to 6 times.</summary>
    /// <param name="seed">Seed of everything.</param>
    /// <param name="flipped">Share of gate bits that are flipped.</param>
    public static PlantedRecordings Random(int seed, double flipped = 0.05)
    {
        Random random = new(seed);
        (int items, int contexts) = (random.Next(4, 9), random.Next(2, 5));
        (int modules, int units, int epochs) = (random.Next(2, 9), random.Next(80, 300), random.Next(1, 7));
        PlantedRecordings maker = Empty(random, items, contexts);
        while (maker.Gates.Count < modules)
        {
            bool[] gate = maker.RandomGate();
            if (gate.Contains(true) && !maker.Gates.Exists(other => other.SequenceEqual(gate)))
            {
                maker.Gates.Add(gate);
            }
        }

        maker.Record(units, epochs, flipped);
        return maker;
    }

    /// <summary>Given gates.</summary>
    public static PlantedRecordings Of(int items, int contexts, params bool[][] gates)
    {
        PlantedRecordings maker = Empty(new Random(1), items, contexts);
        maker.Gates.AddRange(gates);
        maker.Record(40 * gates.Length, 2, 0.03);
        return maker;
    }

    private static PlantedRecordings Empty(Random random, int items, int contexts)
    {
        int count = items * contexts;
        IdentificationData data = IdentificationData.Of(count)
            .OneHot("Item", items, [.. Enumerable.Range(0, count).Select(n => n % items)])
            .OneHot("Context", contexts, [.. Enumerable.Range(0, count).Select(n => n / items)]);
        return new(random, items, contexts) { Gates = [], Data = data, Recordings = new(data) };
    }

    private bool[] RandomGate()
    {
        int kind = _random.Next(4);
        int inContexts = _random.Next(1, 1 << _contexts);
        int atItems = _random.Next(1, 1 << _items);
        double density = 0.2 + (0.6 * _random.NextDouble());
        return [.. Enumerable.Range(0, _items * _contexts).Select(n => kind switch
        {
            0 => true,
            1 => (inContexts >> (n / _items) & 1) != 0,
            2 => (inContexts >> (n / _items) & 1) != 0 && (atItems >> (n % _items) & 1) != 0,
            _ => _random.NextDouble() < density,
        })];
    }

    private void Record(int units, int epochs, double flipped)
    {
        int count = _items * _contexts;
        int[] moduleOf = [.. Enumerable.Range(0, units).Select(_ => _random.NextDouble() < 0.1 ? -1 : _random.Next(Gates.Count))];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            double[] activations = new double[units * count];
            for (int unit = 0; unit < units; unit++)
            {
                double[] w = [.. Enumerable.Range(0, _items + _contexts).Select(_ => Normal())];
                for (int n = 0; n < count && moduleOf[unit] >= 0; n++)
                {
                    bool isOn = Gates[moduleOf[unit]][n] ^ (_random.NextDouble() < flipped);
                    activations[(unit * count) + n] = isOn ? Math.Abs(w[n % _items] + w[_items + (n / _items)]) + 1e-3 : 0;
                }
            }

            Recordings.Add(activations, units);
        }
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
