using GateDsl.Generators.Model;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>How many copies a bank has.</summary>
internal static class CopyCount
{
    /// <summary>Copies of a bank over an index; null where the index or the size is in error. Stops counting at a billion.</summary>
    public static long? Of(Declaration declaration, DeclaredCopies copies)
    {
        if (declaration.Layer(copies.Index.Name) is not { Units: { } values } index || !(index.IsIndex || index.Kind == LayerKindModel.GateInput) || values < 1)
        {
            return null;
        }

        return copies.SubsetSize is not { } size ? values
            : size < 1 || size > values ? null
            : Subsets(values, size);
    }

    /// <summary>Copies of a layer: 1 unless it is a bank.</summary>
    public static long? Of(Declaration declaration, DeclaredLayer layer) =>
        layer.Copies.Count == 0 ? 1 : Of(declaration, layer.Copies[0]);

    /// <summary>Subsets of that size; 0 where there are not as many values.</summary>
    public static long Subsets(long values, long size)
    {
        if (size > values)
        {
            return 0;
        }

        long count = 1;
        for (long i = 1; i <= Math.Min(size, values - size) && count < 1_000_000_000; i++)
        {
            count = count * (values - Math.Min(size, values - size) + i) / i;
        }

        return count;
    }
}
