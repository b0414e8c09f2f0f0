using System.Reflection;

namespace GateDsl.Benchmarks.Comparing;

/// <summary>
/// The multiplications and additions of an epoch that a generated file counts for itself. These are inner matters of generated code, so they
/// are read by reflection.
/// </summary>
internal static class CompiledWork
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    /// <summary>By statistics; with reduced hidden layers where the network has such a form.</summary>
    public static double Statistics<TNetwork>()
    {
        Type compiled = typeof(TNetwork).GetNestedType("Compiled", Any)!;
        FieldInfo work = compiled.GetField("NarrowWork", Any) ?? compiled.GetField("StatisticsWork", Any)!;
        return (long)work.GetValue(null)!;
    }

    /// <summary>By batch.</summary>
    public static double Batch(object network, object data)
    {
        object compiled = network.GetType().GetField("_compiled", Any)!.GetValue(network)!;
        return (long)compiled.GetType().GetMethod("BatchWork", Any)!.Invoke(compiled, [data])!;
    }
}
