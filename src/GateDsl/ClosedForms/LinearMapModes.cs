using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>
/// The best linear map from inputs to targets, mode by mode: Y pinv(X) X = U S V^T with Y targets x datapoints and X inputs x datapoints. Mode k
/// reads the input vector v = pinv(X^T) V_k.
/// </summary>
internal sealed class LinearMapModes
{
    private LinearMapModes(double[] strengths, double[] inputStrengths, double squaredTargets) =>
        (Strengths, InputStrengths, SquaredTargets) = (strengths, inputStrengths, squaredTargets);

    /// <summary>S, falling; as many as X has independent rows.</summary>
    public double[] Strengths { get; }

    /// <summary>d = 1/|v|^2, by mode; 1 where the mode is not there (S = 0).</summary>
    public double[] InputStrengths { get; }

    /// <summary>|Y|^2.</summary>
    public double SquaredTargets { get; }

    /// <param name="inputs">Datapoints x inputs.</param>
    /// <param name="targets">Datapoints x targets.</param>
    public static LinearMapModes Of(Matrix inputs, Matrix targets)
    {
        SingularValues x = SingularValues.Of(inputs);
        int rank = x.Rank();
        SingularValues reached = SingularValues.Of(x.U.FirstColumns(rank).TransposeTimes(targets));
        double[] inputStrengths = new double[reached.S.Length];
        for (int mode = 0; mode < inputStrengths.Length; mode++)
        {
            double square = 0;
            for (int i = 0; i < rank; i++)
            {
                double part = reached.U[i, mode] / x.S[i];
                square += part * part;
            }

            inputStrengths[mode] = 1 / square;
        }

        return new LinearMapModes(reached.S, inputStrengths, targets.Values.Sum(value => value * value));
    }

    /// <summary>min over A of rank <paramref name="rank"/> of 1/2 |Y - A X|^2.</summary>
    public double LossOfRank(int rank) => 0.5 * (SquaredTargets - Strengths.Take(rank).Sum(s => s * s));
}
