namespace GateDsl.Mutation.Campaign;

/// <summary>
/// Mutants that change nothing that is promised, by name, each under the reason why. The file: a reason behind #, then the mutants it holds for.
/// </summary>
internal sealed class EquivalentMutants
{
    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);

    public EquivalentMutants(string path)
    {
        string reason = "";
        foreach (string line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            if (line.StartsWith('#'))
            {
                reason = line[1..].Trim();
            }
            else if (line.Length > 0)
            {
                _reasons[line.Trim()] = reason;
            }
        }
    }

    public IReadOnlyCollection<string> Names => _reasons.Keys;

    public bool Contains(string name) => _reasons.ContainsKey(name);
}
