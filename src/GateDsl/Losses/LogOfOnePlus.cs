namespace GateDsl;

/// <summary>log(1 + x) for x of at least 0, with the digits of x where x is small.</summary>
internal static class LogOfOnePlus
{
    public static double At(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }
}
