namespace GateDsl.Tests.Training;

public sealed class LevelCrossingTests
{
    [Fact]
    public void CrossingsLieInPartsOfAnEpochAndEndWhereALevelIsNotReached() =>
        Assert.Equal([0.5, 1, 1.75], LevelCrossing.Epochs([10.0, 6, 2], 8, 6, 3, 1));

    [Fact]
    public void ACurveThatComesBackUpHasCrossedWhereItFirstDid() =>
        Assert.Equal([0.5], LevelCrossing.Epochs([10.0, 6, 12, 2], 8));

    [Fact]
    public void ALevelAboveTheStartIsCrossedAtOnce() => Assert.Equal([0.0, 0.5], LevelCrossing.Epochs([10.0, 6], 11, 8));

    [Fact]
    public void LevelsMustFall() =>
        Assert.Equal("levels", Assert.Throws<ArgumentException>(() => LevelCrossing.Epochs([10.0, 6], 8, 8)).ParamName);
}
