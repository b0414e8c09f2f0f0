using System.Numerics;

namespace GateDsl.Gating;

/// <summary>
/// Says whether evidence holds, in exact arithmetic of its own. It shares nothing with the search but the datapoints, the gate and the
/// numbers, knows no shortcut, and is the only thing that has to be right for a verdict to be right.
/// </summary>
internal static class ExactChecker
{
    /// <summary>Whether w·x &gt; 0 where the gate is on and w·x &lt;= 0 where it is off.</summary>
    public static bool Accepts(IDatapoints datapoints, GatePattern gate, Witness witness, out string reason)
    {
        if (gate.Count != datapoints.Count || witness.Weights.Count != datapoints.Features)
        {
            reason = $"{gate.Count} gates and {witness.Weights.Count} weights "
                + $"for {datapoints.Count} datapoints of {datapoints.Features} features";
            return false;
        }

        for (int n = 0; n < datapoints.Count; n++)
        {
            SparsePoint point = datapoints.Input(n);
            BigInteger top = BigInteger.Zero;
            BigInteger bottom = BigInteger.One;
            for (int i = 0; i < point.Features.Length; i++)
            {
                AddProduct(ref top, ref bottom, witness.Weights[point.Features[i]], point.Values[i]);
            }

            bool isPositive = top.Sign > 0;
            if (isPositive != gate[n])
            {
                string sign = top.IsZero ? "zero" : isPositive ? "positive" : "negative";
                reason = $"w·x is {sign} at {Names.Datapoint(datapoints, n)}, where the gate is {(gate[n] ? "on" : "off")}";
                return false;
            }
        }

        reason = "";
        return true;
    }

    /// <summary>
    /// Whether the multipliers are positive, stand at on-points (at least one) and off-points as they say, no datapoint twice, and both
    /// sums are equal.
    /// </summary>
    public static bool Accepts(IDatapoints datapoints, GatePattern gate, Certificate certificate, out string reason)
    {
        if (gate.Count != datapoints.Count)
        {
            reason = $"{gate.Count} gates for {datapoints.Count} datapoints";
            return false;
        }

        if (certificate.On.Count == 0)
        {
            reason = "no datapoint that is on has a multiplier";
            return false;
        }

        HashSet<int> seen = new();
        BigInteger[] top = new BigInteger[datapoints.Features];
        BigInteger[] bottom = new BigInteger[datapoints.Features];
        for (int f = 0; f < bottom.Length; f++)
        {
            bottom[f] = BigInteger.One;
        }

        for (int side = 0; side < 2; side++)
        {
            bool isOn = side == 0;
            foreach (CertificateTerm term in isOn ? certificate.On : certificate.Off)
            {
                if (term.Datapoint < 0 || term.Datapoint >= datapoints.Count || !seen.Add(term.Datapoint))
                {
                    reason = $"datapoint {term.Datapoint} does not exist or stands twice";
                    return false;
                }

                if (gate[term.Datapoint] != isOn)
                {
                    reason = $"the gate is {(isOn ? "off" : "on")} at {Names.Datapoint(datapoints, term.Datapoint)}";
                    return false;
                }

                if (term.Multiplier.Sign <= 0)
                {
                    reason = $"the multiplier of {Names.Datapoint(datapoints, term.Datapoint)} is not positive";
                    return false;
                }

                SparsePoint point = datapoints.Input(term.Datapoint);
                for (int i = 0; i < point.Features.Length; i++)
                {
                    int f = point.Features[i];
                    AddProduct(ref top[f], ref bottom[f], isOn ? term.Multiplier : -term.Multiplier, point.Values[i]);
                }
            }
        }

        int unequal = Array.FindIndex(top, entry => !entry.IsZero);
        reason = unequal < 0 ? "" : $"the sums differ in {Names.Feature(datapoints, unequal)}";
        return unequal < 0;
    }

    // top/bottom += factor * value, not reduced: the sign of top is all that is asked for.
    private static void AddProduct(ref BigInteger top, ref BigInteger bottom, BigInteger factor, Rational value)
    {
        BigInteger denominator = value.Denominator;
        if (denominator == bottom)
        {
            top += factor * value.Numerator;
            return;
        }

        top = (top * denominator) + (factor * value.Numerator * bottom);
        bottom *= denominator;
    }
}
