using System.CommandLine;
using System.CommandLine.Parsing;

namespace GateDsl.Commanding;

/// <summary>Options that name files.</summary>
public static class PathOptions
{
    /// <summary>The name of a file, which must be given.</summary>
    /// <param name="name">As on the command line, <c>--inputs</c>.</param>
    /// <param name="description">For the help.</param>
    /// <param name="example">An example for the help.</param>
    public static Option<string> File(string name, string description, string example) => new(name)
    {
        Description = description,
        HelpName = example,
        Required = true,
        CustomParser = result => Path(name, result),
    };

    /// <summary>The name of a file that need not be there.</summary>
    /// <param name="name">As on the command line.</param>
    /// <param name="description">For the help.</param>
    /// <param name="example">An example for the help.</param>
    public static Option<string?> FileIfSaid(string name, string description, string example) => new(name)
    {
        Description = description,
        HelpName = example,
        CustomParser = result => Path(name, result),
    };

    /// <summary>The name of a folder, which must be given.</summary>
    /// <inheritdoc cref="File"/>
    public static Option<string> Folder(string name, string description, string example) => new(name)
    {
        Description = description,
        HelpName = example,
        Required = true,
        CustomParser = result => Path(name, result, "folder"),
    };

    /// <summary>The name of a file, which must be given, without an option before it.</summary>
    /// <inheritdoc cref="File"/>
    public static Argument<string> FileArgument(string name, string description, string example) => new(name)
    {
        Description = description,
        HelpName = example,
        CustomParser = result => Path(name, result),
    };

    /// <summary>The names of one or more files: the option is given as often.</summary>
    /// <inheritdoc cref="File"/>
    public static Option<string[]> Files(string name, string description, string example) => new(name)
    {
        Description = description,
        HelpName = example,
        Required = true,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = result => [.. result.Tokens.Select(token => Checked(name, token.Value, result, "file")).OfType<string>()],
    };

    private static string? Path(string option, ArgumentResult result, string kind = "file") => Checked(option, result.Tokens[0].Value, result, kind);

    private static string? Checked(string option, string path, ArgumentResult result, string kind)
    {
        if (!string.IsNullOrWhiteSpace(path) && !path.Contains('\0'))
        {
            return path;
        }

        result.AddError($"{option} must be the path of a {kind}.");
        return null;
    }
}
