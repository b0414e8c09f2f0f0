using GateDsl.Generators.Model;

namespace GateDsl.Generators.Tests.Planning;

/// <summary>Elements in their order, found by what they are told apart by, and compared as values.</summary>
public class KeyedArrayTests
{
    private static readonly string[] Words = ["one", "three", "eleven"];

    [Fact]
    public void AnElementAndItsPlaceAreFoundByItsKey()
    {
        KeyedArray<int, string> words = Words.ToKeyedArray(word => word.Length);

        Assert.Equal(Words, words);
        Assert.Equal(["one", "three", "eleven"], new[] { 3, 5, 6 }.Select(words.Find));
        Assert.Equal([0, 1, 2], new[] { 3, 5, 6 }.Select(words.PlaceOf));
        Assert.Equal([true, false], new[] { 5, 4 }.Select(words.Has));
        Assert.Equal(["three", null], new[] { 5, 4 }.Select(words.FindOrNull));
    }

    [Fact]
    public void ItIsEqualToAnotherWithTheSameElementsInTheSameOrder()
    {
        KeyedArray<int, string> words = Words.ToKeyedArray(word => word.Length);

        Assert.Equal(words, Words.ToList().ToKeyedArray(word => word.Length));
        Assert.Equal(words.GetHashCode(), Words.ToList().ToKeyedArray(word => word.Length).GetHashCode());
        Assert.False(words.Equals(Words.Reverse().ToKeyedArray(word => word.Length)));
        Assert.False(words.Equals(Words.Take(2).ToKeyedArray(word => word.Length)));
    }

    [Fact]
    public void NoTwoElementsHaveOneKey() => Assert.Throws<ArgumentException>(() => Words.Append("two").ToKeyedArray(word => word.Length));

    [Fact]
    public void WhatIsNotThereIsAnError() => Assert.Throws<KeyNotFoundException>(() => Words.ToKeyedArray(word => word.Length).Find(4));
}
