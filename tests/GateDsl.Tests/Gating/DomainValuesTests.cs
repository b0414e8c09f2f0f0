using GateDsl.Gating;

namespace GateDsl.Tests.Gating;

/// <summary>The small values that verdicts are made of: patterns, points, tables of datapoints.</summary>
public sealed class DomainValuesTests
{
    [Fact]
    public void PatternsAreComparedByWhereTheyAreOn()
    {
        foreach (int count in (int[])[0, 1, 63, 64, 65, 130])
        {
            GatePattern odd = GatePattern.From(count, n => n % 2 == 1);
            Assert.Equal(count / 2, odd.OnCount);
            Assert.Equal(Enumerable.Range(0, count).Select(n => n % 2 == 1), odd.ToArray());
            Assert.Equal(string.Concat(Enumerable.Range(0, count).Select(n => n % 2)), odd.ToBitString());
            GatePattern same = GatePattern.From(odd.ToArray());
            Assert.True(odd.Equals((object)same));
            Assert.Equal(odd.GetHashCode(), same.GetHashCode());
            Assert.False(odd.Equals(GatePattern.From(count + 1, n => n % 2 == 1)));
            Assert.False(odd.Equals(null));
            Assert.False(odd.Equals((object)"odd"));
            for (int turned = 0; turned < count; turned++)
            {
                Assert.False(odd.Equals(GatePattern.From(count, n => n % 2 == 1 ^ n == turned)));
            }
        }
    }

    [Fact]
    public void PointsAreComparedByFeaturesAndValues()
    {
        SparsePoint point = Point([0, 3], "1/2", "-2");
        Assert.True(point.Equals((object)Point([0, 3], "2/4", "-2")));
        Assert.Equal(point.GetHashCode(), Point([0, 3], "2/4", "-2").GetHashCode());
        Assert.False(point.Equals(Point([0, 4], "1/2", "-2")));
        Assert.False(point.Equals(Point([1, 3], "1/2", "-2")));
        Assert.False(point.Equals(Point([0, 3], "1/2", "2")));
        Assert.False(point.Equals(Point([0, 3], "1/3", "-2")));
        Assert.False(point.Equals(Point([0], "1/2")));
        Assert.False(Point([0], "1/2").Equals(point));
        Assert.False(point.Equals("1/2"));
    }

    [Fact]
    public void DatapointsOfATableAreThoseOfItsDomainWhereEveryCombinationIsThere()
    {
        // Items 1, 0, 1, 0, 2, 2, 1 in contexts 0, 0, 1, 1, 0, 1, 0: the last is the first once more.
        int[] items = [1, 0, 1, 0, 2, 2, 1], contexts = [0, 0, 1, 1, 0, 1, 0];
        DatapointTable table = new(7, [Column("Item", 3, items), Column("Context", 2, contexts)]);
        ProductTable product = Assert.IsType<ProductTable>(table.Product);
        Assert.Equal(6, product.Domain.Count);
        for (int n = 0; n < 6; n++)
        {
            int row = product.RowOf(n);
            Assert.Equal((product.Domain.Value(n, 0), product.Domain.Value(n, 1)), (items[row], contexts[row]));
            Assert.True(row < 6, "the first of two equal datapoints is taken");
        }

        Assert.Equal(table.Input(0), table.Input(6));
        Assert.Equal(0, table.FirstWithSameInput(6));
        Assert.Equal(Enumerable.Range(0, 6), Enumerable.Range(0, 6).Select(table.FirstWithSameInput));
        bool[] gate = [true, false, false, true, false, true, true];
        GatePattern onDomain = product.ToDomain(GatePattern.From(gate));
        Assert.Equal(Enumerable.Range(0, 6).Select(n => gate[product.RowOf(n)]), onDomain.ToArray());
    }

    [Fact]
    public void ATableThatLacksACombinationOrHasADenseInputHasNoDomain()
    {
        Assert.Null(new DatapointTable(3, [Column("Item", 2, 0, 1, 0), Column("Context", 2, 0, 1, 1)]).Product);
        Assert.Null(new DatapointTable(4, [Column("Item", 2, 0, 1, 0, 0), Column("Context", 2, 0, 1, 1, 1)]).Product);
        Assert.NotNull(new DatapointTable(4, [Column("Item", 2, 0, 1, 0, 1), Column("Context", 2, 0, 1, 1, 0)]).Product);
        Assert.Null(new DatapointTable(2, [Column("Item", 2, 0, 1), new DenseColumn("Pixels", 1, [0.5, 1])]).Product);
        Assert.Null(new DatapointTable(2, [new DenseColumn("Pixels", 1, [0.5, 1])]).Product);
    }

    [Fact]
    public void ColumnsThatDoNotFitAreRefusedWithTheirPlace()
    {
        Assert.Equal("Item has 2 values for 3 datapoints.", Refused(3, Column("Item", 2, 0, 1)));
        Assert.Equal("Item has 4 values for 3 datapoints.", Refused(3, Column("Item", 2, 0, 1, 0, 1)));
        Assert.Equal("Pixels has 7 numbers, not 2 for each of 3 datapoints.", Refused(3, new DenseColumn("Pixels", 2, new double[7])));
        Assert.Equal("Item is 2 at datapoint 1; it has the values 0 to 1.", Refused(3, Column("Item", 2, 0, 2, 1)));
        Assert.Equal("Item is -1 at datapoint 2; it has the values 0 to 1.", Refused(3, Column("Item", 2, 0, 1, -1)));
        Assert.Equal("Item is -1 at datapoint 0; it has the values 0 to 1.", Refused(3, Column("Item", 2, -1, 1, 0)));
        Assert.Equal("Pixels has 5 numbers, not 2 for each of 3 datapoints.", Refused(3, new DenseColumn("Pixels", 2, new double[5])));
        Assert.Equal("Pixels is not finite at datapoint 1.", Refused(3, new DenseColumn("Pixels", 2, [0, 0, 0, double.NaN, 0, 0])));
        Assert.Equal("Pixels is not finite at datapoint 0.", Refused(3, new DenseColumn("Pixels", 2, [double.NegativeInfinity, 0, 0, 0, 0, 0])));
    }

    [Fact]
    public void DenseInputsStandBehindTheOthers()
    {
        DatapointTable table = new(2, [Column("Item", 3, 2, 0), new DenseColumn("Pixels", 2, [0, 0.5, -1, 4])]);
        Assert.Equal(5, table.Features);
        Assert.Equal(Point([2, 4], "1", "1/2"), table.Input(0));
        Assert.Equal(Point([0, 3, 4], "1", "-1", "4"), table.Input(1));
        Assert.Null(table.UnknownInput);
        Assert.NotNull(new DatapointTable(1, [new IndexColumn(new DomainIndex("Mode", 2, IndexKind.Selector, IndexRole.Item), [0])]).UnknownInput);
    }

    [Fact]
    public void StimuliThatAreAlikeAreOneGroup()
    {
        Domain domain = Domains.Stimuli("1 0", "0 1", "0 1", "2/2 0", "0 0");
        TableAxis axis = TableAxis.OfDistinctValues(domain, 0);
        Assert.Equal([0, 1, 1, 0, 2], axis.Group);
        Assert.Equal([0, 1, 4], axis.Representative);
        Assert.False(axis.IsOneHot);
        Assert.Equal([0, 1, 1, 0, 4], Enumerable.Range(0, 5).Select(domain.FirstWithSameInput));
        Assert.Equal([0, 0, 1, 1], TableAxis.OfDistinctValues(Domains.Stimuli("1 0", "1 0", "0 1", "0 1"), 0).Group);
        Assert.Equal([0, 1, 2], TableAxis.OfDistinctValues(Domains.OneHot(3), 0).Group);
    }

    [Fact]
    public void PartsThatMakeNoDomainAreRefusedWithWhatIsWrong()
    {
        DomainIndex two = DomainIndex.Selector("Sample", 2);
        Assert.Equal("Two inputs or selectors have the same name. (Parameter 'parts')", RefusedParts(two, new DenseInput("Sample", 1, null)));
        Assert.Equal(2, new Domain([two, new DenseInput("sample", 1, null)]).Count);
        Assert.Equal(65_536, new Domain([DomainIndex.Selector("Sample", 65_536)]).Count);
        Assert.Equal("A domain has 1 to 65536 datapoints, not 65537. (Parameter 'parts')", RefusedParts(DomainIndex.Selector("Sample", 65_537)));
        Assert.Equal("A domain has 1 to 65536 datapoints, not 0. (Parameter 'parts')", RefusedParts(DomainIndex.Selector("Sample", 0)));
        Assert.Equal("Pixels has 3 stimuli for the 2 values of Sample.", RefusedParts(two, Pixels("Sample", "1 0", "0 1", "1 1")));
        Assert.Equal("Pixels has 1 stimuli for the 2 values of Sample.", RefusedParts(two, Pixels("Sample", "1 0")));
        Assert.Equal("Stimulus 1 of Pixels has 1 numbers, not 2.", RefusedParts(two, Pixels("Sample", "1 0", "1")));
        Assert.Equal("Stimuli name Nowhere, which is no one-hot input or selector. (Parameter 'name')", RefusedParts(two, Pixels("Nowhere", "1 0", "0 1")));
        Assert.Equal("First", new Domain([new DenseInput("First", 1, null), new DenseInput("Second", 1, null)]).UnknownInput);

        static string RefusedParts(params DomainPart[] parts) => Assert.Throws<ArgumentException>(() => new Domain(parts)).Message;

        static DenseInput Pixels(string index, params string[] rows) => new("Pixels", 2, new(index, [.. rows.Select(Domains.Row)]));
    }

    /// <summary>A one-hot input tells its values apart, also those that a dense input, declared before it, makes the same of.</summary>
    [Fact]
    public void AOneHotInputWithStimuliOfItsOwnTellsItsValuesApart()
    {
        Domain domain = new([new DenseInput("Pixels", 1, new("Item", [Domains.Row("1"), Domains.Row("1")])), DomainIndex.OneHot("Item", 2, IndexRole.Item)]);

        Assert.Equal([0, 1], Enumerable.Range(0, 2).Select(domain.FirstWithSameInput));
        Assert.Equal(Point([0, 2], "1", "1"), domain.Input(1));
    }

    [Fact]
    public void ATableOfMoreDatapointsThanADomainMayHaveHasNone()
    {
        const int Count = Domain.MaxDatapoints + 1;

        Assert.Null(new DatapointTable(Count, [Column("Item", Count, [.. Enumerable.Range(0, Count)])]).Product);
    }

    private static string Refused(int count, TableColumn column) => Assert.Throws<ArgumentException>(() => new DatapointTable(count, [column])).Message;

    private static IndexColumn Column(string name, int values, params int[] at) => new(new DomainIndex(name, values, IndexKind.OneHot, IndexRole.Item), at);

    private static SparsePoint Point(int[] features, params string[] values) => new(
        features, [.. values.Select(text => Rational.TryParse(text, out Rational value) ? value : throw new ArgumentException(text))]);
}
