using System.ComponentModel;
using System.Numerics;

namespace GateDsl.CompilerServices;

/// <summary>
/// The weights of one training by statistics: packed copies, in other bases where that saves work. They live inside one call of Train; the
/// network gets its weights back before the call returns, throws or reports progress. Used by generated code.
/// </summary>
/// <typeparam name="T">Float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public abstract class StatisticsTraining<T>
    where T : unmanaged, INumber<T>
{
    private static readonly Dictionary<string, LayerBasis> NoBases = [];

    private Dictionary<string, LayerBasis> _bases = NoBases;
    private EdgeMatrix<T>[] _network = [];
    private T[][] _before = [];

    /// <summary>W_e, packed, in the order of the network's edges.</summary>
    public abstract EdgeMatrix<T>[] Weights { get; }

    /// <summary>What was reduced and why, as a sentence.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>One step of gradient descent on the Sum scale; returns the loss before it.</summary>
    public abstract double Step(double eta);

    /// <summary>Takes the weights of a network.</summary>
    /// <param name="network">Its matrices.</param>
    /// <param name="choice">What is reduced, and why.</param>
    /// <param name="inputs">Bases of inputs; null: none.</param>
    public void Enter(EdgeMatrix<T>[] network, ReductionChoice choice, IReadOnlyDictionary<string, LayerBasis>? inputs = null)
    {
        _network = network;
        Reason = choice.Reason;
        _bases = ReducedWeights.Bases(network, Weights, inputs ?? NoBases);
        ReducedWeights.Enter(network, Weights, _bases);
        _before = [.. Weights.Select(edge => _bases.Count == 0 ? [] : (T[])edge.Values.Clone())];
    }

    /// <summary>Takes weights of the same shape as they are.</summary>
    public void Enter(EdgeMatrix<T>[] weights) => ReducedWeights.Enter(weights, Weights, NoBases);

    /// <summary>Gives the network its weights.</summary>
    public void Leave() => ReducedWeights.Leave(Weights, _before, _network, _bases);

    /// <summary>Copies the weights as they are.</summary>
    public void Leave(EdgeMatrix<T>[] weights) => ReducedWeights.Copy(Weights, weights);
}
