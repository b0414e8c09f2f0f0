using GateDsl.Generators.Model;

namespace GateDsl.Generators.Planning.Data;

/// <summary>How the numbers of a data set are given: in which precision, and which gate inputs as open or closed.</summary>
/// <param name="Scalar">"double" or "float".</param>
/// <param name="Booleans">Names of the gate inputs that are given as bool.</param>
internal sealed record WayOfGiving(string Scalar, EquatableArray<string> Booleans)
{
    /// <summary>Gate inputs up to which each may be bool or not; of more all are, or none.</summary>
    private const int MostApart = 3;

    /// <summary>All ways that the types of arguments tell apart.</summary>
    public static IEnumerable<WayOfGiving> Of(NetworkModel model)
    {
        LayerModel[] given = [.. model.Layers.Where(layer => layer.Kind != LayerKindModel.Hidden)];
        string[] gates = [.. given.Where(layer => layer.Kind == LayerKindModel.GateInput).Select(layer => layer.Name)];
        IEnumerable<EquatableArray<string>> choices = gates.Length > MostApart
            ? [[], gates.ToEquatableArray()]
            : Enumerable.Range(0, 1 << gates.Length).Select(bits => gates.Where((_, i) => (bits >> i & 1) == 1).ToEquatableArray());
        HashSet<string> seen = new(StringComparer.Ordinal);
        return
            from booleans in choices.ToArray()
            from scalar in new[] { "double", "float" }
            let way = new WayOfGiving(scalar, booleans)
            where seen.Add(string.Join(",", given.Select(way.TypeOf)))
            select way;
    }

    public string TypeOf(LayerModel layer) => layer.IsGivenAsIndices ? "int" : Booleans.Contains(layer.Name) ? "bool" : Scalar;

    /// <summary>What differs from the way that is documented; null: nothing.</summary>
    public string? InWords
    {
        get
        {
            string[] differences =
            [
                .. Scalar == "double" ? [] : new[] { "numbers are given in single precision" },
                .. Booleans.Count == 0 ? [] : new[] { $"{string.Join(" and ", Booleans)} {(Booleans.Count == 1 ? "is" : "are")} given as open or closed" },
            ];
            return differences.Length == 0 ? null : string.Join(" and ", differences);
        }
    }
}
