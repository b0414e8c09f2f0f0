namespace GateDsl.Gating;

/// <summary>
/// A data set over one-hot inputs that has every combination of their values: its gates are gates over a domain, whose structure decides
/// them faster than the bare points would.
/// </summary>
internal sealed class ProductTable
{
    private readonly int[] _rowOf;

    private ProductTable(Domain domain, int[] rowOf)
    {
        Domain = domain;
        _rowOf = rowOf;
    }

    public Domain Domain { get; }

    /// <summary>The first datapoint of the data set at a datapoint of the domain.</summary>
    public int RowOf(int datapoint) => _rowOf[datapoint];

    /// <summary>The gate of the data set as one over the domain.</summary>
    public GatePattern ToDomain(GatePattern gate) => GatePattern.From(Domain.Count, n => gate[_rowOf[n]]);

    public static ProductTable? Of(DatapointTable table, TableColumn[] fed)
    {
        IndexColumn[] columns = fed.OfType<IndexColumn>().ToArray();
        DomainIndex[] indices = columns.Select(column => column.Index).ToArray();
        if (columns.Length == 0 || columns.Length < fed.Length || Domain.Size(indices) > Math.Min(table.Count, Domain.MaxDatapoints))
        {
            return null;
        }

        Domain domain = new(indices);
        int[] rowOf = Enumerable.Repeat(-1, domain.Count).ToArray();
        for (int n = table.Count - 1; n >= 0; n--)
        {
            rowOf[columns.Select((column, i) => column.Values[n] * domain.Stride(i)).Sum()] = n;
        }

        return rowOf.Contains(-1) ? null : new(domain, rowOf);
    }
}
