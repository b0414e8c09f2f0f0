using Parquet;
using Parquet.Schema;

namespace GateDsl.Sweeps;

/// <summary>The table as Parquet: the CSV's rows and columns with types, and null where the CSV has an empty cell.</summary>
internal static class ParquetTable
{
    /// <summary>Writes the table.</summary>
    public static void Write(Stream stream, Plan plan, RunResult?[] results)
    {
        List<(DataField Field, Func<ParquetRowGroupWriter, DataField, Task> Write)> columns = [.. Columns(plan, [.. results.OfType<RunResult>()])];
        WriteAsync(stream, columns).GetAwaiter().GetResult();
    }

    private static async Task WriteAsync(Stream stream, List<(DataField Field, Func<ParquetRowGroupWriter, DataField, Task> Write)> columns)
    {
        ParquetSchema schema = new([.. columns.Select(column => (Field)column.Field)]);
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(schema, stream);
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        foreach ((DataField field, Func<ParquetRowGroupWriter, DataField, Task> write) in columns)
        {
            await write(group, field);
        }

        group.CompleteValidate();
    }

    private static IEnumerable<(DataField Field, Func<ParquetRowGroupWriter, DataField, Task> Write)> Columns(Plan plan, RunResult[] rows)
    {
        yield return Column("run", rows, row => row.Run);
        for (int i = 0; i < plan.Values.Count; i++)
        {
            int place = i;
            yield return plan.Experiment.Parameters[i] switch
            {
                Parameter<double> number => Column(number.Name, rows, row => plan.PointOf(row.Run).Get(number)),
                Parameter<int> integer => Column(integer.Name, rows, row => plan.PointOf(row.Run).Get(integer)),
                Parameter<bool> flag => Column(flag.Name, rows, row => plan.PointOf(row.Run).Get(flag)),
                Parameter parameter => (
                    new DataField<string>(parameter.Name, false),
                    (group, field) => group.WriteAsync(field, (IReadOnlyCollection<string>)[.. rows.Select(row => plan.PointOf(row.Run).Print(place))])),
            };
        }

        yield return Column("seed", rows, row => plan.SeedOf(row.Run));
        foreach ((string name, int _) in ResultTable.ColumnsOf(rows))
        {
            yield return (new DataField<double?>(name), (group, field) => group.WriteAsync<double>(field, (double?[])[.. rows.Select(row => row.Find(name))]));
        }
    }

    private static (DataField Field, Func<ParquetRowGroupWriter, DataField, Task> Write) Column<T>(string name, RunResult[] rows, Func<RunResult, T> value)
        where T : struct =>
        (new DataField<T>(name), (group, field) => group.WriteAsync<T>(field, (T[])[.. rows.Select(value)]));
}
