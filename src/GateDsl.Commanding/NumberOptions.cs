using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace GateDsl.Commanding;

/// <summary>Options that are numbers, each with one line on what is wrong.</summary>
public static class NumberOptions
{
    /// <summary>A number of things, at least 1.</summary>
    /// <param name="name">As on the command line, <c>--epochs</c>.</param>
    /// <param name="description">For the help.</param>
    /// <param name="value">Where nothing is said.</param>
    /// <param name="letter">Its letter in the help.</param>
    public static Option<int> Count(string name, string description, int value, string letter) => new(name)
    {
        Description = description,
        HelpName = letter,
        DefaultValueFactory = _ => value,
        CustomParser = result => Count(name, result) ?? 0,
    };

    /// <summary>The same where nothing said is another thing than any number.</summary>
    /// <param name="name">As on the command line.</param>
    /// <param name="description">For the help.</param>
    /// <param name="letter">Its letter in the help.</param>
    public static Option<int?> CountIfSaid(string name, string description, string letter) => new(name)
    {
        Description = description,
        HelpName = letter,
        CustomParser = result => Count(name, result),
    };

    /// <summary>One number of things, at least 1, or several with commas between them.</summary>
    /// <param name="name">As on the command line.</param>
    /// <param name="description">For the help.</param>
    /// <param name="letter">Its letter in the help.</param>
    public static Option<int[]?> CountsIfSaid(string name, string description, string letter) => Whole(name, description, letter, least: 1);

    /// <summary>One or more whole numbers of at least 0 with commas between them; it need not be there.</summary>
    /// <param name="name">As on the command line.</param>
    /// <param name="description">For the help.</param>
    /// <param name="letter">For the help.</param>
    public static Option<int[]?> NumbersIfSaid(string name, string description, string letter) => Whole(name, description, letter, least: 0);

    /// <summary>A finite number above 0.</summary>
    /// <param name="name">As on the command line.</param>
    /// <param name="description">For the help.</param>
    /// <param name="letter">Its letter in the help.</param>
    public static Option<double?> PositiveIfSaid(string name, string description, string letter) => new(name)
    {
        Description = description,
        HelpName = letter,
        CustomParser = result =>
        {
            string token = result.Tokens[0].Value;
            if (double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number > 0 && double.IsFinite(number))
            {
                return number;
            }

            result.AddError($"{name} must be a number above 0, not '{token}'.");
            return null;
        },
    };

    private static int? Count(string name, ArgumentResult result)
    {
        string token = result.Tokens[0].Value;
        if (int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= 1)
        {
            return count;
        }

        result.AddError($"{name} must be a whole number of at least 1, not '{token}'.");
        return null;
    }

    private static Option<int[]?> Whole(string name, string description, string letter, int least) => new(name)
    {
        Description = description,
        HelpName = letter,
        CustomParser = result =>
        {
            string[] parts = result.Tokens[0].Value.Split(',');
            List<int> counts = [];
            foreach (string part in parts)
            {
                if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count < least)
                {
                    result.AddError($"{name} must be a whole number of at least {least}{(parts.Length > 1 ? ", or several with commas between them" : "")}, not '{result.Tokens[0].Value}'.");
                    return null;
                }

                counts.Add(count);
            }

            return [.. counts];
        },
    };
}
