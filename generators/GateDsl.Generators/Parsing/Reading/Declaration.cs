using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>One class as it was read: what it says, right or wrong, with symbols and locations. Nothing changes it afterwards.</summary>
internal sealed class Declaration
{
    private readonly Dictionary<string, DeclaredLayer> _byName = new(StringComparer.Ordinal);

    /// <param name="layers">All declared layers, faulty ones too, in the order of their source.</param>
    public Declaration(IReadOnlyList<DeclaredLayer> layers)
    {
        Layers = layers;
        foreach (DeclaredLayer layer in layers.Where(layer => !_byName.ContainsKey(layer.Name)))
        {
            _byName.Add(layer.Name, layer);
        }
    }

    public required INamedTypeSymbol Type { get; init; }

    public required Compilation Compilation { get; init; }

    public required CancellationToken Cancellation { get; init; }

    public string Name => Type.Name;

    /// <summary>Where the user wrote the name of the class.</summary>
    public Location Location => Type.UserLocation() ?? Location.None;

    public required DeclaredNetwork Network { get; init; }

    public IReadOnlyList<DeclaredLayer> Layers { get; }

    public required IReadOnlyList<DeclaredStimuli> Stimuli { get; init; }

    /// <summary>Attributes that name a task: several are an error.</summary>
    public required IReadOnlyList<AttributeData> Tasks { get; init; }

    /// <summary>What the only one of them says; null: there is not one, or the C# compiler refuses it.</summary>
    public required DeclaredTask? Task { get; init; }

    public required IReadOnlyList<UndefinedValue> UndefinedInTask { get; init; }

    public required DeclaredTwin? Twin { get; init; }

    /// <summary>The methods of every rule that a gate names, by name: none or several are errors.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<IMethodSymbol>> Rules { get; init; }

    /// <summary>
    /// There is an error that is reported elsewhere: something that the C# compiler refuses, or a type around the class that is not partial.
    /// </summary>
    public required bool IsFaultyElsewhere { get; init; }

    public DeclaredLayer? Layer(string name) => _byName.TryGetValue(name, out DeclaredLayer? layer) ? layer : null;

    /// <summary>The one-hot input or selector of that name, with any case of the first letter.</summary>
    public DeclaredLayer? IndexNamed(string name)
    {
        DeclaredLayer? exact = Layer(name);
        return exact is { IsIndex: true }
            ? exact
            : Layers.FirstOrDefault(layer => layer.IsIndex && Identifier.IsSameParameter(layer.Name, name));
    }
}
