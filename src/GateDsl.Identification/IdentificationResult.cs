using System.Globalization;
using GateDsl.Generators.Naming;
using GateDsl.Identifying;

namespace GateDsl;

/// <summary>Which gated network a ReLU network is, and how far that can be trusted (P1 App. B).</summary>
public class IdentificationResult
{
    private readonly IdentificationData _data;
    private readonly DeclarationPlan _plan;

    internal IdentificationResult(IdentificationData data, DeclarationPlan plan) => (_data, _plan) = (data, plan);

    /// <summary>The modules found: the one that is always on first, then by falling share.</summary>
    public required IReadOnlyList<IdentifiedModule> Modules { get; init; }

    /// <summary>What was tried: one entry per number of clusters k, from 1 up.</summary>
    public required IReadOnlyList<ModuleCandidate> Candidates { get; init; }

    /// <summary>What <see cref="ModuleCandidate.Error"/> is made of.</summary>
    public required IdentificationError ErrorKind { get; init; }

    /// <summary>How k was chosen.</summary>
    public required ElbowChoice Elbow { get; init; }

    /// <summary>Units H of the network.</summary>
    public required int Units { get; init; }

    /// <summary>Recordings read; for a forecast every draw at every epoch is one.</summary>
    public required int Recordings { get; init; }

    /// <summary>Rows: units of all recordings.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows that are on nowhere; they are set aside.</summary>
    public required int DeadRows { get; init; }

    /// <summary>Rows that are on everywhere, whose gate is constant; they take part, as the module that is always on.</summary>
    public required int AlwaysOnRows { get; init; }

    /// <summary>Where path strengths come from.</summary>
    public required PathStrengthSource StrengthSource { get; init; }

    /// <summary>Share of gate bits, weighted by path strength, that differ from the gate of the unit's module.</summary>
    public required double Residual { get; init; }

    /// <summary>
    /// Share of repetitions that find exactly these gates: the smaller of that over other starts and that over bootstrap samples of the rows.
    /// </summary>
    public required double Stability { get; init; }

    /// <summary>Why these modules do not explain the network well, each reason a sentence; empty: they do.</summary>
    public required IReadOnlyList<string> Doubts { get; init; }

    /// <summary>Whether the modules explain the network.</summary>
    public bool WellExplained => Doubts.Count == 0;

    /// <summary>
    /// Where the gates have no rule (<see cref="IdentificationData.GatesComeWithData"/>), what the declaration's gate input takes: datapoints x
    /// gates, in the order of <c>GatedBy</c>. Null: the declaration says its gates itself.
    /// </summary>
    public bool[,]? GateNumbers
    {
        get
        {
            int[] numbered = [.. Enumerable.Range(0, Modules.Count).Where(m => _plan.Wordings[m].Number is not null)];
            if (numbered.Length == 0)
            {
                return null;
            }

            bool[,] gates = new bool[_data.Count, numbered.Length];
            foreach (int m in numbered)
            {
                for (int n = 0; n < _data.Count; n++)
                {
                    gates[n, _plan.Wordings[m].Number!.Value] = Modules[m].Gate[n];
                }
            }

            return gates;
        }
    }

    /// <summary>Writes <see cref="GateNumbers"/> as a .npy file, datapoints x gates, 1 where open. It is there whole, or as it was before.</summary>
    /// <param name="path">Where to.</param>
    /// <exception cref="InvalidOperationException">The declaration says its gates itself.</exception>
    /// <exception cref="IOException">The disk is full, or the folder is not there.</exception>
    public void SaveGates(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        bool[,] gates = GateNumbers ?? throw new InvalidOperationException("The declaration says its gates itself: there are none to save.");
        double[] numbers = [.. gates.Cast<bool>().Select(open => open ? 1.0 : 0.0)];
        StagedFile.Write(path, stream => NpyWriter.Write(stream, StoredArray.Of("", numbers, gates.GetLength(0), gates.GetLength(1))));
    }

    /// <summary>
    /// The losses of the identified network, with the width rule and initial weights like the ReLU network's: the Gram reduction in expectation
    /// (theory: exact for its gates).
    /// </summary>
    /// <param name="sigma">Standard deviation of the initial weights.</param>
    /// <param name="stepSize">Step size of full-batch gradient descent.</param>
    /// <param name="epochs">Number of epochs.</param>
    /// <param name="lossScale">Scale of the losses and the step size.</param>
    /// <returns>One loss per epoch, before its update.</returns>
    /// <exception cref="InvalidOperationException">The targets are not known.</exception>
    /// <exception cref="TrainingDivergedException">The step size is too large.</exception>
    public double[] PredictLoss(double sigma, double stepSize, int epochs, LossScale lossScale = LossScale.Sum) => _data.HasTargets
        ? LossPrediction.Of(_data, [.. Modules.Select(module => module.Gate.ToArray())], Units, sigma, stepSize, epochs, lossScale)
            ?? throw new TrainingDivergedException(epochs, double.NaN, stepSize, double.NaN)
        : throw new InvalidOperationException("Losses need targets: add them to the data.");

    /// <summary>
    /// The declaration as C# text in the global namespace. It compiles without a warning, what it claims is checked by the compiler, and comments
    /// say where each module came from. Equal results give equal text; line ends are \n.
    /// </summary>
    /// <param name="className">Name of the class.</param>
    /// <exception cref="ArgumentException">The name is none for a class, or that of something in it.</exception>
    /// <exception cref="InvalidOperationException">There is no module to declare; the message says why.</exception>
    public string ToDeclaration(string className) =>
        !InputChecks.IsIdentifier(className)
            ? throw new ArgumentException($"{className} is no name for a class: letters and digits, the first a capital.", nameof(className))
        : ReservedNames.Owner(className) is { } owner
            ? throw new ArgumentException($"{className} is the name of {owner} of the class: it needs another one.", nameof(className))
        : _plan.Has(className)
            ? throw new ArgumentException(
                $"{className} is the name of an input, a layer or a rule of the declaration: the class needs another one.", nameof(className))
        : Modules.Count == 0
            ? throw new InvalidOperationException(NothingFound)
        : DeclarationWriter.Write(className, this, _data, _plan);

    /// <summary>Why there is no module.</summary>
    private string NothingFound => string.Create(
        CultureInfo.InvariantCulture,
        $"No module was found: in each of {Elbow.Clusters} clusters of gates the units that hold most of the path strength are off, whichever the datapoint; they share no gate.");
}
