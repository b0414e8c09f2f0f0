namespace GateDsl.Theory.LinearAlgebra;

/// <summary>
/// Matrix products. Every product adds scaled rows to rows, in the order of the contracted index, so its bits do not depend on how wide the
/// machine's vectors are.
/// </summary>
internal static class Products
{
    /// <summary>A B.</summary>
    public static Matrix Times(this Matrix a, Matrix b)
    {
        Matrix product = new(a.Rows, b.Columns);
        AddProduct(1, a, b, product);
        return product;
    }

    /// <summary>scale A.</summary>
    public static Matrix Times(this Matrix a, double scale)
    {
        Matrix product = a.Copy();
        for (int i = 0; i < product.Values.Length; i++)
        {
            product.Values[i] *= scale;
        }

        return product;
    }

    /// <summary>A^T B.</summary>
    public static Matrix TransposeTimes(this Matrix a, Matrix b)
    {
        Matrix product = new(a.Columns, b.Columns);
        AddTransposeProduct(1, a, b, product);
        return product;
    }

    /// <summary>A B^T.</summary>
    public static Matrix TimesTranspose(this Matrix a, Matrix b) => a.Times(b.Transpose());

    /// <summary>C += scale A B.</summary>
    public static void AddProduct(double scale, Matrix a, Matrix b, Matrix c)
    {
        Require(a.Columns == b.Rows && c.Rows == a.Rows && c.Columns == b.Columns, a, b, c);
        for (int i = 0; i < a.Rows; i++)
        {
            Rows.AddCombination(scale, a.Values, i * a.Columns, 1, a.Columns, b.Values, 0, b.Columns, b.Columns, c.Values, i * c.Columns);
        }
    }

    /// <summary>C += scale A^T B.</summary>
    public static void AddTransposeProduct(double scale, Matrix a, Matrix b, Matrix c)
    {
        Require(a.Rows == b.Rows && c.Rows == a.Columns && c.Columns == b.Columns, a, b, c);
        for (int i = 0; i < a.Columns; i++)
        {
            Rows.AddCombination(scale, a.Values, i, a.Columns, a.Rows, b.Values, 0, b.Columns, b.Columns, c.Values, i * c.Columns);
        }
    }

    private static void Require(bool fits, Matrix a, Matrix b, Matrix c)
    {
        if (!fits)
        {
            throw new ArgumentException(
                $"The shapes {a.Rows} x {a.Columns}, {b.Rows} x {b.Columns} and {c.Rows} x {c.Columns} do not fit the product.");
        }
    }
}
