namespace GateDsl.Generators.Tests.Gating;

/// <summary>
/// Decides slowly, exactly and in a way of its own whether some w has w·x > 0 exactly where a gate is on, over one-hot inputs. There the off
/// side can be made strict too (lower every weight of one input a little), so the perceptron rule with integer weights ends iff there is such a
/// w. If there is none the weights stay bounded (the perceptron cycling theorem), so after finitely many sweeps the same weights come back, and
/// once they have, they will for ever.
/// </summary>
internal static class CyclingPerceptron
{
    private const int MostSweeps = 2_000_000;

    /// <param name="sizes">Values of each one-hot input, the first outermost.</param>
    /// <param name="gate">The gate in domain order.</param>
    public static bool CanImplement(int[] sizes, bool[] gate)
    {
        int[][] points = [.. Enumerable.Range(0, gate.Length).Select(n => Features(sizes, n))];
        int[] weights = new int[sizes.Sum()];
        var seen = new HashSet<string>();
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            if (!seen.Add(string.Join(",", weights)))
            {
                return false;
            }

            bool isWrong = false;
            for (int n = 0; n < gate.Length; n++)
            {
                int sum = points[n].Sum(feature => weights[feature]);
                if (gate[n] ? sum <= 0 : sum >= 0)
                {
                    isWrong = true;
                    foreach (int feature in points[n])
                    {
                        weights[feature] += gate[n] ? 1 : -1;
                    }
                }
            }

            if (!isWrong)
            {
                return true;
            }
        }

        throw new InvalidOperationException("The perceptron neither ended nor came back to where it was.");
    }

    private static int[] Features(int[] sizes, int datapoint)
    {
        int[] features = new int[sizes.Length];
        int offset = sizes.Sum();
        for (int i = sizes.Length - 1; i >= 0; i--)
        {
            offset -= sizes[i];
            features[i] = offset + (datapoint % sizes[i]);
            datapoint /= sizes[i];
        }

        return features;
    }
}
