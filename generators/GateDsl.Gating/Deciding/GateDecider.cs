using System.Numerics;

namespace GateDsl.Gating;

/// <summary>Decides what a ReLU unit of the first hidden layer can do with a gate [P1 Lemma 4.1 and beyond].</summary>
internal static class GateDecider
{
    /// <summary>
    /// The class of a gate with its evidence, which the exact checker has accepted; or the limit that was met.
    /// </summary>
    /// <param name="datapoints">A domain or a data set.</param>
    /// <param name="pattern">The gate on it.</param>
    /// <param name="work">Limit of the arithmetic; see <see cref="WorkBudget"/>.</param>
    /// <param name="cancellation">Ends a long decision: an editor asks again with every key.</param>
    /// <exception cref="ArgumentException">The gate has another number of datapoints.</exception>
    public static Verdict Decide(
        IDatapoints datapoints, GatePattern pattern, long work = WorkBudget.Default, CancellationToken cancellation = default)
    {
        if (pattern.Count != datapoints.Count)
        {
            throw new ArgumentException($"The gate has {pattern.Count} datapoints, not {datapoints.Count}.", nameof(pattern));
        }

        if (pattern.OnCount == 0)
        {
            return Implementable(datapoints, pattern, new BigInteger[datapoints.Features]);
        }

        if (datapoints.UnknownInput is { } unknown)
        {
            return Verdict.Unchecked(UnknownValues(unknown));
        }

        if (EqualInputsOf(datapoints, pattern) is { } equal)
        {
            // Where the input is zero, the on-point contradicts itself.
            bool isZero = datapoints.Input(equal.On).Features.Length == 0;
            PointMultiplier on = new(equal.On, BigInteger.One);
            return NotImplementable(datapoints, pattern, isZero ? [on] : [on, new(equal.Off, BigInteger.One)], equal);
        }

        WorkBudget budget = new(work, cancellation);
        LinearAnswer answer = datapoints switch
        {
            Domain domain => DomainSolver.Solve(domain, pattern, budget),
            DatapointTable table => PointSolver.Solve(table, pattern, budget),
            _ => throw new ArgumentException("Neither a domain nor a data set.", nameof(datapoints)),
        };
        if (answer.Weights is { } weights)
        {
            return Implementable(datapoints, pattern, weights);
        }

        return answer.Multipliers is { } multipliers
            ? NotImplementable(datapoints, pattern, multipliers, null)
            : Verdict.Unchecked($"it needs more than {budget.Limit} steps of exact arithmetic on {datapoints.Count} datapoints");
    }

    /// <summary>Why nothing is decided where an input may be anything, as a clause.</summary>
    public static string UnknownValues(string input) => $"the values of {input} are not known";

    private static Verdict Implementable(IDatapoints datapoints, GatePattern pattern, BigInteger[] weights)
    {
        BigInteger divisor = weights.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        Witness witness = new(divisor.IsZero ? weights : weights.Select(weight => weight / divisor).ToArray());
        return ExactChecker.Accepts(datapoints, pattern, witness, out string reason)
            ? Verdict.Implementable(PatternClassifier.Classify(datapoints, pattern), witness)
            : InternalError(reason);
    }

    private static Verdict NotImplementable(
        IDatapoints datapoints, GatePattern pattern, IReadOnlyList<PointMultiplier> multipliers, EqualInputs? equal)
    {
        BigInteger divisor = multipliers.Aggregate(BigInteger.Zero, (sum, term) => BigInteger.GreatestCommonDivisor(sum, term.Multiplier));
        ILookup<bool, CertificateTerm> terms = multipliers
            .OrderBy(term => term.Point)
            .ToLookup(term => pattern[term.Point], term => new CertificateTerm(term.Point, term.Multiplier / divisor));
        Certificate certificate = new(terms[true].ToList(), terms[false].ToList());
        return ExactChecker.Accepts(datapoints, pattern, certificate, out string reason)
            ? Verdict.NotImplementable(certificate, equal)
            : InternalError(reason);
    }

    // Never a wrong verdict: evidence that does not hold is not shown.
    private static Verdict InternalError(string reason) => Verdict.Unchecked("internal error, the evidence found does not hold: " + reason);

    /// <summary>A datapoint that is on and one that is off although the network input, which must be known, is the same; null: none.</summary>
    public static EqualInputs? EqualInputsOf(IDatapoints datapoints, GatePattern pattern)
    {
        for (int n = 0; n < datapoints.Count; n++)
        {
            int first = datapoints.FirstWithSameInput(n);
            if (pattern[n] != pattern[first])
            {
                return pattern[n] ? new(n, first) : new(first, n);
            }
        }

        return null;
    }
}
