using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GateDsl.Sweeps;

/// <summary>A plan as a file: JSON with a fingerprint of everything else in it.</summary>
internal static class PlanFile
{
    private const int Format = 1;
    private const string FingerprintName = "fingerprint";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The plan and its text.</summary>
    public static (Plan Plan, string Text) Create(SweepProgram program, Experiment experiment, IReadOnlyList<object[]> values, SeedList seeds)
    {
        JsonArray parameters = [];
        for (int i = 0; i < values.Count; i++)
        {
            Parameter parameter = experiment.Parameters[i];
            parameters.Add(new JsonObject
            {
                ["name"] = parameter.Name,
                ["kind"] = parameter.Kind,
                ["values"] = new JsonArray([.. values[i].Select(parameter.ToJson)]),
            });
        }

        JsonObject body = new()
        {
            ["format"] = Format,
            ["program"] = program.Name,
            ["version"] = program.Version,
            ["experiment"] = experiment.Name,
            ["parameters"] = parameters,
            ["seeds"] = seeds.ToString(),
            ["runs"] = Plan.CountOf(values, seeds),
        };
        string fingerprint = FingerprintOf(body);
        body[FingerprintName] = fingerprint;
        return (new Plan(experiment, values, seeds, fingerprint), body.ToJsonString(Indented) + "\n");
    }

    /// <summary>Reads a plan of this program; one of another program or version, or one that was edited, is refused.</summary>
    public static (Plan Plan, string Text) Read(SweepProgram program, string path)
    {
        string text = ReadText(path);
        if (Parse(text) is not { } body || Text(body, FingerprintName) is not { } fingerprint)
        {
            throw new WrongUseException($"{path} is no plan, or only half of one; write it with 'plan'.");
        }

        body.Remove(FingerprintName);
        if (FingerprintOf(body) != fingerprint)
        {
            throw new WrongUseException($"{path} was changed after 'plan' wrote it: its fingerprint is that of another plan. Write it again with 'plan'.");
        }

        if (Text(body, "program") != program.Name || Text(body, "version") != program.Version)
        {
            throw new WrongUseException(
                $"{path} was planned for {Text(body, "program")} {Text(body, "version")}, this is {program.Name} {program.Version}; plan again with this one.");
        }

        Plan? plan = Bind(program, body, fingerprint);
        return plan is null || body["format"]?.ToJsonString() != "1"
            ? throw new WrongUseException($"{path} was planned for an experiment '{Text(body, "experiment")}' with other parameters or bounds than this program has; plan again.")
            : (plan, text);
    }

    /// <summary>The fingerprint that a text has, if it is a plan's; null where it is none.</summary>
    public static string? FingerprintOf(string text) => Parse(text) is { } body ? Text(body, FingerprintName) : null;

    private static Plan? Bind(SweepProgram program, JsonObject body, string fingerprint)
    {
        if (program.Find(Text(body, "experiment") ?? "") is not { } experiment
            || body["parameters"] is not JsonArray parameters
            || parameters.Count != experiment.Parameters.Count
            || Text(body, "seeds") is not { } seeds)
        {
            return null;
        }

        object[][] values = new object[parameters.Count][];
        for (int i = 0; i < values.Length; i++)
        {
            Parameter parameter = experiment.Parameters[i];
            if (parameters[i] is not JsonObject planned
                || Text(planned, "name") != parameter.Name
                || Text(planned, "kind") != parameter.Kind
                || planned["values"] is not JsonArray { Count: > 0 } list)
            {
                return null;
            }

            object?[] read = [.. list.Select(parameter.FromJson)];
            if (read.Any(value => value is null || parameter.WhyNot(value) is not null))
            {
                return null;
            }

            values[i] = read!;
        }

        return new Plan(experiment, values, SeedList.Parse(seeds), fingerprint);
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException($"The plan {path} cannot be read: {(exception is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : exception.Message)}.");
        }
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static string FingerprintOf(JsonObject body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.ToJsonString())));
}
