using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Racing;

/// <summary>The race of a generated network behind plain arrays; the class that implements it is compiled beside the declaration.</summary>
public interface IRacer
{
    /// <summary>Race.From(network with these weights, data).Integrate(...).</summary>
    RaceLog From(Weights weights, int epochs, double stepSize, LossScale scale, Reduction reduction);
}
