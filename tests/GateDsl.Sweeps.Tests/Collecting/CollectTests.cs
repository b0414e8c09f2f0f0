using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace GateDsl.Sweeps.Tests.Collecting;

public sealed class CollectTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WritesARowForEachRunWithNumbersToTheirLastBit()
    {
        Probe.Run(_folder.Path, "plan", "probe", "--set", "x=0.1,7", "--set", "milliseconds=0", "--seeds", "3..5,18446744073709551615").Well();
        Probe.Run(_folder.Path, "run").Well();
        string[] lines = System.Text.Encoding.UTF8.GetString(Probe.Table(_folder.Path)).Split('\n');
        Assert.Equal("run,x,milliseconds,how,file,kilobytes,seed,third,odd,\"fifth, maybe\"", lines[0]);
        Assert.Equal(10, lines.Length);
        Assert.Equal("", lines[^1]);
        for (int run = 0; run < 8; run++)
        {
            string[] cells = lines[run + 1].Split(',');
            double x = run < 4 ? 0.1 : 7;
            ulong seed = run % 4 == 3 ? ulong.MaxValue : (ulong)(3 + (run % 4));
            Assert.Equal([$"{run}", x.ToString(CultureInfo.InvariantCulture), "0", "well", "false", "0", $"{seed}"], cells[..7]);
            Assert.Equal((x + seed) / 3, double.Parse(cells[7], CultureInfo.InvariantCulture));
            Assert.Equal(seed % 7 == 1 ? double.PositiveInfinity : -Math.Sqrt(seed), double.Parse(cells[8], CultureInfo.InvariantCulture));
            Assert.Equal(seed % 5 == 0 ? (1e-300 * seed).ToString("R", CultureInfo.InvariantCulture) : "", cells[9]);
        }
    }

    [Fact]
    public void WritesNothingWhereRunsAreMissingUnlessToldTo()
    {
        Probe.Run(_folder.Path, "plan", "probe", "--set", "how=well,throws", "--seeds", "0..9").Well();
        Ended nothing = Probe.Run(_folder.Path, "collect");
        Assert.Equal(3, nothing.Code);
        Assert.Contains("missing: 0-19\n", nothing.Error);

        Probe.Run(_folder.Path, "run", "--index", "1", "--of", "2");
        Ended some = Probe.Run(_folder.Path, "collect");
        Assert.Equal(3, some.Code);
        Assert.Contains("missing: 0, 2, 4, 6, 8, 10, 12, 14, 16, 18\n", some.Error);
        Assert.Contains("failed: 11, 13, 15, 17, 19\n", some.Error);
        Assert.Contains("run 11 (x=1 milliseconds=1 how=throws file=false kilobytes=0 seed=1) failed: InvalidOperationException", some.Error);
        Assert.False(File.Exists(_folder["all.csv"]));

        Probe.Run(_folder.Path, "collect", "--partial", "--resources", "resources.csv").Well();
        Assert.Equal(["run", "1", "3", "5", "7", "9"], File.ReadAllLines(_folder["all.csv"]).Select(line => line.Split(',')[0]));
        string[] resources = File.ReadAllLines(_folder["resources.csv"]);
        Assert.Equal("run,seconds,cpu_seconds,peak_bytes", resources[0]);
        Assert.Equal(11, resources.Length);
        Assert.All(resources[1..], line => Assert.True(double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture) >= 0));
    }

    [Fact]
    public async Task WritesTheSameTableAsParquet()
    {
        Probe.Run(_folder.Path, "plan", "probe", "--set", "x=0.1,7", "--set", "milliseconds=0", "--seeds", "3..6").Well();
        Probe.Run(_folder.Path, "run").Well();
        string[][] csv = [.. System.Text.Encoding.UTF8.GetString(Probe.Table(_folder.Path)).Split('\n')[1..^1].Select(line => line.Split(','))];
        Probe.Run(_folder.Path, "collect", "--out", "all.parquet").Well();
        Probe.Run(_folder.Path, "collect", "--out", "again.parquet").Well();
        Assert.Equal(File.ReadAllBytes(_folder["all.parquet"]), File.ReadAllBytes(_folder["again.parquet"]));

        await using ParquetReader reader = await ParquetReader.CreateAsync(_folder["all.parquet"]);
        using ParquetRowGroupReader group = reader.OpenRowGroupReader(0);
        DataField[] fields = reader.Schema.GetDataFields();
        Assert.Equal(
            [
                "run Int32", "x Double", "milliseconds Int32", "how ReadOnlyMemory`1", "file Boolean", "kilobytes Int32", "seed UInt64",
                "third Double", "odd Double", "fifth, maybe Double",
            ],
            fields.Select(field => $"{field.Name} {field.ClrType.Name}"));
        double[] x = new double[8];
        await group.ReadAsync<double>(fields[1], x);
        Assert.Equal(csv.Select(cells => double.Parse(cells[1], CultureInfo.InvariantCulture)), x);
        string[] how = new string[8];
        await group.ReadAsync(fields[3], how);
        Assert.Equal(csv.Select(cells => cells[3]), how);
        double?[] fifth = new double?[8];
        await group.ReadAsync<double>(fields[9], fifth);
        Assert.Equal(csv.Select(cells => cells[9].Length == 0 ? (double?)null : double.Parse(cells[9], CultureInfo.InvariantCulture)), fifth);
    }

    [Fact]
    public void LeavesTheTableAloneThatIsThereWhereRunsAreMissing()
    {
        Probe.Run(_folder.Path, "plan", "probe").Well();
        File.WriteAllText(_folder["all.csv"], "of yesterday");
        Assert.Equal(3, Probe.Run(_folder.Path, "collect").Code);
        Assert.Equal("of yesterday", File.ReadAllText(_folder["all.csv"]));
    }
}
