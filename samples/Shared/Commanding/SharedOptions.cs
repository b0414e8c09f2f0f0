using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GateDsl.Samples.Running;

namespace GateDsl.Samples.Commanding;

/// <summary>The options of the command line, each with its own check and one line on what is wrong.</summary>
public static class SharedOptions
{
    private const string Same = "same";
    private const string Different = "different";

    /// <summary>Room above the first seed for as many as can be asked for.</summary>
    private const ulong LargestFirstSeed = ulong.MaxValue - int.MaxValue;

    /// <summary>An option that one experiment has alone.</summary>
    public static Option<int> Count(CountOption count) => new(count.Name)
    {
        Description = count.Description,
        HelpName = count.Letter,
        DefaultValueFactory = _ => count.Default,
        CustomParser = result => int.TryParse(Token(result), NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            && value >= count.Least && value <= count.Most
            ? value
            : Refuse<int>(result, $"{count.Name} must be a whole number {Bounds(count)}, not '{Token(result)}'."),
    };

    /// <summary>The first seed.</summary>
    public static Option<ulong> Seed() => new("--seed")
    {
        Description = "The first seed; the others follow it.",
        HelpName = "S",
        DefaultValueFactory = _ => 1,
        CustomParser = result => ulong.TryParse(Token(result), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            && seed <= LargestFirstSeed
            ? seed
            : Refuse<ulong>(result, $"--seed must be a whole number from 0 to {LargestFirstSeed}, not '{Token(result)}'."),
    };

    /// <summary>The structure of the contexts.</summary>
    public static Option<ContextStructure> Structure(ContextStructure value) => new("--structure")
    {
        Description = "Whether all contexts have one structure.",
        HelpName = $"{Same}|{Different}",
        DefaultValueFactory = _ => value,
        CustomParser = result => Token(result).ToLowerInvariant() switch
        {
            Same => ContextStructure.Same,
            Different => ContextStructure.Different,
            string other => Refuse<ContextStructure>(result, $"--structure must be {Same} or {Different}, not '{other}'."),
        },
    };

    /// <summary>Where to write.</summary>
    public static Option<string> Folder() => new("--out")
    {
        Description = "Where the folder of the experiment is written.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "artifacts",
        CustomParser = result => string.IsNullOrWhiteSpace(Token(result)) || Token(result).Contains('\0')
            ? Refuse<string>(result, "--out must be the path of a folder.")
            : Token(result),
    };

    private static string Bounds(CountOption count) =>
        count.Most == int.MaxValue ? $"of at least {count.Least}" : $"from {count.Least} to {count.Most}";

    private static string Token(ArgumentResult result) => result.Tokens[0].Value;

    private static T? Refuse<T>(ArgumentResult result, string reason)
    {
        result.AddError(reason);
        return default;
    }
}
