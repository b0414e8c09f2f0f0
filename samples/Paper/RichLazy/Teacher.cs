using GateDsl;

namespace Paper.RichLazy;

/// <summary>
/// A linear map y = U S V^T x with orthonormal U and V, and inputs with X^T X = 1 over the datapoints: on the Sum scale every input direction has d = 1, and
/// the modes have the strengths S.
/// </summary>
internal static class Teacher
{
    public static Student.Dataset Data()
    {
        (int count, int inputs, int outputs, int modes) =
            (RichLazySettings.Datapoints, RichLazySettings.Inputs, RichLazySettings.Outputs, RichLazySettings.Strengths.Length);
        double[] x = Frame("stimuli", count, inputs);
        double[] u = Frame("answers", outputs, modes);
        double[] v = Frame("features", inputs, modes);
        double[] y = new double[count * outputs];
        for (int n = 0; n < count; n++)
        {
            for (int k = 0; k < modes; k++)
            {
                double feature = Enumerable.Range(0, inputs).Sum(i => x[(n * inputs) + i] * v[(i * modes) + k]);
                for (int o = 0; o < outputs; o++)
                {
                    y[(n * outputs) + o] += RichLazySettings.Strengths[k] * u[(o * modes) + k] * feature;
                }
            }
        }

        return Student.Dataset.Create(x, y);
    }

    /// <summary>Orthonormal columns, row by row.</summary>
    private static double[] Frame(string name, int rows, int columns)
    {
        double[] frame = new double[rows * columns];
        Orthogonal.WithGain(1).Fill(name, rows, columns, seed: 0, frame);
        return frame;
    }
}
