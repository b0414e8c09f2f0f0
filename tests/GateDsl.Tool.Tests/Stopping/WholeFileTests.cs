using GateDsl.Commanding;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Stopping;

/// <summary>A file that several write at once, or that a killed process was about to write.</summary>
public sealed class WholeFileTests
{
    [Fact]
    public void OfManyWritersAtOnceOnesFileIsThereWhole()
    {
        using TestFolder folder = new();
        string file = Path.Combine(folder.Path, "Reln.cs");
        const int Length = 30_000, Rounds = 60;
        WholeFile.Write(file, Content(0));

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, writer =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                WholeFile.Write(file, Content(writer));
                byte[] read = File.ReadAllBytes(file);
                Assert.Equal(Length, read.Length);
                Assert.Equal(-1, read.AsSpan().IndexOfAnyExcept(read[0]));
            }
        });

        Assert.Equal([file], Directory.GetFileSystemEntries(folder.Path));

        static byte[] Content(int writer)
        {
            byte[] content = new byte[Length];
            Array.Fill(content, (byte)('a' + writer));
            return content;
        }
    }

    /// <summary>Links to each other, and one whose target lies behind itself: an error, however they are followed.</summary>
    [Fact]
    public void LinksInACircleAreRefused()
    {
        using TestFolder folder = new();
        (string one, string other) = (Path.Combine(folder.Path, "one"), Path.Combine(folder.Path, "other"));
        Directory.CreateSymbolicLink(one, Path.Combine(other, "further"));
        Directory.CreateSymbolicLink(other, one);

        Assert.ThrowsAny<IOException>(() => WholeFile.Write(Path.Combine(one, "Reln.cs"), "whole"u8));
    }

    [Fact]
    public void WhatAKilledProcessLeftIsTakenAwayAndWhatAnotherWritesIsNot()
    {
        using TestFolder folder = new();
        string file = Path.Combine(folder.Path, "Reln.cs");
        File.WriteAllText(Path.Combine(folder.Path, ".Reln.cs.abcdefgh.ijk.unfinished"), "half");
        string others = Path.Combine(folder.Path, ".Other.cs.abcdefgh.ijk.unfinished");
        File.WriteAllText(others, "half");
        string written = Path.Combine(folder.Path, ".Reln.cs.lmnopqrs.tuv.unfinished");
        using FileStream other = new(written, FileMode.CreateNew, FileAccess.Write, FileShare.Delete);

        WholeFile.Write(file, "whole"u8);

        Assert.Equal(new[] { file, others, written }.Order(StringComparer.Ordinal), Directory.GetFileSystemEntries(folder.Path).Order(StringComparer.Ordinal));
        Assert.Equal("whole", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("a", 252)]
    [InlineData("ä", 126)]
    [InlineData("漢", 84)]
    [InlineData("a", 190)]
    public void ANameMayBeAsLongAsTheDiskAllows(string letter, int count)
    {
        using TestFolder folder = new();
        string file = Path.Combine(folder.Path, string.Concat(Enumerable.Repeat(letter, count)) + ".cs");

        WholeFile.Write(file, "whole"u8);

        Assert.Equal([file], Directory.GetFileSystemEntries(folder.Path));
    }
}
