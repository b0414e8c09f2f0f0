using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>A pathway as the reductions see it: its stacked inputs and outputs.</summary>
/// <param name="Name">Its modules joined by '>'; empty: no hidden module.</param>
/// <param name="OutputUnits">Units of its stacked outputs.</param>
/// <param name="InputUnits">Units of its stacked inputs.</param>
/// <param name="Edges">Which scalar of Eq. 6 each of its edges has, from the inputs on.</param>
internal sealed record PathwayEdges(string Name, int OutputUnits, int InputUnits, params IReadOnlyList<int> Edges)
{
    /// <summary>Its last module, to name it in messages.</summary>
    public string Module => Name.Length == 0 ? "the direct paths" : Name;

    /// <summary>W_p, stacked outputs x stacked inputs, row by row, of the matrices along the pathway, from the inputs on.</summary>
    public double[] Product(double[][] chain)
    {
        Matrix product = new(chain[0].Length / Math.Max(1, InputUnits), InputUnits, chain[0]);
        foreach (double[] weights in chain.Skip(1))
        {
            product = new Matrix(weights.Length / product.Rows, product.Rows, weights).Times(product);
        }

        return product.Values;
    }
}
