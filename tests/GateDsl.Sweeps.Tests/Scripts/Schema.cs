using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GateDsl.Sweeps.Tests.Scripts;

/// <summary>Holds a YAML document to a schema in JSON Schema's words: type, const, pattern, minimum, minItems, items, required, properties.</summary>
internal static class Schema
{
    /// <summary>What is wrong with a text; empty: nothing.</summary>
    public static IReadOnlyList<string> Check(string schema, string text)
    {
        List<string> wrong = [];
        Check(Load(schema), Load(text), "", wrong);
        return wrong;
    }

    /// <summary>The one document of a text.</summary>
    public static YamlNode Load(string text)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(text));
        return Assert.Single(stream.Documents).RootNode;
    }

    private static void Check(YamlNode schema, YamlNode node, string path, List<string> wrong)
    {
        string Say(string key) => ((YamlScalarNode)schema[key]).Value!;
        bool Says(string key) => ((YamlMappingNode)schema).Children.ContainsKey(new YamlScalarNode(key));

        if (Says("const") && (node as YamlScalarNode)?.Value != Say("const"))
        {
            wrong.Add($"{path} is not {Say("const")}");
        }

        if (Says("type") && TypeOf(node) != Say("type"))
        {
            wrong.Add($"{path} is no {Say("type")} but {TypeOf(node)}");
            return;
        }

        if (Says("pattern") && !Regex.IsMatch(((YamlScalarNode)node).Value!, Say("pattern")))
        {
            wrong.Add($"{path} does not match {Say("pattern")}");
        }

        if (Says("minimum")
            && long.Parse(((YamlScalarNode)node).Value!, CultureInfo.InvariantCulture) < long.Parse(Say("minimum"), CultureInfo.InvariantCulture))
        {
            wrong.Add($"{path} is below {Say("minimum")}");
        }

        if (node is YamlMappingNode mapping)
        {
            CheckProperties(schema, mapping, path, wrong);
        }

        if (node is YamlSequenceNode sequence)
        {
            if (Says("minItems") && sequence.Children.Count < int.Parse(Say("minItems"), CultureInfo.InvariantCulture))
            {
                wrong.Add($"{path} has too few items");
            }

            foreach ((YamlNode item, int i) in sequence.Select((item, i) => (item, i)))
            {
                Check(schema["items"], item, $"{path}[{i}]", wrong);
            }
        }
    }

    private static void CheckProperties(YamlNode schema, YamlMappingNode mapping, string path, List<string> wrong)
    {
        YamlMappingNode properties = (YamlMappingNode)schema["properties"];
        foreach ((YamlNode key, YamlNode value) in mapping)
        {
            if (properties.Children.TryGetValue(key, out YamlNode? property))
            {
                Check(property, value, $"{path}.{key}", wrong);
            }
            else
            {
                wrong.Add($"{path}.{key} is not known");
            }
        }

        if (((YamlMappingNode)schema).Children.TryGetValue(new YamlScalarNode("required"), out YamlNode? required))
        {
            wrong.AddRange(((YamlSequenceNode)required).Where(key => !mapping.Children.ContainsKey(key)).Select(key => $"{path}.{key} is missing"));
        }
    }

    private static string TypeOf(YamlNode node) => node switch
    {
        YamlMappingNode => "object",
        YamlSequenceNode => "array",
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when long.TryParse(
            scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => "integer",
        _ => "string",
    };
}
