namespace GateDsl.CompilerServices;

/// <content>Networks, trainings and races.</content>
public sealed partial class NativeSurface
{
    /// <summary>Makes a network.</summary>
    public int CreateNetwork(nint network, nint start, nint handle) => NativeFault.Guard(() =>
    {
        NativePointer.Require(handle, nameof(handle));
        NativeType type = Find(network);
        (IInitializer initializer, ulong seed) = OptionNames.ReadStart(start, hasSeed: true);
        Give(handle, new NativeState(type, type.Make(initializer, seed)));
    });

    /// <summary>Reads a network from a file.</summary>
    public int Load(nint network, nint path, nint handle) => NativeFault.Guard(() =>
    {
        NativePointer.Require(handle, nameof(handle));
        NativeType type = Find(network);
        Give(handle, new NativeState(type, type.Read(NativePointer.Text(path, nameof(path)))));
    });

    /// <summary>Writes a network to a file.</summary>
    public int Save(long network, nint path) => NativeFault.Guard(() =>
    {
        NativeState state = Network(network);
        state.Type.Write(state.Network, NativePointer.Text(path, nameof(path)));
    });

    /// <summary>Shows the live weights.</summary>
    public int ShowWeights(long network, nint result) => NativeFault.Guard(() =>
    {
        NativeState state = Network(network);
        NativePointer.Require(result, nameof(result));
        Give(result, new NativeResult("weights", state.Type.ShowWeights(state.Network)));
    });

    /// <summary>Takes a step.</summary>
    public unsafe int Step(long network, long dataset, double stepSize, int scale, nint loss)
    {
        // Without a closure: a step of a small network takes a microsecond.
        try
        {
            NativeState state = Network(network);
            double before = state.Type.StepOnce(state.Network, Data(dataset, state.Type), stepSize, Scale(scale));
            if (loss != 0)
            {
                *(double*)loss = before;
            }

            return 0;
        }
        catch (Exception fault)
        {
            return NativeFault.Keep(fault);
        }
    }

    /// <summary>Finds the loss.</summary>
    public int FindLoss(long network, long dataset, int scale, nint loss) => NativeFault.Guard(() =>
    {
        NativeState state = Network(network);
        Set(loss, nameof(loss), state.Type.FindLoss(state.Network, Data(dataset, state.Type), Scale(scale)));
    });

    /// <summary>Finds the predictions.</summary>
    public int Predict(long network, long dataset, nint result) => NativeFault.Guard(() =>
    {
        NativeState state = Network(network);
        BatchData data = Data(dataset, state.Type);
        NativePointer.Require(result, nameof(result));
        Give(result, new NativeResult("predictions", state.Type.FindPredictions(state.Network, data)));
    });

    /// <summary>Finds the gradient.</summary>
    public int FindGradient(long network, long dataset, int scale, nint result) => NativeFault.Guard(() =>
    {
        NativeState state = Network(network);
        BatchData data = Data(dataset, state.Type);
        NativePointer.Require(result, nameof(result));
        Give(result, new NativeResult("gradients", state.Type.FindGradient(state.Network, data, Scale(scale))));
    });

    /// <summary>Finds the activations of a layer.</summary>
    public int FindActivations(long network, long dataset, nint layer, nint result) => NativeFault.Guard(() =>
    {
        NativeState state = Network(network);
        BatchData data = Data(dataset, state.Type);
        NativePointer.Require(result, nameof(result));
        double[,] activations = state.Type.FindActivations(state.Network, data, NativePointer.Text(layer, nameof(layer)));
        Give(result, new NativeResult("activations", [ResultArray.Of("activations", activations)]));
    });

    /// <summary>Finds which unit of a twin is on where.</summary>
    public int FindGates(long twin, long dataset, int layer, nint result) => NativeFault.Guard(() =>
    {
        NativeState state = Network(twin, nameof(twin));
        BatchData data = Data(dataset, state.Type);
        NativePointer.Require(result, nameof(result));
        Give(result, new NativeResult("gates", [ResultArray.Of("gates", state.Type.FindGates(state.Network, data, layer))]));
    });

    /// <summary>The same as numbers for a gate input.</summary>
    public int FindFrozenGates(long twin, long dataset, int layer, nint result) => NativeFault.Guard(() =>
    {
        NativeState state = Network(twin, nameof(twin));
        BatchData data = Data(dataset, state.Type);
        NativePointer.Require(result, nameof(result));
        double[] gates = state.Type.FindFrozenGates(state.Network, data, layer);
        long units = state.Type.Edges.First(edge => edge.Target == $"Hidden{layer}").Targets;
        Give(result, new NativeResult("gates", [new ResultArray("gates", gates, data.Count, units)]));
    });

    /// <summary>Counts the gates of a twin.</summary>
    public int TakeCensus(long twin, long dataset, int layer, nint result) => NativeFault.Guard(() =>
    {
        NativeState state = Network(twin, nameof(twin));
        BatchData data = Data(dataset, state.Type);
        NativePointer.Require(result, nameof(result));
        Give(result, ReportResults.Of(state.Type.TakeCensus(state.Network, data, layer)));
    });

    /// <summary>Trains.</summary>
    public int Train(long network, long dataset, long test, nint options, nint progress, nint poll, nint state, nint log) => NativeFault.Guard(() =>
    {
        NativeState trained = Network(network);
        BatchData data = Data(dataset, trained.Type);
        BatchData? other = Test(test, trained.Type);
        NativePointer.Require(log, nameof(log));
        Callbacks callbacks = new(progress, poll, state);
        TrainingOptions chosen = callbacks.Join(OptionNames.ReadTraining(options));
        Give(log, LogResults.Of(callbacks.Run(() => trained.Type.TrainOne(trained.Network, data, chosen, other))));
    });

    /// <summary>Trains a network for every seed.</summary>
    public unsafe int TrainMany(
        nint network, nint start, nint seeds, int count, long dataset, long test, nint options, nint progress, nint poll, nint state, nint networks,
            nint logs) =>
        NativeFault.Guard(() =>
        {
            NativeType type = Find(network);
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            NativePointer.Require(seeds, nameof(seeds));
            NativePointer.Require(networks, nameof(networks));
            NativePointer.Require(logs, nameof(logs));
            BatchData data = Data(dataset, type);
            BatchData? other = Test(test, type);
            (IInitializer initializer, _) = OptionNames.ReadStart(start, hasSeed: false);
            Callbacks callbacks = new(progress, poll, state);
            TrainingOptions chosen = callbacks.Join(OptionNames.ReadTraining(options));
            ulong[] all = new ReadOnlySpan<ulong>((void*)seeds, count).ToArray();
            IReadOnlyList<(object Network, TrainingLog Log)> trained = callbacks.RunApart(_ => type.TrainSeeds(initializer, all, data, chosen, other));
            NativeResult[] results = [.. trained.Select(one => LogResults.Of(one.Log))];
            for (int i = 0; i < count; i++)
            {
                Give(networks + (i * sizeof(long)), new NativeState(type, trained[i].Network));
                Give(logs + (i * sizeof(long)), results[i]);
            }
        });

    /// <summary>Starts a race from actual weights.</summary>
    public int RaceFrom(long network, long dataset, nint race) => NativeFault.Guard(() =>
    {
        NativeState state = Network(network);
        BatchData data = Data(dataset, state.Type);
        NativePointer.Require(race, nameof(race));
        Give(race, new NativeRace(state.Type, state.Type.RaceFrom(state.Network, data), IsOfTwin: false));
    });

    /// <summary>Starts a race in expectation.</summary>
    public int RaceExpect(nint network, long dataset, nint start, nint race) => NativeFault.Guard(() =>
    {
        NativeType type = Find(network);
        BatchData data = Data(dataset, type);
        NativePointer.Require(race, nameof(race));
        Give(race, new NativeRace(type, type.RaceExpected(data, start), IsOfTwin: false));
    });

    /// <summary>Starts the race of a twin.</summary>
    public int RaceForTwin(nint network, long dataset, nint start, nint race) => NativeFault.Guard(() =>
    {
        NativeType type = Find(network).Declared;
        BatchData data = Data(dataset, type);
        NativePointer.Require(race, nameof(race));
        (double sigma, TwinPrediction prediction, ulong seed, int draws) = OptionNames.ReadTwin(start);
        Give(race, new NativeRace(
            type, type.RaceForTwin(data, sigma, prediction, seed, draws), IsOfTwin: prediction == TwinPrediction.RepresentativeUnits));
    });

    /// <summary>Integrates a race.</summary>
    public int Integrate(long race, long test, nint options, nint progress, nint poll, nint state, nint log) => NativeFault.Guard(() =>
    {
        NativeRace raced = _handles.Get<NativeRace>(race, nameof(race), "a race");
        BatchData? other = Test(test, raced.Type);
        NativePointer.Require(log, nameof(log));
        (TrainingOptions given, Reduction reduction, bool isPlain) = OptionNames.ReadRace(options);
        Callbacks callbacks = new(progress, poll, state);
        TrainingOptions chosen = callbacks.Join(given);

        // Representative units know only options: their plain race is one of options, which can be stopped. Networks are drawn side by side.
        bool hasOptions = raced.IsOfTwin && reduction == Reduction.Exact;
        RaceLog Compute() => raced.Type.IntegrateRace(raced.Race, chosen, reduction, isPlain && !hasOptions, other);
        Give(log, LogResults.Of(raced.IsOfTwin ? callbacks.RunApart(_ => Compute()) : callbacks.Run(Compute)));
    });

    /// <summary>The band of a race log with draws.</summary>
    public int FindBand(long raceLog, double share, nint result) => NativeFault.Guard(() =>
    {
        RaceLog log = Result(raceLog, "race_log").Log as RaceLog ?? throw new ArgumentException("race_log is another result than a race's log.", "race_log");
        NativePointer.Require(result, nameof(result));
        (double[] low, double[] high) = log.Band(share);
        Give(result, new NativeResult("band", [ResultArray.Of("low", low), ResultArray.Of("high", high)]));
    });

    /// <summary>Writes a log.</summary>
    public int SaveLog(long log, nint path) => NativeFault.Guard(() =>
    {
        object? saved = Result(log, nameof(log)).Log;
        string file = NativePointer.Text(path, nameof(path));
        switch (saved)
        {
            case TrainingLog training:
                training.Save(file);
                break;
            case RaceLog race:
                race.Save(file);
                break;
            default:
                throw new ArgumentException("log is another result than a log.", nameof(log));
        }
    });
}
