using GateDsl.Generators.Naming;
using GateDsl.Identifying;

namespace GateDsl;

/// <summary>
/// What a ReLU network of several hidden layers will do, before any network is trained (representative networks, mathematics.md, ReLU networks): its
/// losses, the gates of every layer by class, and which of its layers a linear one can stand for.
/// </summary>
public record DeepForecastResult
{
    /// <summary>A candidate is taken where it is no farther from the ReLU network than this many times what two of the latter are from each other.</summary>
    public const double MostApart = 2;

    private readonly IdentificationData _data;

    internal DeepForecastResult(IdentificationData data) => _data = data;

    /// <summary>The epochs at which gates were read.</summary>
    public required IReadOnlyList<int> Epochs { get; init; }

    /// <summary>The forecast loss, one per epoch before its update, with its draws and their band.</summary>
    public required RaceLog Prediction { get; init; }

    /// <summary>The hidden layers, first to last.</summary>
    public required IReadOnlyList<ForecastLayer> Layers { get; init; }

    /// <summary>The epoch at which the loss first rests; where it rests nowhere, that at which half of it is first gone, or the last.</summary>
    public required int FirstRest { get; init; }

    /// <summary>By the number of linear layers, 0 (the ReLU network itself) to all.</summary>
    public required IReadOnlyList<LinearCandidate> Candidates { get; init; }

    /// <summary>
    /// The one that is declared: the most linear layers with which a draw is within <see cref="MostApart"/> times the distance of two draws of the
    /// ReLU network.
    /// </summary>
    public required LinearCandidate Chosen { get; init; }

    /// <summary>The layers whose always-on units say how wide a linear one is.</summary>
    internal virtual IReadOnlyList<ForecastLayer> Judged => Layers;

    /// <summary>The declaration as C# text in the global namespace, with the evidence. Equal results give equal text; line ends are \n.</summary>
    /// <param name="className">Name of the class.</param>
    /// <exception cref="ArgumentException">The name is none for a class, or that of something in it.</exception>
    public string ToDeclaration(string className) =>
        !InputChecks.IsIdentifier(className)
            ? throw new ArgumentException($"{className} is no name for a class: letters and digits, the first a capital.", nameof(className))
        : ReservedNames.Owner(className) is { } owner
            ? throw new ArgumentException($"{className} is the name of {owner} of the class: it needs another one.", nameof(className))
        : DeepDeclarationWriter.Has(className, this, _data)
            ? throw new ArgumentException($"{className} is the name of an input or a layer of the declaration: the class needs another one.", nameof(className))
        : DeepDeclarationWriter.Write(className, this, _data);
}
