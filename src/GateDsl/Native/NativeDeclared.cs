using System.ComponentModel;
using System.Numerics;

namespace GateDsl.CompilerServices;

/// <summary>A declared network as the C surface calls it. Used by generated code.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <typeparam name="TData">Its data sets.</typeparam>
/// <typeparam name="T">Float or double.</typeparam>
/// <typeparam name="TRace">Its races.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public abstract class NativeDeclared<TNetwork, TData, T, TRace> : NativeTrained<TNetwork, TData, T>
    where TNetwork : class
    where TData : BatchData
    where T : struct, IFloatingPointIeee754<T>
    where TRace : class
{
    /// <param name="name">By which callers know the network.</param>
    /// <param name="fullName">With its namespace.</param>
    /// <param name="task">The task that it is declared for; null: none.</param>
    protected NativeDeclared(string name, string fullName, string? task = null)
        : base(name, fullName) => TaskName = task;

    /// <summary>Its twin; null: none is declared.</summary>
    public NativeType? ReluTwin { get; init; }

    internal override NativeType? Twin => ReluTwin;

    internal override string? TaskName { get; }

    internal override NativeType Declared => this;

    internal override NetworkDescription Architecture => Description;

    /// <summary>Its architecture.</summary>
    protected abstract NetworkDescription Description { get; }

    /// <summary>Makes a data set.</summary>
    protected abstract TData Create(NativeArguments arguments);

    /// <summary>The arrays of the task that it is declared for, in the order of the arguments of a data set; null: none.</summary>
    protected virtual Array[]? Task => null;

    /// <summary>The gates on the datapoints of a data set, where they are given with it; null: they are declared.</summary>
    protected virtual GateReport? Report(TData data) => null;

    /// <summary>The race from actual weights.</summary>
    protected abstract TRace From(TNetwork network, TData data);

    /// <summary>The race in expectation, from one standard deviation.</summary>
    protected abstract TRace Expect(TData data, double sigma, double? unitsPerPathway, int? draws, ulong seed);

    /// <summary>The race in expectation, with the units of every pathway.</summary>
    protected abstract TRace Expect(TData data, double sigma, IReadOnlyDictionary<string, double> unitsPerPathway, int? draws, ulong seed);

    /// <summary>The race in expectation over an initialiser.</summary>
    protected abstract TRace Expect(TData data, IInitializer initializer, int? draws, ulong seed);

    /// <summary>The race of the twin.</summary>
    protected abstract TRace ForTwin(TData data, double sigma, TwinPrediction prediction, ulong seed, int draws);

    /// <summary>Integrates a race plainly.</summary>
    protected abstract RaceLog Integrate(TRace race, int epochs, double stepSize, LossScale scale, Reduction reduction);

    /// <summary>Integrates a race with the options of a training.</summary>
    protected abstract RaceLog Integrate(TRace race, TrainingOptions options, TData? test);

    internal override BatchData MakeData(GivenArray[] arrays) => Create(new NativeArguments(Name, Arguments, arrays));

    internal override IEnumerable<ResultArray> MakeTask() => Task is { } arrays
        ? Arguments.Zip(arrays, (argument, values) => argument.IsIndex
            ? new ResultArray(argument.Name, values, values.Length)
            : new ResultArray(argument.Name, values, values.Length / argument.Units, argument.Units))
        : base.MakeTask();

    internal override GateReport ReportGates(BatchData data) => Report((TData)data) ?? base.ReportGates(data);

    internal override object RaceFrom(object network, BatchData data) => From((TNetwork)network, (TData)data);

    internal override object RaceExpected(BatchData data, nint start) => OptionNames.ReadExpectation(
        start,
        (sigma, units, draws, seed) => Expect((TData)data, sigma, units, draws, seed),
        (sigma, units, draws, seed) => Expect((TData)data, sigma, units, draws, seed),
        (initializer, draws, seed) => Expect((TData)data, initializer, draws, seed));

    internal override object RaceForTwin(BatchData data, double sigma, TwinPrediction prediction, ulong seed, int draws) =>
        ForTwin((TData)data, sigma, prediction, seed, draws);

    internal override RaceLog IntegrateRace(object race, TrainingOptions options, Reduction reduction, bool isPlain, BatchData? test)
    {
        if (isPlain && test is null)
        {
            return Integrate((TRace)race, options.Epochs, options.StepSize, options.LossScale, reduction);
        }

        return reduction == Reduction.Exact ? Integrate((TRace)race, options, (TData?)test) : throw new ArgumentException(
            "With a test set, or with other options than epochs, step_size and loss_scale, the reduction is exact.", nameof(reduction));
    }
}
