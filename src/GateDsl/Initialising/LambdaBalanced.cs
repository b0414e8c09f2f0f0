using GateDsl.Theory.LinearAlgebra;
using GateDsl.Theory.Sampling;

namespace GateDsl;

/// <summary>
/// Lambda-balanced weights of a path with one hidden layer, W2^T W2 - W1 W1^T = lambda I (mathematics.md, Rich and lazy): one layer is given or
/// drawn, the other is
/// O sqrt(W1 W1^T + lambda I), O with orthonormal columns. Above 0 the outgoing layer is the larger one, below 0 the incoming one.
/// </summary>
public static class LambdaBalanced
{
    /// <summary>W1 from N(0, sigma^2) and the W2 that balances it; for lambda below 0 W2 is drawn and W1 balances it.</summary>
    /// <param name="inputs">Input units, at least 1.</param>
    /// <param name="hidden">Hidden units, at least 1; for lambda above 0 no more than outputs, below 0 no more than inputs.</param>
    /// <param name="outputs">Output units, at least 1; for lambda = 0 no fewer than the smaller of inputs and hidden units.</param>
    /// <param name="sigma">Standard deviation of the layer that is drawn, finite and not negative.</param>
    /// <param name="lambda">lambda, finite.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <exception cref="ArgumentException">A number is out of its range, or there are no such weights; the message names the bound.</exception>
    public static (double[,] Incoming, double[,] Outgoing) Draw(int inputs, int hidden, int outputs, double sigma, double lambda, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hidden, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        if (!(sigma >= 0 && double.IsFinite(sigma)))
        {
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "The standard deviation must be finite and not negative.");
        }

        NormalSampler sampler = new(seed, "drawn");
        if (lambda < 0)
        {
            Matrix outgoing = new Matrix(outputs, hidden, sampler.Draw(outputs * hidden)).Times(sigma);
            Matrix incoming = Balance(outgoing.Transpose(), inputs, -lambda, seed, nameof(inputs)).Transpose();
            return (MatrixArgument.ToArray(incoming), MatrixArgument.ToArray(outgoing));
        }

        Matrix drawn = new Matrix(hidden, inputs, sampler.Draw(hidden * inputs)).Times(sigma);
        return (MatrixArgument.ToArray(drawn), MatrixArgument.ToArray(Balance(drawn, outputs, lambda, seed, nameof(outputs))));
    }

    /// <summary>A W2 that balances a given W1.</summary>
    /// <param name="incoming">W1, hidden x inputs.</param>
    /// <param name="outputs">Output units, at least the rank of W1 W1^T + lambda I.</param>
    /// <param name="lambda">lambda, finite; no less than minus the smallest eigenvalue of W1 W1^T.</param>
    /// <param name="seed">Seed of O.</param>
    /// <exception cref="ArgumentException">There is no such W2; the message names the bound.</exception>
    public static double[,] Outgoing(double[,] incoming, int outputs, double lambda, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        return MatrixArgument.ToArray(Balance(MatrixArgument.Of(incoming, nameof(incoming)), outputs, lambda, seed, nameof(outputs)));
    }

    // O sqrt(W W^T + lambda I) from the left singular vectors of W; directions without strength need no column of O.
    private static Matrix Balance(Matrix w, int others, double lambda, ulong seed, string parameter)
    {
        if (!double.IsFinite(lambda))
        {
            throw new ArgumentOutOfRangeException(nameof(lambda), lambda, "The number must be finite.");
        }

        SymmetricEigen gram = SymmetricEigen.Of(w.Times(w.Transpose()));
        int hidden = w.Rows;
        double rounding = 1e-12 * (hidden == 0 ? 0 : gram.Values[0]);
        double[] squares = [.. gram.Values.Select((value, k) => (k < w.Columns ? Math.Max(0, value) : 0) + lambda)];
        if (squares.Any(square => square < -rounding))
        {
            throw new ArgumentOutOfRangeException(
                nameof(lambda), lambda, $"Lambda must be at least {lambda - squares.Min():R}, minus the smallest eigenvalue of the given layer's Gram matrix.");
        }

        int rank = squares.Count(square => square > rounding);
        if (rank > others)
        {
            throw new ArgumentOutOfRangeException(
                parameter, others, $"The other layer has a Gram matrix of rank {rank}: it needs at least {rank} units at its far end.");
        }

        Matrix frame = ThinQr.Of(new Matrix(others, rank, new NormalSampler(seed, "orthonormal").Draw(others * rank))).Q;
        Matrix scaled = new(rank, hidden);
        for (int k = 0; k < rank; k++)
        {
            for (int i = 0; i < hidden; i++)
            {
                scaled[k, i] = Math.Sqrt(squares[k]) * gram.Vectors[i, k];
            }
        }

        return frame.Times(scaled);
    }
}
