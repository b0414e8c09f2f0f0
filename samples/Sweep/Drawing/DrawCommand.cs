using System.CommandLine;
using System.CommandLine.Help;
using GateDsl.Samples.Drawing;

namespace Sweep.Drawing;

/// <summary><c>draw</c>: a figure from a collected table, columns against a parameter.</summary>
internal sealed class DrawCommand(TextWriter output, TextWriter error)
{
    private readonly Option<string> _table =
        new("--in") { Description = "The table that 'collect' wrote.", HelpName = "FILE", DefaultValueFactory = _ => "all.csv" };

    private readonly Option<string> _x = new("--x") { Description = "The column along the horizontal axis.", HelpName = "COLUMN", Required = true };

    private readonly Option<string> _y = new("--y") { Description = "Columns to draw, separated by commas.", HelpName = "COLUMNS", Required = true };

    private readonly Option<string?> _by = new("--by") { Description = "A curve for each value of this column.", HelpName = "COLUMN" };

    private readonly Option<bool> _logX = new("--log-x") { Description = "The horizontal axis is logarithmic." };

    private readonly Option<bool> _logY = new("--log-y") { Description = "The vertical axis is logarithmic." };

    private readonly Option<string> _out =
        new("--out") { Description = "The figure, .png or .svg.", HelpName = "FILE", DefaultValueFactory = _ => "figure.png" };

    /// <summary>Does what the arguments say: 0, or 2 with a line on what is wrong.</summary>
    public int Run(string[] args)
    {
        RootCommand root = new("A figure from a collected table: columns against a parameter, each run a point, and their mean a line.");
        foreach (Option option in (Option[])[_table, _x, _y, _by, _logX, _logY, _out])
        {
            root.Add(option);
        }

        root.SetAction(Draw);
        ParseResult parsed = root.Parse(args);
        try
        {
            return parsed.Errors.Count == 0 || parsed.Action is HelpAction
                ? parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false })
                : throw new ArgumentException(parsed.Errors[0].Message);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException or FormatException)
        {
            error.WriteLine(exception.Message.ReplaceLineEndings(" "));
            return 2;
        }
    }

    private int Draw(ParseResult parsed)
    {
        SweepTable table = SweepTable.Read(parsed.GetValue(_table)!);
        string path = parsed.GetValue(_out)!;
        SweepFigure figure =
            new(table, parsed.GetValue(_x)!, parsed.GetValue(_y)!.Split(','), parsed.GetValue(_by), parsed.GetValue(_logX), parsed.GetValue(_logY));
        if (FigureFonts.Warning() is { } warning)
        {
            error.WriteLine(warning);
        }

        figure.Save(path);
        output.WriteLine(path);
        return 0;
    }
}
