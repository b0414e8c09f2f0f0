namespace GateDsl.Samples.Running;

/// <summary>Shows how far the work is.</summary>
public interface IProgressDisplay
{
    /// <summary>Runs <paramref name="run"/> while showing what it tells the board.</summary>
    void Follow(IReadOnlyList<WorkLabel> work, Action<IProgressBoard> run);
}

/// <summary>Told of progress, from any thread.</summary>
public interface IProgressBoard
{
    /// <summary>A piece of work has come as far as <paramref name="share"/> of it, 0 to 1.</summary>
    void Advance(int index, double share);

    /// <summary>A piece of work is done.</summary>
    void Done(int index, TimeSpan elapsed);
}

/// <summary>What a piece of work is called.</summary>
public readonly record struct WorkLabel(string Name, ulong Seed);
