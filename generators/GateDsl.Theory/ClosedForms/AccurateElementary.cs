namespace GateDsl.Theory.ClosedForms;

/// <summary>e^x - 1 and ln(1 + x) without cancellation at small x, by Kahan's quotients.</summary>
internal static class AccurateElementary
{
    /// <summary>e^x - 1.</summary>
    public static double ExpMinusOne(double x)
    {
        double exponential = Math.Exp(x);
        if (exponential == 1)
        {
            return x;
        }

        double difference = exponential - 1;
        return difference == -1 || double.IsPositiveInfinity(exponential) ? difference : difference * x / Math.Log(exponential);
    }

    /// <summary>ln(1 + x) for x of at least -1.</summary>
    public static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : double.IsInfinity(sum) ? sum : Math.Log(sum) * x / (sum - 1);
    }
}
