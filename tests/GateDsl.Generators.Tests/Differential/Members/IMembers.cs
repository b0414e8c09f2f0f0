using GateDsl.CompilerServices;
using Weights = System.Collections.Generic.Dictionary<string, double[]>;

namespace GateDsl.Generators.Tests.Differential.Members;

/// <summary>Members that a network and its twin have beside those of <see cref="Compiled.ICompiledNetwork"/>, on data and on test data.</summary>
public interface IMembers
{
    void Write(Weights weights);

    double[,] Activations(string layer);

    IReadOnlyList<NamedMatrix> Weights { get; }

    void Save(string path);

    IReadOnlyList<NamedMatrix> Load(string path);

    TrainingLog Train(TrainingOptions options);

    /// <summary>The initial weights of a seed.</summary>
    IReadOnlyList<NamedMatrix> Draw(double sigma, ulong seed);

    IReadOnlyList<(TrainingLog Log, IReadOnlyList<NamedMatrix> Weights)> TrainMany(double sigma, ulong[] seeds, TrainingOptions options);
}

/// <summary>Members of a network alone.</summary>
public interface INetworkMembers : IMembers
{
    NetworkDescription Description { get; }

    /// <summary>The values of the declared properties by their names.</summary>
    IReadOnlyDictionary<string, object> Layers { get; }

    /// <summary>The data set and the test data as the runtime sees them.</summary>
    (BatchData Data, BatchData Test) Sets { get; }

    /// <summary>The report on given gates; null: no gates are given.</summary>
    GateReport? Report();

    /// <summary>Predictions of data sets that were given in every way that their types allow.</summary>
    IEnumerable<(string Way, Weights Predictions)> PredictInEveryWay();

    /// <summary>Trains on the sums of two shards, the data set and the test data.</summary>
    TrainingLog TrainOnShards(TrainingOptions options);

    RaceLog Expect(double sigma, IReadOnlyDictionary<string, double> unitsPerPathway, TrainingOptions options);

    RaceLog ForTwin(double sigma, TwinPrediction prediction, ulong seed, int draws, TrainingOptions options, bool isTested);

    RaceLog ForTwin(double sigma, int epochs, double stepSize, LossScale scale);

    IReadOnlyList<PathwayMode> Modes(double sigma, double? unitsPerPathway);

    double StableStepSize { get; }
}

/// <summary>Members of a twin alone.</summary>
public interface ITwinMembers : IMembers
{
    bool[,] Gates(int hiddenLayer);

    double[] FrozenGates(int hiddenLayer);

    GateCensus Census(int hiddenLayer);
}

/// <summary>A weight matrix as the list of weights has it.</summary>
public sealed record NamedMatrix(string Name, string Source, string Target, int Targets, int Sources, double[] Values);
