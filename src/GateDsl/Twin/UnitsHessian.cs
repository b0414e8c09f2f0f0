using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>
/// The Hessian of the Sum loss of a network of one hidden ReLU layer at its weights, applied to a direction; exact, as the loss is a polynomial
/// as long as no gate changes.
/// </summary>
/// <param name="x">Inputs, features x datapoints.</param>
/// <param name="incoming">W^T, features x units.</param>
/// <param name="outgoing">V, outputs x units.</param>
/// <param name="hidden">h = max(W x, 0), datapoints x units.</param>
/// <param name="residual">E = y - V h, outputs x datapoints.</param>
internal sealed class UnitsHessian(Matrix x, Matrix incoming, Matrix outgoing, Matrix hidden, Matrix residual)
{
    private readonly Matrix _moved = new(hidden.Rows, hidden.Columns);
    private readonly Matrix _back = new(hidden.Rows, hidden.Columns);
    private readonly Matrix _answer = new(residual.Rows, residual.Columns);

    /// <summary>Number of weights.</summary>
    public int Size => incoming.Values.Length + outgoing.Values.Length;

    /// <summary>Multiply-adds of one application.</summary>
    public double Work => 2.0 * hidden.Values.Length * (x.Rows + (2 * residual.Rows));

    /// <summary>Writes the image of a direction, dW^T and then dV, into the second argument.</summary>
    public void Apply(double[] direction, double[] image)
    {
        Matrix moveIn = new(incoming.Rows, incoming.Columns, direction.Take(incoming.Values.Length).ToArray());
        Matrix moveOut = new(outgoing.Rows, outgoing.Columns, direction.Skip(incoming.Values.Length).ToArray());

        // dh = G (dW x); d(V h) = dV h + V dh.
        Array.Clear(_moved.Values, 0, _moved.Values.Length);
        Products.AddTransposeProduct(1, x, moveIn, _moved);
        Gate(_moved);
        Array.Clear(_answer.Values, 0, _answer.Values.Length);
        Products.AddProduct(1, moveOut, hidden.Transpose(), _answer);
        Products.AddProduct(1, outgoing, _moved.Transpose(), _answer);

        // d of the gradients -(V^T E) G x^T and -E h^T.
        Array.Clear(_back.Values, 0, _back.Values.Length);
        Products.AddTransposeProduct(1, residual, moveOut, _back);
        Products.AddTransposeProduct(-1, _answer, outgoing, _back);
        Gate(_back);
        Matrix imageIn = new(incoming.Rows, incoming.Columns);
        Matrix imageOut = new(outgoing.Rows, outgoing.Columns);
        Products.AddProduct(-1, x, _back, imageIn);
        Products.AddProduct(1, _answer, hidden, imageOut);
        Products.AddProduct(-1, residual, _moved, imageOut);
        imageIn.Values.CopyTo(image, 0);
        imageOut.Values.CopyTo(image, imageIn.Values.Length);
    }

    private void Gate(Matrix byUnit)
    {
        for (int i = 0; i < byUnit.Values.Length; i++)
        {
            byUnit.Values[i] = hidden.Values[i] > 0 ? byUnit.Values[i] : 0;
        }
    }
}
