using GateDsl.Generators.Diagnostics;
using GateDsl.Generators.Parsing.Reading;

namespace GateDsl.Generators.Parsing.Checking;

/// <summary>The graph of layers has no cycle. Every cycle found is reported once, at the edge that closes it.</summary>
internal static class CycleCheck
{
    public static IEnumerable<Finding> Find(Declaration declaration)
    {
        Search search = new(declaration);
        return [.. declaration.Layers.SelectMany(search.Visit)];
    }

    /// <summary>Depth first, against the direction of the edges: an edge to a layer on the current walk closes a cycle.</summary>
    private sealed class Search(Declaration declaration)
    {
        private readonly HashSet<DeclaredLayer> _done = [];
        private readonly List<DeclaredLayer> _walk = [];

        public IReadOnlyList<Finding> Visit(DeclaredLayer layer)
        {
            if (_done.Contains(layer))
            {
                return [];
            }

            List<Finding> findings = [];
            _walk.Add(layer);
            foreach (NameArgument source in layer.Sources)
            {
                if (declaration.Layer(source.Name) is not { } from)
                {
                    continue;
                }

                int start = _walk.IndexOf(from);
                if (start >= 0)
                {
                    // The walk goes from target to source; said in the direction of the edges it reads backwards.
                    IEnumerable<string> names = _walk.Skip(start).Reverse().Prepend(from).Select(member => member.Name);
                    findings.Add(EdgeDescriptors.Cycle.At(source.Location, string.Join(" -> ", names)));
                }
                else
                {
                    findings.AddRange(Visit(from));
                }
            }

            _walk.RemoveAt(_walk.Count - 1);
            _done.Add(layer);
            return findings;
        }
    }
}
