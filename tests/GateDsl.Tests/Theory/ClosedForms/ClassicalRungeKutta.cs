namespace GateDsl.Tests.Theory.ClosedForms;

/// <summary>The fixed-step method of fourth order, written out: what closed forms are compared with.</summary>
internal static class ClassicalRungeKutta
{
    public static double[] Advance(Func<double[], double[]> slope, double[] state, double time, int steps)
    {
        double h = time / steps;
        for (int step = 0; step < steps; step++)
        {
            double[] k1 = slope(state);
            double[] k2 = slope(Plus(state, h / 2, k1));
            double[] k3 = slope(Plus(state, h / 2, k2));
            double[] k4 = slope(Plus(state, h, k3));
            state = [.. state.Select((value, i) => value + (h / 6 * (k1[i] + (2 * k2[i]) + (2 * k3[i]) + k4[i])))];
        }

        return state;
    }

    private static double[] Plus(double[] state, double factor, double[] slope) => [.. state.Select((value, i) => value + (factor * slope[i]))];
}
