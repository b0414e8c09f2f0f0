using GateDsl.Generators.Tests.Differential.Oracle;
using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Racing;

/// <summary>The race of a generated network behind plain arrays; the class that implements it is compiled beside the declaration.</summary>
public interface IRacer
{
    /// <summary>Race.From(network with these weights, data).Integrate(...).</summary>
    RaceLog From(Weights weights, int epochs, double stepSize, LossScale scale, Reduction reduction);

    /// <summary>The same under options, with the loss on other data, and the training itself from the same weights.</summary>
    (RaceLog Race, TrainingLog Training) From(Weights weights, TrainingOptions options, Data test);
}
