using GateDsl;

namespace Paper.Routing;

/// <summary>
/// The race of P2 in one scalar per edge and mode, from the Start that P2 gives it: as epochs of gradient descent, and as its flow, which keeps
/// M b1^2 - b2^2.
/// </summary>
/// <param name="Steps">By mode, before each update.</param>
/// <param name="Flow">By mode, at the same times.</param>
/// <param name="StepLoss">Of all modes by gradient descent.</param>
/// <param name="FlowLoss">Of all modes by the flow.</param>
internal sealed record ScalarRace(RoutingMode[][] Steps, RoutingMode[][] Flow, double[] StepLoss, double[] FlowLoss)
{
    public static ScalarRace Of(RoutingProblem problem, int epochs)
    {
        const double Start = RoutingSettings.Gain / RoutingSettings.GainPerScalar;
        RoutingRace[] races = [.. problem.SingularValues.Select(s => new RoutingRace(problem.Domains, problem.Trained, s))];
        double[] times = [.. Enumerable.Range(0, epochs).Select(epoch => (double)epoch)];
        RoutingMode[][] steps = [.. races.Select(race => race.Steps(new RoutingMode(Start, Start, Start), epochs, RoutingSettings.StepSize))];
        RoutingMode[][] flow = [.. races.Select(race => race.Flow(Start, Start, times, race.TimeConstant(RoutingSettings.StepSize)))];
        return new ScalarRace(steps, flow, Loss(races, steps), Loss(races, flow));
    }

    private static double[] Loss(RoutingRace[] races, RoutingMode[][] modes) =>
        [.. Enumerable.Range(0, modes[0].Length).Select(epoch => races.Index().Sum(race => race.Item.Loss(modes[race.Index][epoch])))];
}
