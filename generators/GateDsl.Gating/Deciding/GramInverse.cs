using System.Numerics;

namespace GateDsl.Gating;

/// <summary>
/// The inverse of a Gram matrix of integer vectors, as adjugate over determinant, kept up to date in integers while vectors join and leave.
/// All divisions are exact, so numbers never grow beyond minors of the Gram matrix.
/// </summary>
internal sealed class GramInverse
{
    private readonly List<List<BigInteger>> _adjugate = [];

    public int Size => _adjugate.Count;

    /// <summary>Positive: the vectors are linearly independent. One for no vectors.</summary>
    public BigInteger Determinant { get; private set; } = BigInteger.One;

    /// <summary>The adjugate times a vector: <see cref="Determinant"/> times the solution of the normal equations.</summary>
    public BigInteger[] Times(IReadOnlyList<BigInteger> vector)
    {
        BigInteger[] product = new BigInteger[Size];
        for (int i = 0; i < Size; i++)
        {
            BigInteger sum = BigInteger.Zero;
            for (int j = 0; j < Size; j++)
            {
                if (!vector[j].IsZero)
                {
                    sum += _adjugate[i][j] * vector[j];
                }
            }

            product[i] = sum;
        }

        return product;
    }

    /// <summary>Appends a vector that is independent of the others.</summary>
    /// <param name="products">Its inner products with the vectors that are in.</param>
    /// <param name="square">Its inner product with itself.</param>
    public void Append(IReadOnlyList<BigInteger> products, BigInteger square)
    {
        BigInteger[] u = Times(products);
        BigInteger determinant = square * Determinant;
        for (int i = 0; i < Size; i++)
        {
            determinant -= products[i] * u[i];
        }

        if (determinant.Sign <= 0)
        {
            throw new InvalidOperationException("The vector depends on those that are in.");
        }

        for (int i = 0; i < Size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                BigInteger entry = ((determinant * _adjugate[i][j]) + (u[i] * u[j])) / Determinant;
                _adjugate[i][j] = entry;
                _adjugate[j][i] = entry;
            }
        }

        for (int i = 0; i < u.Length; i++)
        {
            _adjugate[i].Add(-u[i]);
        }

        _adjugate.Add([.. u.Select(entry => -entry), Determinant]);
        Determinant = determinant;
    }

    /// <summary>Removes the vector at a position.</summary>
    public void RemoveAt(int position)
    {
        List<BigInteger> row = _adjugate[position];
        BigInteger determinant = row[position];
        for (int i = 0; i < Size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                if (i != position && j != position)
                {
                    BigInteger entry = ((_adjugate[i][j] * determinant) - (row[i] * row[j])) / Determinant;
                    _adjugate[i][j] = entry;
                    _adjugate[j][i] = entry;
                }
            }
        }

        _adjugate.RemoveAt(position);
        foreach (List<BigInteger> other in _adjugate)
        {
            other.RemoveAt(position);
        }

        Determinant = determinant;
    }
}
