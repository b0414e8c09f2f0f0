using GateDsl;
using Paper.Fig5;

namespace Paper.Generalisation;

/// <summary>P1's contexts, some pairs of item and context held out: every item and every context is still seen, and the pairs lie evenly over both.</summary>
internal sealed class HeldOutPairs
{
    private readonly ContextTask _task;

    public HeldOutPairs(ContextStructure structure)
    {
        _task = ContextTask.Create(GeneralisationSettings.Contexts, structure, Fig5Settings.Objects);
        int count = (int)Math.Round((double)_task.Count / GeneralisationSettings.OneIn);
        Pairs = [.. Enumerable.Range(0, count).Select(k => (k * _task.ObjectCount / count, k % _task.ContextCount))];
        Training = At(n => !IsHeldOut(n));
        HeldOut = At(IsHeldOut);
    }

    /// <summary>Item and context of every pair that is held out.</summary>
    public (int Item, int Context)[] Pairs { get; }

    /// <summary>The other pairs.</summary>
    public ThreeContexts.Dataset Training { get; }

    /// <summary>All pairs that are held out.</summary>
    public ThreeContexts.Dataset HeldOut { get; }

    private bool IsHeldOut(int n) => Pairs.Contains((_task.Items[n], _task.Contexts[n]));

    private ThreeContexts.Dataset At(Func<int, bool> isWanted)
    {
        int[] wanted = [.. Enumerable.Range(0, _task.Count).Where(isWanted)];
        return ThreeContexts.Dataset.Create(
            wanted.Select(n => _task.Items[n]).ToArray(),
            wanted.Select(n => _task.Contexts[n]).ToArray(),
            wanted.SelectMany(n => _task.Targets.AsSpan(n * _task.TargetWidth, _task.TargetWidth).ToArray()).ToArray());
    }
}
