using GateDsl.Samples.Drawing;

namespace GateDsl.Samples.Stories;

/// <summary>What the report says of an experiment; the numbers come from the files that it wrote.</summary>
/// <param name="Title">A question.</param>
/// <param name="Paragraphs">For someone who has read neither paper.</param>
/// <param name="Declarations">The networks, as they are declared.</param>
/// <param name="Figures">Drawn from the tables, to be played with.</param>
/// <param name="Claims">What the paper or the theory says, to be held against what was measured.</param>
public sealed record Story(
    string Title,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<ShownDeclaration> Declarations,
    IReadOnlyList<StoryFigure> Figures,
    IReadOnlyList<Claim> Claims)
{
    /// <summary>Who won the race, told from the metrics; null: they do not say, or nothing races.</summary>
    public Func<IReadOnlyDictionary<string, double>, string?> Winner { get; init; } = _ => null;

    /// <summary>Pictures to show beside the figures: name of the file without its ending, and what it shows.</summary>
    public IReadOnlyList<(string Name, string Shows)> Pictures { get; init; } = [];

    /// <summary>Square tables that change with the epochs, shown beside one another under a slider.</summary>
    public IReadOnlyList<StoryFilm> Films { get; init; } = [];

    /// <summary>Source text that the experiment wrote: name of the file, and what it is.</summary>
    public IReadOnlyList<(string FileName, string Shows)> Sources { get; init; } = [];
}

/// <summary>A declared network.</summary>
/// <param name="Source">Its file in samples/Paper, <c>Fig5/ThreeContexts.cs</c>; an embedded resource.</param>
/// <param name="Description">Its gates.</param>
public sealed record ShownDeclaration(string Source, NetworkDescription Description);

/// <summary>Curves of one table.</summary>
/// <param name="Title">What is drawn.</param>
/// <param name="Table">Name of the CSV file without its ending.</param>
/// <param name="X">The column of the horizontal axis.</param>
/// <param name="XLabel">What that is.</param>
/// <param name="YLabel">What is drawn over it.</param>
/// <param name="Curves">Keys of columns: <c>relu</c> stands for <c>relu_1</c>, <c>relu_2</c>, ..., or for <c>relu</c> itself.</param>
public sealed record StoryFigure(string Title, string Table, string X, string XLabel, string YLabel, IReadOnlyList<Subject> Curves)
{
    /// <summary>What a slider chooses between; null: nothing.</summary>
    public Choice? Choice { get; init; }

    /// <summary>Where the horizontal axis ends when it opens; null: with the data.</summary>
    public double? Until { get; init; }

    /// <summary>Whether it opens with a logarithmic scale.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Whether its horizontal axis is logarithmic.</summary>
    public bool IsLogarithmicAcross { get; init; }
}

/// <summary>A slider over groups of columns.</summary>
/// <param name="Label">What it sets: margin.</param>
/// <param name="Stops">From left to right: the words, and the prefix of the columns.</param>
/// <param name="First">The stop that is shown first.</param>
public sealed record Choice(string Label, IReadOnlyList<(string Words, string Prefix)> Stops, int First);

/// <summary>A sentence that a metric bears out, or does not.</summary>
/// <param name="Says">What the paper or the theory says.</param>
/// <param name="Metric">Name in summary.json.</param>
/// <param name="Least">The smallest number that agrees.</param>
/// <param name="Most">The largest.</param>
public sealed record Claim(string Says, string Metric, double Least, double Most);

/// <summary>Square tables over the epochs, two and two of them.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Table">
/// Name of the CSV file without its ending; a row for each cell, row by row, and the columns <c>epoch_100_trained</c>, <c>epoch_100_predicted</c>, ...
/// </param>
/// <param name="Blocks">Into how many equal blocks rows and columns fall.</param>
/// <param name="BlockName">What a block is: context.</param>
/// <param name="Left">Ending of the columns on the left, and its words.</param>
/// <param name="Right">The same on the right.</param>
public sealed record StoryFilm(
    string Title, string Table, int Blocks, string BlockName, (string Ending, string Words) Left, (string Ending, string Words) Right);
