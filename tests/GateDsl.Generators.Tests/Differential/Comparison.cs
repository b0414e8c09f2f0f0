using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Differential;

/// <summary>Compares what generated code computed with the oracle and says on failure where they part.</summary>
internal sealed class Comparison(string context)
{
    public void Close(string what, double expected, double actual, double tolerance)
    {
        if (!(Math.Abs(expected - actual) <= tolerance * Math.Abs(expected)))
        {
            Fail($"{what}: the oracle says {expected:R}, the generated code {actual:R}.");
        }
    }

    /// <summary>Every entry, within a fraction of the largest entry of all arrays.</summary>
    public void Close(string what, Weights expected, Weights actual, double tolerance)
    {
        double largest = expected.Values.SelectMany(values => values).Select(Math.Abs).DefaultIfEmpty(0).Max();
        foreach ((string name, double[] values) in expected)
        {
            for (int i = 0; i < values.Length; i++)
            {
                if (!(Math.Abs(values[i] - actual[name][i]) <= tolerance * largest))
                {
                    Fail($"{what} of {name}, entry {i}: the oracle says {values[i]:R}, the generated code {actual[name][i]:R} (largest {largest:R}).");
                }
            }
        }
    }

    public void Fail(string message) => Assert.Fail($"{message}\n\n{context}");
}
