using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>
/// What generated code knows of a network's race: one exact step of the reduced network, the products along pathways, the errors of pathways,
/// and the right-hand side of Eq. 6. Maps and errors of a pathway are its stacked outputs x stacked inputs, row by row.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public abstract class RaceSystem
{
    /// <summary>Number of datapoints N.</summary>
    public abstract int Datapoints { get; }

    /// <summary>Loss of the zero prediction, Sum scale.</summary>
    public abstract double ZeroLoss { get; }

    /// <summary>The network on its data as the engines of the theory see it.</summary>
    public abstract RaceProblem Problem { get; }

    /// <summary>The pathways that are on somewhere.</summary>
    public abstract IReadOnlyList<PathwayEdges> Pathways { get; }

    /// <summary>Names of the scalars of Eq. 6: one for each edge.</summary>
    public abstract IReadOnlyList<string> EdgeNames { get; }

    /// <summary>One exact step of gradient descent; returns the loss before it, Sum scale.</summary>
    public abstract double Step(double eta);

    /// <summary>The weights along a pathway, from the inputs on: the stacked ones into its first module, those between, the stacked ones out.</summary>
    public abstract double[][] Chain(int pathway);

    /// <summary>E(p) of every pathway where its maps are as given (Eq. 4).</summary>
    public abstract void Errors(double[][] maps, double[][] errors);

    /// <summary>The loss where the maps of the pathways are as given, Sum scale.</summary>
    public abstract double Loss(double[][] maps);

    /// <summary>Eq. 6: how fast each scalar grows.</summary>
    public abstract void Rates(ModeSystem modes, double[][] b, double[][] rates);
}
