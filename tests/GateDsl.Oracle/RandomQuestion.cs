using System.Globalization;

namespace GateDsl.Oracle;

/// <summary>A random domain with its network inputs, written down beside the product's own, and a random gate.</summary>
internal sealed class RandomQuestion
{
    private static readonly string[] _numbers =
    [
        "0", "0", "0", "1", "-1", "2", "-3", "1/3", "-2/3", "1/7", "0.1", "0.2", "0.3", "-0.7", "12345.678",
        "1e-9", "-1e-9", "1e9", "-1e9", "1e-12",
    ];

    private RandomQuestion(GateDomain domain, List<string[]> inputs, bool[] gate)
    {
        Domain = domain;
        Inputs = inputs;
        Gate = gate;
    }

    public GateDomain Domain { get; }

    /// <summary>The network input of each datapoint, as numbers in text.</summary>
    public List<string[]> Inputs { get; }

    public bool[] Gate { get; }

    /// <summary>Three or four one-hot inputs of up to five values.</summary>
    public static RandomQuestion OverOneHotInputs(Random random)
    {
        int[] sizes = Enumerable.Range(0, random.Next(3, 5)).Select(_ => random.Next(2, 6)).ToArray();
        GateDomain domain = GateDomain.Empty;
        for (int i = 0; i < sizes.Length; i++)
        {
            domain = domain.OneHot("Input" + i.ToString(CultureInfo.InvariantCulture), sizes[i]);
        }

        List<string[]> inputs = Product(sizes)
            .Select(values => values.SelectMany((value, i) => Enumerable.Range(0, sizes[i]).Select(v => v == value ? "1" : "0")).ToArray())
            .ToList();
        return new(domain, inputs, RandomGate(random, inputs));
    }

    /// <summary>One to three selectors with stimuli of one to four features, sometimes with a one-hot input.</summary>
    public static RandomQuestion OverStimuli(Random random)
    {
        int selectors = random.Next(1, 4);
        int[] sizes = Enumerable.Range(0, selectors).Select(_ => random.Next(2, selectors == 1 ? 15 : 5)).ToArray();
        string[][][] rows = sizes.Select(size =>
        {
            int features = random.Next(1, 5);
            return Enumerable.Range(0, size)
                .Select(_ => Enumerable.Range(0, features).Select(_ => _numbers[random.Next(_numbers.Length)]).ToArray())
                .ToArray();
        }).ToArray();

        GateDomain domain = GateDomain.Empty;
        for (int s = 0; s < selectors; s++)
        {
            string number = s.ToString(CultureInfo.InvariantCulture);
            domain = domain.Selector("Sample" + number, sizes[s])
                .Stimuli("Stimulus" + number, "Sample" + number, rows[s].Select(row => string.Join(" ", row)).ToArray());
        }

        int items = random.Next(3) == 0 ? random.Next(1, 4) : 0;
        if (items > 0)
        {
            domain = domain.OneHot("Item", items);
            sizes = [.. sizes, items];
        }

        List<string[]> inputs = Product(sizes)
            .Select(values => values.SelectMany((value, i) =>
                i < selectors ? rows[i][value] : Enumerable.Range(0, items).Select(v => v == value ? "1" : "0")).ToArray())
            .ToList();
        return new(domain, inputs, RandomGate(random, inputs));
    }

    // A coin per datapoint, or a threshold unit in floating point, as it is or with one or two datapoints turned.
    private static bool[] RandomGate(Random random, List<string[]> inputs)
    {
        int kind = random.Next(4);
        if (kind == 0)
        {
            return inputs.Select(_ => random.Next(2) == 0).ToArray();
        }

        double[] weights = inputs[0].Select(_ => random.Next(2) == 0 ? random.Next(-3, 4) : random.NextDouble() - 0.5).ToArray();
        bool[] gate = inputs.Select(input => input.Zip(weights, (x, w) => Approximate(x) * w).Sum() > 0).ToArray();
        for (int turn = 1; turn < kind; turn++)
        {
            gate[random.Next(gate.Length)] ^= true;
        }

        return gate;
    }

    private static double Approximate(string number)
    {
        string[] parts = number.Split('/');
        double top = double.Parse(parts[0], CultureInfo.InvariantCulture);
        return parts.Length == 1 ? top : top / double.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    private static IEnumerable<int[]> Product(int[] sizes) =>
        sizes.Aggregate<int, IEnumerable<int[]>>([[]], (products, size) =>
            products.SelectMany(product => Enumerable.Range(0, size).Select(value => (int[])[.. product, value])));
}
