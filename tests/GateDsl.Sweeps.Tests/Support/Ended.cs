namespace GateDsl.Sweeps.Tests;

/// <summary>How a program ended.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Error">What it complained of.</param>
internal sealed record Ended(int Code, string Output, string Error)
{
    /// <summary>Holds it to have ended well.</summary>
    public Ended Well()
    {
        Assert.True(Code == 0, $"exit code {Code}: {Output}{Error}");
        return this;
    }

    /// <summary>Holds it to an exit code and a single line that holds the words.</summary>
    public void InOneLine(int code, params string[] words)
    {
        Assert.True(code == Code, $"exit code {Code}: {Output}{Error}");
        Assert.Equal(1, Error.Count(letter => letter == '\n'));
        Assert.All(words, word => Assert.Contains(word, Error, StringComparison.Ordinal));
    }
}
