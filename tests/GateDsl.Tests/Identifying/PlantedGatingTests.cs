namespace GateDsl.Tests.Identifying;

/// <summary>Gates that are known because they were planted are found again, exactly.</summary>
public sealed class PlantedGatingTests
{
    private static readonly IdentificationOptions Quick = new() { Starts = 12, Repetitions = 1 };

    [Fact]
    public void KnownGatesAreFoundAndCounted()
    {
        for (int seed = 0; seed < 12; seed++)
        {
            PlantedRecordings planted = PlantedRecordings.Random(seed);

            IdentificationResult found = Identification.Of(planted.Recordings, planted.Data, Quick);

            Assert.Equal(planted.Expected, PlantedRecordings.Sorted(found.Modules.Select(module => module.Gate)));
            Assert.InRange(found.Residual, 0.02, 0.09);
        }
    }

    [SlowFact]
    [Trait("Category", "Slow")]
    public void OfAHundredGatingsAtLeastNinetyFiveAreFoundAndTheOthersAreUnstable()
    {
        int exact = 0;
        List<double> stabilityOfOthers = [];
        for (int seed = 0; seed < 100; seed++)
        {
            PlantedRecordings planted = PlantedRecordings.Random(seed);
            IdentificationResult found = Identification.Of(planted.Recordings, planted.Data);
            if (planted.Expected.SequenceEqual(PlantedRecordings.Sorted(found.Modules.Select(module => module.Gate))))
            {
                exact++;
            }
            else
            {
                stabilityOfOthers.Add(found.Stability);
            }
        }

        Assert.True(exact >= 95, $"{exact} of 100");
        Assert.All(stabilityOfOthers, stability => Assert.True(stability <= 0.8, $"{stability}"));
    }

    [Fact]
    public void WithKGivenItIsNotChosen()
    {
        PlantedRecordings planted = PlantedRecordings.Of(4, 3, Gate(12, n => n < 8), Gate(12, n => n >= 8), Gate(12, n => n % 4 < 2));

        IdentificationResult found = Identification.Of(planted.Recordings, planted.Data, Quick with { Modules = 2 });

        Assert.True(found.Elbow.IsGiven);
        Assert.True(found.Modules.Count <= 2);
    }

    [Fact]
    public void DeadUnitsAreSetAsideAndAlwaysOnOnesAreTheCommonModule()
    {
        IdentificationData data = IdentificationData.Of(4).OneHot("Item", 4, [0, 1, 2, 3]);
        LayerRecordings recordings = new(data);
        recordings.Add(
            [
                1, 1, 1, 1,
                2, 1, 2, 1,
                0, 0, 0, 0,
                0, 0, 3, 3,
                0, 0, 2, 1,
            ], units: 5);

        IdentificationResult found = Identification.Of(recordings, data, Quick);

        Assert.Equal((5, 1, 2), (found.Rows, found.DeadRows, found.AlwaysOnRows));
        Assert.Equal(["Common", "Item2And3"], found.Modules.Select(module => module.Name));
        Assert.Equal([2.5, 2.5], found.Modules.Select(module => module.Width));
        Assert.Equal(1, found.Modules.Sum(module => module.Share), 1e-12);
        // |w|^2 of the two always-on units are 4 and 10, of the two others 18 and 5.
        Assert.Equal(14.0 / 37, found.Modules[0].Share, 1e-6);
    }

    [Fact]
    public void MoreModulesThanDifferentGatesAreRefused()
    {
        IdentificationData data = IdentificationData.Of(2).OneHot("Item", 2, [0, 1]);
        LayerRecordings recordings = new(data);
        recordings.Add([1, 0, 1, 1], units: 2);

        string message = Assert.Throws<ArgumentException>(() => Identification.Of(recordings, data, Quick with { Modules = 3 })).Message;

        Assert.Equal("3 modules were asked for, but the units have only 2 different gates that are on somewhere.", message);
    }

    [Fact]
    public void RecordingsOfOtherDataAreRefused()
    {
        IdentificationData data = IdentificationData.Of(2).OneHot("Item", 2, [0, 1]);
        IdentificationData other = IdentificationData.Of(2).OneHot("Item", 2, [1, 0]);
        LayerRecordings recordings = new(data);
        recordings.Add([1, 0, 1, 1], units: 2);

        Assert.Throws<ArgumentException>(() => Identification.Of(recordings, other));
        Assert.Throws<ArgumentException>(() => Identification.Of(new LayerRecordings(data), data));
    }

    [Fact]
    public void EqualRecordingsGiveEqualText()
    {
        string[] texts = [.. Enumerable.Range(0, 2).Select(_ =>
        {
            PlantedRecordings planted = PlantedRecordings.Random(7);
            return Identification.Of(planted.Recordings, planted.Data, Quick).ToDeclaration("Found");
        })];

        Assert.Equal(texts[0], texts[1]);
        Assert.DoesNotContain('\r', texts[0]);
    }

    private static bool[] Gate(int count, Predicate<int> isOn) => [.. Enumerable.Range(0, count).Select(n => isOn(n))];
}
