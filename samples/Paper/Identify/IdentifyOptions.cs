using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Paper.Shared.Commanding;

namespace Paper.Identify;

/// <summary>Options of <c>identify</c> and <c>forecast</c>.</summary>
internal static class IdentifyOptions
{
    public static Option<string> Inputs() => File("--inputs", "Inputs of the network: features x datapoints.", "X.npy");

    public static Option<int?> Modules() => SharedOptions.CountIfSaid("--k", "Number of modules; unsaid: the elbow of the errors.", "K");

    public static Option<string> Out() => File("--out", "Where the declaration is written.", "Reln.cs");

    /// <summary>The name of a file, which must be given.</summary>
    public static Option<string> File(string name, string description, string letter) => new(name)
    {
        Description = description,
        HelpName = letter,
        Required = true,
        CustomParser = result => Name(name, result),
    };

    /// <summary>The name of a file that need not be there.</summary>
    public static Option<string?> FileIfSaid(string name, string description, string letter) => new(name)
    {
        Description = description,
        HelpName = letter,
        CustomParser = result => Name(name, result),
    };

    /// <summary>A number above 0.</summary>
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

    /// <summary>The same option, which must be given.</summary>
    public static Option<T> Required<T>(Option<T> option)
    {
        option.Required = true;
        return option;
    }

    private static string? Name(string option, ArgumentResult result)
    {
        string name = result.Tokens[0].Value;
        if (!string.IsNullOrWhiteSpace(name) && !name.Contains('\0'))
        {
            return name;
        }

        result.AddError($"{option} must be the path of a file.");
        return null;
    }
}
