using GateDsl.Generators.Model;
using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Planning.Batch;

/// <summary>
/// The calls for one module: in one group, so that the copies of a bank can become a loop, but edges from the copies of a bank each in their own, so
/// that they can.
/// </summary>
internal sealed class ModuleGroups(IEnumerable<FormulaPart> formula)
{
    private readonly List<CallGroup> _closed = [];
    private readonly List<KernelCall> _open = [];
    private EquatableArray<FormulaPart> _formula = formula.ToEquatableArray();

    public IEnumerable<CallGroup> All
    {
        get
        {
            Close();
            return _closed;
        }
    }

    /// <summary>Successive edges that are the matrices of one member, together.</summary>
    public static IEnumerable<IReadOnlyList<EdgePlan>> Runs(IEnumerable<EdgePlan> edges)
    {
        List<EdgePlan> run = [];
        foreach (EdgePlan edge in edges)
        {
            if (run.Count > 0 && run[0].Member != edge.Member)
            {
                yield return run;
                run = [];
            }

            run.Add(edge);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    public void Add(KernelCall call) => _open.Add(call);

    public void AddEdges(IEnumerable<EdgePlan> edges, Func<EdgePlan, IEnumerable<KernelCall>> calls)
    {
        foreach (IReadOnlyList<EdgePlan> run in Runs(edges))
        {
            foreach (EdgePlan edge in run)
            {
                if (run.Count > 1)
                {
                    Close();
                }

                _open.AddRange(calls(edge));
            }

            if (run.Count > 1)
            {
                Close();
            }
        }
    }

    private void Close()
    {
        if (_open.Count == 0 && _formula.Count == 0)
        {
            return;
        }

        _closed.Add(new CallGroup(_formula, _open.ToEquatableArray()));
        _open.Clear();
        _formula = [];
    }
}
