namespace GateDsl.Tests.Losses;

/// <summary>Losses by their formulas, at points where they can be worked out by hand.</summary>
public sealed class LossRuleTests
{
    [Theory]
    [InlineData(OutputLoss.Squared, "squared", "", false, true)]
    [InlineData(OutputLoss.CrossEntropy, "cross_entropy", " by cross-entropy", true, false)]
    [InlineData(OutputLoss.Logistic, "logistic", " by the logistic loss", false, false)]
    public void EveryLossSaysWhatItIs(OutputLoss loss, string name, string words, bool hasLabels, bool allowsRotation)
    {
        LossRule rule = LossRule.Of(loss);

        Assert.Equal((name, words, hasLabels, allowsRotation), (rule.Name, rule.Words, rule.HasLabels, rule.AllowsRotation));
    }

    [Fact]
    public void WhatIsNoLossIsRefused()
    {
        ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(() => LossRule.Of((OutputLoss)3));
        Assert.Equal("loss", refused.ParamName);
        Assert.StartsWith("This is no loss.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AtPredictionsOfZeroOnlySquaredErrorsDependOnTheTargets()
    {
        Assert.Equal(Math.Log(5), LossRule.CrossEntropy.AtZero(5), 1e-15);
        Assert.Equal(5 * Math.Log(2), LossRule.Logistic.AtZero(5), 1e-15);
        Assert.Equal("It depends on the targets.", Assert.Throws<InvalidOperationException>(() => LossRule.Squared.AtZero(5)).Message);
    }

    [Fact]
    public void SquaredErrorsAreHalved() => Check(LossRule.Squared, [1, 2], [3, -1], 6.5, [-2, 3]);

    [Fact]
    public void CrossEntropyIsTheLogarithmOfThePartOfTheLabel()
    {
        Check(LossRule.CrossEntropy, [0, 1, 0], [0, Math.Log(2), 0], Math.Log(2), [-0.25, 0.5, -0.25]);
        Check(LossRule.CrossEntropy, [1, 0, 0], [0, Math.Log(2), 0], Math.Log(4), [0.75, -0.5, -0.25]);
        Check(LossRule.CrossEntropy, [1, 0], [-1000, 1000], 2000, [1, -1]);
        Check(LossRule.CrossEntropy, [1, 0], [-1000, -1000], Math.Log(2), [0.5, -0.5]);

        // A label that is impossible costs nothing where it is not the label.
        Check(LossRule.CrossEntropy, [1, 0], [0, double.NegativeInfinity], 0, [0, 0]);
    }

    [Fact]
    public void TheLogisticLossIsThatOfACoinForEveryUnit()
    {
        double three = Math.Log(3);
        Check(LossRule.Logistic, [0.25], [three], Math.Log(4) - (0.25 * three), [-0.5]);
        Check(LossRule.Logistic, [0.25], [-three], Math.Log(4.0 / 3) + (0.25 * three), [0]);
        Check(LossRule.Logistic, [0.25, 1], [0, 0], 2 * Math.Log(2), [-0.25, 0.5]);
        Check(LossRule.Logistic, [0.5, 0.25], [1000, -1000], 750, [-0.5, 0.25]);
    }

    private static void Check(LossRule rule, double[] target, double[] prediction, double loss, double[] error)
    {
        double[] e = new double[error.Length];

        Assert.Equal(loss, rule.Residual(target, prediction, e), 1e-12);
        for (int i = 0; i < e.Length; i++)
        {
            Assert.Equal(error[i], e[i], 1e-14);
        }
    }
}
