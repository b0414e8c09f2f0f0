namespace GateDsl.Tests.Training;

public sealed class AgreementTests
{
    [Fact]
    public void Differences_are_relative_to_the_first_loss_of_the_reference()
    {
        Agreement agreement = Agreement.Between([4.0, 2, 1, 0], [4.0, 3, 1, -2]);

        Assert.Equal(Math.Sqrt(5.0 / 4) / 4, agreement.Rms, 1e-15);
        Assert.Equal(0.5, agreement.Max);
    }

    [Fact]
    public void The_first_argument_is_the_reference() =>
        Assert.Equal(2 * Agreement.Between([2.0, 0], [1.0, 0]).Max, Agreement.Between([1.0, 0], [2.0, 0]).Max);

    [Fact]
    public void A_reference_that_starts_at_zero_agrees_with_itself_alone()
    {
        Assert.Equal(new Agreement(0, 0), Agreement.Between([0.0, 0], [0.0, 0]));
        Assert.Equal(double.PositiveInfinity, Agreement.Between([0.0, 0], [0.0, 1]).Max);
    }

    [Fact]
    public void A_curve_that_is_no_number_does_not_agree()
    {
        Assert.Equal(double.NaN, Agreement.Between([1.0, 0], [1.0, double.NaN]).Max);
        Assert.Equal(double.NaN, Agreement.Between([1.0, 0], [1.0, double.NaN]).Rms);
    }

    [Fact]
    public void Curves_must_be_as_long_and_not_empty()
    {
        Assert.Equal("other", Assert.Throws<ArgumentException>(() => Agreement.Between([1.0, 2], [1.0])).ParamName);
        Assert.Equal("reference", Assert.Throws<ArgumentException>(() => Agreement.Between([], [])).ParamName);
    }
}
