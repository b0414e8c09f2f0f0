using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GateDsl.Sweeps;

/// <summary>A plan as a file: JSON with a fingerprint of everything else in it.</summary>
internal static class PlanFile
{
    /// <summary>Of a plan of all points of a grid.</summary>
    private const int Format = 1;

    /// <summary>Of a plan of some of them, which who knows only the first format must not take for one of all.</summary>
    private const int FormatOfPoints = 2;

    private const string FingerprintName = "fingerprint";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The plan and its text.</summary>
    public static (Plan Plan, string Text) Create(
        SweepProgram program, Experiment experiment, IReadOnlyList<object[]> values, SeedList seeds, PointList? points)
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
            ["format"] = points is null ? Format : FormatOfPoints,
            ["program"] = program.Name,
            ["version"] = program.Version,
            ["experiment"] = experiment.Name,
            ["parameters"] = parameters,
            ["seeds"] = seeds.ToString(),
            ["runs"] = Plan.CountOf(values, seeds, points),
        };
        if (points is not null)
        {
            body["points"] = points.ToString();
        }

        string fingerprint = FingerprintOf(body);
        body[FingerprintName] = fingerprint;
        return (new Plan(experiment, values, seeds, points, fingerprint), body.ToJsonString(Indented) + "\n");
    }

    /// <summary>Reads a plan of this program; one of another program or version, or one that was edited, is refused.</summary>
    public static (Plan Plan, string Text) Read(SweepProgram program, string path)
    {
        string text = ReadText(path);
        if (Parse(text) is not { } body || Text(body, FingerprintName) is not { } fingerprint)
        {
            throw new WrongUseException($"{path} is no plan, or only half of one; write it with 'plan'.");
        }

        if (!IsIntact(body))
        {
            throw new WrongUseException($"{path} was changed after 'plan' wrote it: its fingerprint is that of another plan. Write it again with 'plan'.");
        }

        if (Text(body, "program") != program.Name || Text(body, "version") != program.Version)
        {
            throw new WrongUseException(
                $"{path} was planned for {Text(body, "program")} {Text(body, "version")}, this is {program.Name} {program.Version}; plan again with this one.");
        }

        Plan? plan = Bind(program, body, fingerprint);
        return plan is null || body["format"]?.ToJsonString() != $"{(plan.Points is null ? Format : FormatOfPoints)}"
            ? throw new WrongUseException(
                $"{path} was planned for an experiment '{Text(body, "experiment")}' with other parameters or bounds than this program has; plan again.")
            : (plan, text);
    }

    /// <summary>The fingerprint that a text has, if it is a plan's; null where it is none.</summary>
    public static string? FingerprintOf(string text) => Parse(text) is { } body ? Text(body, FingerprintName) : null;

    /// <summary>Whether a text is a plan as it was written.</summary>
    public static bool IsIntact(string text) => Parse(text) is { } body && IsIntact(body);

    private static bool IsIntact(JsonObject body)
    {
        JsonObject rest = (JsonObject)body.DeepClone();
        rest.Remove(FingerprintName);
        return Text(body, FingerprintName) == FingerprintOf(rest);
    }

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

        SeedList seedList = SeedList.Parse(seeds);
        PointList? points = null;
        if (body["points"] is not null)
        {
            points = Text(body, "points") is { } ranges ? PointList.Parse(ranges, Plan.CountOf(values, seedList, points: null) / seedList.Count) : null;
            if (points is null)
            {
                return null;
            }
        }

        return new Plan(experiment, values, seedList, points, fingerprint);
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException(
                $"The plan {path} cannot be read: {(exception is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : exception.Message)}.");
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
