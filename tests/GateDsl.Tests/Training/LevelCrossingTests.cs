namespace GateDsl.Tests.Training;

public sealed class LevelCrossingTests
{
    [Fact]
    public void Crossings_lie_in_parts_of_an_epoch_and_end_where_a_level_is_not_reached() =>
        Assert.Equal([0.5, 1, 1.75], LevelCrossing.Epochs([10.0, 6, 2], 8, 6, 3, 1));

    [Fact]
    public void A_curve_that_comes_back_up_has_crossed_where_it_first_did() =>
        Assert.Equal([0.5], LevelCrossing.Epochs([10.0, 6, 12, 2], 8));

    [Fact]
    public void A_level_above_the_start_is_crossed_at_once() => Assert.Equal([0.0, 0.5], LevelCrossing.Epochs([10.0, 6], 11, 8));

    [Fact]
    public void Levels_must_fall() =>
        Assert.Equal("levels", Assert.Throws<ArgumentException>(() => LevelCrossing.Epochs([10.0, 6], 8, 8)).ParamName);
}
