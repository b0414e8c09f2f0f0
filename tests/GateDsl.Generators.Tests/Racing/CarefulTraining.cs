using GateDsl.Generators.Tests.Differential.Compiled;
using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Racing;

/// <summary>A training by batch whose step stays below a quarter of the stable bound all along the run.</summary>
/// <param name="Losses">Sum loss before every update.</param>
/// <param name="StepSize">Step on the Sum scale.</param>
internal sealed record CarefulTraining(double[] Losses, double StepSize)
{
    private const int Looks = 4;

    public static CarefulTraining Run(ICompiledNetwork network, Weights start, int epochs)
    {
        double bound = StableBound.At(network, start);
        double step = double.IsFinite(bound) ? bound / 4 : 0.1;
        while (true)
        {
            network.Write(start);
            if (Try(network, step, epochs / Looks, out double[] losses, out double smallest))
            {
                return new CarefulTraining(losses, step);
            }

            step = Math.Min(step / 2, smallest / 5);
        }
    }

    private static bool Try(ICompiledNetwork network, double step, int epochs, out double[] losses, out double smallest)
    {
        List<double> all = [];
        smallest = double.PositiveInfinity;
        for (int look = 0; look < Looks; look++)
        {
            try
            {
                all.AddRange(network.Train(new TrainingOptions { Epochs = epochs, StepSize = step, Method = TrainingMethod.Batch }).Loss);
            }
            catch (TrainingDivergedException)
            {
                break;
            }

            smallest = Math.Min(smallest, StableBound.At(network, network.Read()));
            if (step > smallest / 4)
            {
                break;
            }
        }

        losses = [.. all];
        return losses.Length == Looks * epochs;
    }
}
