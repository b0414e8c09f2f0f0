using GateDsl.Theory.EffectiveData;
using GateDsl.Theory.LinearAlgebra;

namespace GateDsl;

/// <summary>
/// What an expectation over starts loses on data that were not trained on, beyond the loss of the expected map (mathematics.md, Data that were not
/// trained on): descent never moves W1 on x_perp, the part of an input outside the span of the trained inputs of its pathway, so there W1 stays
/// as it was drawn, and E|W2 W1 x_perp|^2 = sigma1^2 |x_perp|^2 tr Q22. Squared losses.
/// </summary>
internal sealed class OutsideLoss
{
    /// <summary>A part outside the span counts where it is longer than this share of the input.</summary>
    private const double Least = 1e-12;

    private readonly List<(EdgeMatrix<double> Outgoing, double Weight)> _terms = [];

    /// <param name="trained">The network on the data it is trained on.</param>
    /// <param name="tested">The network on the test data.</param>
    /// <param name="start">An expectation; its weights are only read for their names.</param>
    public OutsideLoss(RaceProblem trained, RaceProblem tested, StartWeights start)
    {
        (ReductionProblem train, ReductionProblem test) = (trained.ToProblem(), tested.ToProblem());
        for (int p = 0; p < train.Pathways.Length; p++)
        {
            Pathway pathway = train.Pathways[p];
            if (pathway.Modules.Length == 0)
            {
                continue;
            }

            double[] outside = Outside(train, pathway, test, test.Pathways[p], start);
            foreach (GatedBlock output in test.Pathways[p].Outputs)
            {
                OutputBlock block = test.Outputs[output.Block];
                double weight = Enumerable.Range(0, test.Count).Where(n => IsOn(output.On, n) && IsOn(block.Active, n)).Sum(n => outside[n]) / 2;
                if (weight > 0)
                {
                    _terms.Add((Find(start.Weights, pathway.Name, block.Name), weight));
                }
            }
        }
    }

    /// <summary>The loss at weights that stand in the order of the start, on the Sum scale.</summary>
    public double Of<T>(EdgeMatrix<T>[] weights)
        where T : struct, System.Numerics.INumber<T>
    {
        double sum = 0;
        foreach ((EdgeMatrix<double> outgoing, double weight) in _terms)
        {
            double squares = 0;
            foreach (T value in weights.First(edge => edge.Name == outgoing.Name).Values)
            {
                double w = double.CreateTruncating(value);
                squares += w * w;
            }

            sum += weight * squares;
        }

        return sum;
    }

    // sigma1^2 |x_perp|^2 of every test datapoint, over the stacked inputs of the pathway.
    private static double[] Outside(ReductionProblem train, Pathway trained, ReductionProblem test, Pathway tested, StartWeights start)
    {
        Matrix x = Stack(train, trained);
        Matrix y = Stack(test, tested);
        Matrix basis = SpanBasis.OfRows(x);
        Matrix inside = y.Times(basis).TimesTranspose(basis);
        double[] column = [.. trained.Inputs.SelectMany(input => Enumerable.Repeat(
            start.Variances![Find(start.Weights, train.Inputs[input.Block].Name, trained.Name).Name], train.Inputs[input.Block].Width))];
        double[] outside = new double[test.Count];
        for (int n = 0; n < outside.Length; n++)
        {
            (double perp, double whole) = (0, 0);
            for (int i = 0; i < column.Length; i++)
            {
                double difference = y[n, i] - inside[n, i];
                perp += column[i] * difference * difference;
                whole += column[i] * y[n, i] * y[n, i];
            }

            outside[n] = perp > Least * Least * whole ? perp : 0;
        }

        return outside;
    }

    private static Matrix Stack(ReductionProblem problem, Pathway pathway)
    {
        Matrix stacked = new(problem.Count, pathway.Inputs.Sum(input => problem.Inputs[input.Block].Width));
        int left = 0;
        foreach (GatedBlock input in pathway.Inputs)
        {
            InputBlock block = problem.Inputs[input.Block];
            for (int n = 0; n < problem.Count; n++)
            {
                if (IsOn(input.On, n))
                {
                    Array.Copy(block.Values, n * block.Width, stacked.Values, (n * stacked.Columns) + left, block.Width);
                }
            }

            left += block.Width;
        }

        return stacked;
    }

    private static EdgeMatrix<double> Find(EdgeMatrix<double>[] weights, string source, string target) =>
        weights.First(edge => edge.Source == source && edge.Target == target);

    private static bool IsOn(bool[]? active, int n) => active is null || active[n];
}
