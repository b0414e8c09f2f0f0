namespace GateDsl.Tests.Training;

public sealed class AgreementTests
{
    [Fact]
    public void DifferencesAreRelativeToTheFirstLossOfTheReference()
    {
        Agreement agreement = Agreement.Between([4.0, 2, 1, 0], [4.0, 3, 1, -2]);

        Assert.Equal(Math.Sqrt(5.0 / 4) / 4, agreement.Rms, 1e-15);
        Assert.Equal(0.5, agreement.Max);
    }

    [Fact]
    public void TheFirstArgumentIsTheReference() =>
        Assert.Equal(2 * Agreement.Between([2.0, 0], [1.0, 0]).Max, Agreement.Between([1.0, 0], [2.0, 0]).Max);

    [Fact]
    public void AReferenceThatStartsAtZeroAgreesWithItselfAlone()
    {
        Assert.Equal(new Agreement(0, 0), Agreement.Between([0.0, 0], [0.0, 0]));
        Assert.Equal(double.PositiveInfinity, Agreement.Between([0.0, 0], [0.0, 1]).Max);
    }

    [Fact]
    public void ACurveThatIsNoNumberDoesNotAgree()
    {
        Assert.Equal(double.NaN, Agreement.Between([1.0, 0], [1.0, double.NaN]).Max);
        Assert.Equal(double.NaN, Agreement.Between([1.0, 0], [1.0, double.NaN]).Rms);
    }

    [Fact]
    public void CurvesMustBeAsLongAndNotEmpty()
    {
        Assert.Equal("other", Assert.Throws<ArgumentException>(() => Agreement.Between([1.0, 2], [1.0])).ParamName);
        Assert.Equal("reference", Assert.Throws<ArgumentException>(() => Agreement.Between([], [])).ParamName);
    }

    /// <summary>Two stages at other times: apart from the times the curves are one, however much they differ epoch by epoch.</summary>
    [Fact]
    public void CurvesThatDifferOnlyInWhenTheirStagesComeAgreeOnceAligned()
    {
        // The same two falls, at 100 and 300 or at 200 and 350; in between the late curve runs through the early one at other speeds.
        static double At(double epoch) => (5 / (1 + Math.Exp((epoch - 100) / 20))) + (5 / (1 + Math.Exp((epoch - 300) / 20)));
        double[] levels = [At(100), At(300)];
        double[] early = [.. Enumerable.Range(0, 500).Select(epoch => At(epoch))];
        double[] late = [.. Enumerable.Range(0, 500).Select(epoch => At(
            epoch < 200 ? epoch / 2.0 : epoch < 350 ? 100 + ((epoch - 200) / 0.75) : 300 + (epoch - 350)))];

        Assert.True(Agreement.Between(early, late).Rms > 0.1);
        Assert.Equal(0, Agreement.Aligned(early, late, levels).Max, 1e-3);
        Assert.Equal(0, Agreement.Aligned(late, early, levels).Max, 1e-3);
    }

    [Fact]
    public void CurvesAtOtherLevelsDoNotAgreeAligned()
    {
        double[] reference = [.. Enumerable.Range(0, 100).Select(epoch => epoch < 50 ? 10.0 : 4)];
        double[] other = [.. Enumerable.Range(0, 100).Select(epoch => epoch < 30 ? 10.0 : 5)];

        Assert.Equal(0.1, Agreement.Aligned(reference, other, [7.0]).Max, 1e-12);
    }

    [Fact]
    public void BeyondTheLastCommonLevelTheReferenceKeepsItsSpeedAndItsEndEndsTheComparison()
    {
        // The reference crosses 5 at epoch 1, the other at epoch 3: shifted by two epochs they are one, and the other's first ones are stretched.
        double[] reference = [10, 5, 4, 3, 2, 1];
        double[] other = [10, 10 - (5.0 / 3), 10 - (10.0 / 3), 5, 4, 3];

        Assert.Equal(0, Agreement.Aligned(reference, other, [5, 0.5]).Max, 1e-12);
        Assert.Equal(0, Agreement.Aligned(other, reference, [5, 0.5]).Max, 1e-12);
    }

    [Fact]
    public void WithoutLevelsAlignedIsPlainAgreement()
    {
        double[] reference = [4, 2, 1, 0];
        double[] other = [4, 3, 1, 2];

        Assert.Equal(Agreement.Between(reference, other), Agreement.Aligned(reference, other, []));
        Assert.Equal(Agreement.Between(reference, other), Agreement.Aligned(reference, other, [-1.0]));
    }

    [Fact]
    public void LogsAreComparedAtTheEpochsThatBothHave()
    {
        TrainingLog trained = new([4, 2, 1], [0, 10, 14], TrainingMethod.Batch, "");
        RaceLog predicted = new([.. Enumerable.Range(0, 15).Select(epoch => epoch == 10 ? 3.0 : epoch == 14 ? 1 : 4)], new Dictionary<string, double[,]>());
        TrainingLog other = new([4, 7, 1], [0, 7, 14], TrainingMethod.Batch, "");

        Assert.Equal(new Agreement(Math.Sqrt(1.0 / 3) / 4, 0.25), Agreement.Between(trained, predicted));
        Assert.Equal(new Agreement(Math.Sqrt(1.0 / 3) / 4, 0.25), Agreement.Between(predicted, trained));
        Assert.Equal(new Agreement(0, 0), Agreement.Between(trained, other));
        Assert.Equal(new Agreement(0, 0), Agreement.Between(predicted, predicted));
    }

    [Fact]
    public void LogsWithoutACommonEpochAreRefused()
    {
        TrainingLog even = new([4, 2], [0, 2], TrainingMethod.Batch, "");
        TrainingLog odd = new([4, 2], [1, 3], TrainingMethod.Batch, "");

        Assert.Equal("other", Assert.Throws<ArgumentException>(() => Agreement.Between(even, odd)).ParamName);
    }
}
