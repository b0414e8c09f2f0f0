using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Declaring;

/// <summary>Comments of declarations, at every depth.</summary>
public sealed class DeclarationTextTests
{
    private const int Width = 130;

    /// <summary>Every line with its indentation is within the width, and none could take the first word of the next.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void CommentsFillTheWidthBetweenWords(int depth)
    {
        Random random = new(depth);
        for (int round = 0; round < 50; round++)
        {
            string[] words = [.. Enumerable.Range(0, random.Next(1, 90)).Select(_ => new string('w', random.Next(1, 20)))];
            DeclarationText text = new();
            for (int open = 0; open < depth; open++)
            {
                text.Open();
            }

            text.Comment(string.Join(random.Next(2) == 0 ? " " : "\n", words));

            string[] lines = text.ToString().Split('\n')[depth..^1];
            string indent = new(' ', 4 * depth);
            Assert.Equal(words, lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]));
            for (int line = 0; line < lines.Length; line++)
            {
                Assert.StartsWith(indent + (line == 0 ? "// w" : "//   w"), lines[line], StringComparison.Ordinal);
                Assert.True(lines[line].Length <= Width, lines[line]);
                Assert.True(line == 0 || lines[line - 1].Length + 1 + lines[line].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1].Length > Width,
                    $"{line}");
            }
        }
    }

    [Fact]
    public void RowsOfTablesStayAsTheyAre()
    {
        DeclarationText text = new();
        text.Open();
        text.Comment("  k   " + new string('1', 200), isWrapped: false);
        text.Line("#pragma", isFlush: true);
        text.Close();

        Assert.Equal("{\n    //   k   " + new string('1', 200) + "\n#pragma\n}\n", text.ToString());
    }
}
