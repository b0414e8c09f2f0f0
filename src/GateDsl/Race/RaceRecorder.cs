namespace GateDsl;

/// <summary>Collects the losses and mode strengths of a race; refuses what is not finite.</summary>
internal sealed class RaceRecorder(RaceSystem race, ModeSystem modes, int epochs, double scale, double stepSize)
{
    private readonly double[] _losses = new double[epochs];
    private readonly double[][,] _strengths = [.. modes.Pathways.Select(pathway => new double[epochs, pathway.Count])];
    private readonly double[][] _maps = [.. race.Pathways.Select(shape => new double[shape.OutputUnits * shape.InputUnits])];
    private double _bound = double.PositiveInfinity;

    /// <summary>A flow of which an epoch is too many time constants is a step size that is too large.</summary>
    public T Following<T>(Func<T> flow)
    {
        try
        {
            return flow();
        }
        catch (ArithmeticException)
        {
            throw new TrainingDivergedException(
                "The flow of the modes cannot be followed in double precision: an epoch is too many of their time constants",
                0, race.ZeroLoss * scale, stepSize, race.Problem.StableStepSize() / scale);
        }
    }

    public void Record(int epoch, double[][] strengths)
    {
        for (int p = 0; p < _maps.Length; p++)
        {
            modes.Pathways[p].Compose(strengths[p], _maps[p]);
        }

        Record(epoch, race.Loss(_maps), strengths);
    }

    public void Record(int epoch, double loss, double[][] strengths)
    {
        Interruption.EndIfAsked();
        if (!double.IsFinite(loss) || loss > _bound)
        {
            throw new TrainingDivergedException(epoch, loss * scale, stepSize, race.Problem.StableStepSize() / scale);
        }

        if (epoch == 0)
        {
            _bound = TrainingLoop.GrowthBound * Math.Max(loss, race.ZeroLoss);
        }

        _losses[epoch] = loss * scale;
        for (int p = 0; p < strengths.Length; p++)
        {
            for (int k = 0; k < strengths[p].Length; k++)
            {
                _strengths[p][epoch, k] = strengths[p][k];
            }
        }
    }

    public RaceLog Log() => new(
        _losses, race.Pathways.Select((shape, p) => (shape.Name, p)).ToDictionary(pair => pair.Name, pair => _strengths[pair.p]));
}
