using GateDsl.Generators.Tests.Differential.Oracle;
using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Differential.Compiled;

/// <summary>
/// A generated network with its data set behind plain arrays. The class that implements it is written beside the declaration and compiled with
/// it, so that spans need no reflection.
/// </summary>
public interface ICompiledNetwork
{
    void Write(Weights weights);

    Weights Read();

    Weights Predict();

    double Loss(LossScale scale);

    Weights Gradient(LossScale scale);

    double Step(double stepSize);

    TrainingLog Train(TrainingOptions options);
}

/// <summary>Makes a network with its data set.</summary>
public delegate ICompiledNetwork CompiledFactory(Data data);
