using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>A network, or a twin, as the C surface calls it, whatever its precision. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public abstract class NativeType
{
    /// <param name="name">By which callers know it.</param>
    /// <param name="fullName">With its namespace.</param>
    protected NativeType(string name, string fullName) => (Name, FullName) = (name, fullName);

    /// <summary>By which callers know it.</summary>
    internal string Name { get; }

    /// <summary>With its namespace.</summary>
    internal string FullName { get; }

    /// <summary>float32 or float64.</summary>
    internal abstract string Precision { get; }

    /// <summary>The declared network: itself, or whose twin it is.</summary>
    internal abstract NativeType Declared { get; }

    /// <summary>The network's twin; null: none.</summary>
    internal virtual NativeType? Twin => null;

    /// <summary>The declared network's architecture.</summary>
    internal abstract NetworkDescription Architecture { get; }

    /// <summary>Its weight matrices; the gates of a twin's are not told.</summary>
    internal virtual IReadOnlyList<EdgeDescription> Edges => Architecture.Edges;

    /// <summary>The task that it is declared for; null: none.</summary>
    internal virtual string? TaskName => null;

    /// <summary>What a twin's units are multiplied with where they are off.</summary>
    internal virtual double Slope => 0;

    /// <summary>The arguments of its data sets.</summary>
    internal NativeArgument[] Arguments => field ??= NativeArgument.Of(Architecture);

    internal abstract object Make(IInitializer initializer, ulong seed);

    internal abstract object Read(string path);

    internal abstract void Write(object network, string path);

    internal abstract double StepOnce(object network, BatchData data, double stepSize, LossScale scale);

    internal abstract double FindLoss(object network, BatchData data, LossScale scale);

    internal abstract TrainingLog TrainOne(object network, BatchData data, TrainingOptions options, BatchData? test);

    internal abstract IReadOnlyList<(object Network, TrainingLog Log)> TrainSeeds(
        IInitializer initializer, ReadOnlySpan<ulong> seeds, BatchData data, TrainingOptions options, BatchData? test);

    /// <summary>Names, shapes and the arrays themselves.</summary>
    internal abstract IEnumerable<ResultArray> ShowWeights(object network);

    internal abstract IEnumerable<ResultArray> FindGradient(object network, BatchData data, LossScale scale);

    internal abstract IEnumerable<ResultArray> FindPredictions(object network, BatchData data);

    internal abstract double[,] FindActivations(object network, BatchData data, string layer);

    internal virtual BatchData MakeData(GivenArray[] arrays) => throw new NotSupportedException($"{Name} is trained on the data sets of {Declared.Name}.");

    internal virtual IEnumerable<ResultArray> MakeTask() => throw new NotSupportedException($"{Declared.Name} is declared for no task.");

    internal virtual GateReport ReportGates(BatchData data) => Architecture.GateReport();

    internal virtual bool[,] FindGates(object network, BatchData data, int layer) => throw NotTwin("gates by unit");

    internal virtual double[] FindFrozenGates(object network, BatchData data, int layer) => throw NotTwin("gates by unit");

    internal virtual GateCensus TakeCensus(object network, BatchData data, int layer) => throw NotTwin("gates by unit");

    internal virtual object RaceFrom(object network, BatchData data) => throw NotRaced();

    internal virtual object RaceExpected(BatchData data, nint start) => throw NotRaced();

    internal virtual object RaceForTwin(BatchData data, double sigma, TwinPrediction prediction, ulong seed, int draws) => throw NotRaced();

    internal virtual RaceLog IntegrateRace(object race, TrainingOptions options, Reduction reduction, bool isPlain, BatchData? test) => throw NotRaced();

    /// <summary>Hidden layers whose units have gates of their own.</summary>
    internal virtual int GatedLayers => 0;

    private NotSupportedException NotTwin(string what) => new(
        $"{Name} is no ReLU twin: only twins have {what}.{(Twin is null ? "" : $" Its twin is {Twin.Name}.")}");

    private NotSupportedException NotRaced() => new(
        $"{Name} is a ReLU twin: its race is predicted by gatedsl_race_for_twin of {Declared.Name}.");
}
