using System.Text.RegularExpressions;
using GateDsl.Reference;

namespace GateDsl.Site.Tests;

/// <summary>The API reference is complete: held against the public API files, which the compiler's own analyzer keeps.</summary>
public sealed partial class ApiReferenceTests
{
    private static readonly IReadOnlyDictionary<string, string> Pages = ApiReference.WritePages(AppContext.BaseDirectory);

    public static TheoryData<string> Packages => ["GateDsl", "GateDsl.Identification", "GateDsl.Sweeps"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void EveryTypeAndMemberOfThePublicApiIsThere(string package)
    {
        Dictionary<string, string> types = TypesOf(package);
        string[] lines = PublicLines(package);
        Assert.NotEmpty(lines);

        Assert.DoesNotContain(lines, line => !IsDocumented(line, types));
        Assert.Equal(
            lines.Where(line => TypeName().IsMatch(line)).Order(StringComparer.Ordinal),
            types.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryLinkOfTheReferenceLeadsToAPageAndAHeading() => Assert.Empty(
        Pages.SelectMany(page => Link().Matches(page.Value).Select(link => (page.Key, Target: link.Groups["target"].Value)))
            .Where(link => !Leads(link.Key, link.Target))
            .Select(link => $"{link.Key}: {link.Target}"));

    [Fact]
    public void WhatTheCompilerWritesIsThere()
    {
        Assert.Contains("public TrainingLog Train(", Pages["quickstart.threecontexts.md"], StringComparison.Ordinal);
        Assert.Contains("public static ThreeContexts.Race Expect(", Pages["quickstart.threecontexts.race.md"], StringComparison.Ordinal);
    }

    /// <summary>Where a member takes something or can go wrong, it is said: no parameter of the packages' types is without a word.</summary>
    [Fact]
    public void EveryParameterAndMemberIsDescribed() => Assert.Empty(
        Pages.Where(page => page.Value.Contains(", package GateDsl", StringComparison.Ordinal))
            .SelectMany(page => Signature().Matches(page.Value)
                .Where(member => member.Groups["after"].Value.StartsWith("##", StringComparison.Ordinal))
                .Select(member => $"{page.Key}: {member.Groups["signature"].Value.Trim()}")));

    private static bool IsDocumented(string line, Dictionary<string, string> types)
    {
        string declared = Modifiers().Replace(line, "");
        string name = declared.Split(" -> ")[0].Split(" = ")[0];
        string type = types.Keys.Where(type => name == type || name.StartsWith(type + ".", StringComparison.Ordinal)).MaxBy(type => type.Length) ?? "";
        if (type.Length == 0 || name == type)
        {
            return type.Length > 0;
        }

        string member = declared[(type.Length + 1)..];
        string page = types[type];
        if (Accessor().Match(member) is { Success: true } accessor)
        {
            string property = accessor.Groups["name"].Value;
            return SignaturesOf(page).Any(signature => signature.Contains($"{accessor.Groups["accessor"].Value};", StringComparison.Ordinal)
                && Regex.IsMatch(signature, property.StartsWith("this[", StringComparison.Ordinal) ? @"\bthis\[" : $@"\b{Regex.Escape(property)} \{{"));
        }

        if (!member.Contains('(', StringComparison.Ordinal))
        {
            string field = member.Split(" -> ")[0].Split(" = ")[0];
            return page.Contains($"### `{field}`", StringComparison.Ordinal);
        }

        string method = TypeArguments().Replace(member[..member.IndexOf('(', StringComparison.Ordinal)], "$1");
        Regex call = new($@"(?<![\w.]){Regex.Escape(method)}(<[^(]*>)?(?=\()");
        string[] parameters = ParameterNames(member);
        return (method == "Invoke" && page.Contains("delegate", StringComparison.Ordinal))
            || SignaturesOf(page).Any(signature => call.Match(signature) is { Success: true } found
                && ParameterNames(signature[found.Index..]).SequenceEqual(parameters));
    }

    private static string[] ParameterNames(string signature)
    {
        int open = signature.IndexOf('(', StringComparison.Ordinal);
        int depth = 0;
        List<string> names = [];
        int start = open + 1;
        for (int i = open; i < signature.Length; i++)
        {
            depth += signature[i] is '(' or '<' or '[' ? 1 : signature[i] is ')' or '>' or ']' && signature[i - 1] != '-' ? -1 : 0;
            if ((signature[i] == ',' && depth == 1) || depth == 0)
            {
                string parameter = signature[start..i].Split(" = ")[0].Trim();
                if (parameter.Length > 0)
                {
                    names.Add(parameter.Split(' ').Last().TrimStart('@'));
                }

                start = i + 1;
            }

            if (depth == 0)
            {
                break;
            }
        }

        return [.. names];
    }

    /// <summary>The lines of the page's blocks of code, and of its list of what the language writes.</summary>
    private static IEnumerable<string> SignaturesOf(string page) =>
        Code().Matches(page).Select(block => block.Groups["code"].Value)
            .Concat(page.Split('\n').Where(line => line.StartsWith("- `", StringComparison.Ordinal)));

    /// <summary>The text of each page of a package by the full name of its type.</summary>
    private static Dictionary<string, string> TypesOf(string package) =>
        Pages.Values.Select(page => (Page: page, Head: Head().Match(page)))
            .Where(page => page.Head.Success && page.Head.Groups["package"].Value == package)
            .ToDictionary(page => $"{page.Head.Groups["namespace"].Value}.{page.Head.Groups["name"].Value}", page => page.Page, StringComparer.Ordinal);

    private static string[] PublicLines(string package) =>
    [
        .. new[] { "Shipped", "Unshipped" }.SelectMany(kind => File.ReadAllLines(Path.Combine(Repository.Root, "src", package, $"PublicAPI.{kind}.txt")))
            .Where(line => line.Length > 0 && line[0] != '#' && !line.StartsWith("*REMOVED*", StringComparison.Ordinal)),
    ];

    private static bool Leads(string page, string target)
    {
        string[] parts = target.Split('#');
        if (parts[0].StartsWith("../", StringComparison.Ordinal))
        {
            return File.Exists(Path.Combine(Repository.Root, parts[0][3..]));
        }

        return Pages.TryGetValue(parts[0].Length == 0 ? page : parts[0], out string? text)
            && (parts.Length == 1 || AnchorsOf(text).Contains(parts[1], StringComparer.Ordinal));
    }

    /// <summary>As the site makes anchors of headings: letters, digits and hyphens; a repeated one gets a number.</summary>
    private static IEnumerable<string> AnchorsOf(string page)
    {
        Dictionary<string, int> before = [];
        foreach (string line in page.Split('\n').Where(line => line.StartsWith('#')))
        {
            string anchor = NoAnchor().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');
            before[anchor] = before.GetValueOrDefault(anchor) + 1;
            yield return before[anchor] == 1 ? anchor : $"{anchor}-{before[anchor] - 1}";
        }
    }

    [GeneratedRegex(@"^# `(?<name>[^`]+)` .*\n\n\[API reference\]\(index\.md\) › namespace `(?<namespace>[^`]+)`, package (?<package>\S+)\n")]
    private static partial Regex Head();

    [GeneratedRegex(@"^[\w.]+(<[\w, ]+>)?(\.[\w<>, ]+)*$")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^~?((static|override|abstract|virtual|sealed|const|readonly|extern|implicit|explicit) )*")]
    private static partial Regex Modifiers();

    [GeneratedRegex(@"^(?<name>.+)\.(?<accessor>get|set|init) -> ")]
    private static partial Regex Accessor();

    [GeneratedRegex(@"(\w)<.*>$")]
    private static partial Regex TypeArguments();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^### .*\n\n```csharp\n(?<signature>.*)\n```\n\n(?<after>..)", RegexOptions.Multiline)]
    private static partial Regex Signature();

    [GeneratedRegex(@"^```csharp\n(?<code>.*)\n```$", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\p{L}\p{N}_\- ]")]
    private static partial Regex NoAnchor();
}
