using System.Globalization;
using System.Text.Json;
using GateDsl.Generators.Naming;

namespace GateDsl;

/// <summary>
/// An object of options that a caller gave as JSON: every name is known and given once, every value has its type, or the message says which is not.
/// Numbers may be given as text, which has NaN and infinity too.
/// </summary>
internal sealed class OptionObject
{
    private readonly Dictionary<string, JsonElement> _given = new(StringComparer.Ordinal);

    private OptionObject(JsonElement options, string what, params string[] known)
    {
        if (options.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException($"{what} must be an object, not {options.ValueKind}.", what);
        }

        foreach (JsonProperty option in options.EnumerateObject())
        {
            string name = Unicode(() => option.Name, what);
            if (!known.Contains(name))
            {
                string? nearest = NearestName.Among(known, name);
                throw new ArgumentException(
                    $"'{name}' is not known in {what}.{(nearest is null ? "" : $" Did you mean '{nearest}'?")} Known are {string.Join(", ", known)}.", name);
            }

            if (!_given.TryAdd(name, option.Value))
            {
                throw new ArgumentException($"{name} is given twice in {what}.", name);
            }
        }
    }

    /// <summary>Reads options from the text that a caller gave.</summary>
    /// <param name="text">Address of the JSON.</param>
    /// <param name="what">What they are, in messages: the name of the argument.</param>
    /// <param name="known">Names that may be given.</param>
    /// <param name="read">What is made of them; the options end with it.</param>
    public static T Read<T>(nint text, string what, string[] known, Func<OptionObject, T> read)
    {
        string json = NativePointer.Text(text, what);
        using JsonDocument document = Parse(json, what);
        return read(new OptionObject(document.RootElement, what, known));
    }

    public bool Has(string name) => _given.ContainsKey(name);

    public bool IsObject(string name) => _given.TryGetValue(name, out JsonElement value) && value.ValueKind == JsonValueKind.Object;

    public double Double(string name, double otherwise = 0) => _given.TryGetValue(name, out JsonElement value) ? Double(value, name) : otherwise;

    public int Int(string name, int otherwise = 0) => _given.TryGetValue(name, out JsonElement value) ? Int(value, name) : otherwise;

    public ulong Seed(string name) => !_given.TryGetValue(name, out JsonElement value) ? 0
        : ulong.TryParse(Raw(value, name), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed) ? seed
        : throw Wrong(name, value, "a whole number from 0 to 2^64 - 1");

    public bool Bool(string name) => _given.TryGetValue(name, out JsonElement value) && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(name, value, "true or false"),
    };

    public string Text(string name) => _given.TryGetValue(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
        ? Unicode(() => value.GetString()!, name)
        : throw (_given.TryGetValue(name, out value) ? Wrong(name, value, "text") : new ArgumentException($"{name} is missing.", name));

    /// <summary>One of several words.</summary>
    public T Choice<T>(string name, T otherwise, params (string Word, T Value)[] choices)
    {
        if (!_given.TryGetValue(name, out JsonElement value))
        {
            return otherwise;
        }

        string? word = value.ValueKind == JsonValueKind.String ? Unicode(() => value.GetString()!, name) : null;
        foreach ((string candidate, T chosen) in choices)
        {
            if (candidate == word)
            {
                return chosen;
            }
        }

        throw Wrong(name, value, string.Join(" or ", choices.Select(choice => $"'{choice.Word}'")));
    }

    /// <summary>Numbers by name; empty where it is not given.</summary>
    public Dictionary<string, double> Numbers(string name)
    {
        Dictionary<string, double> numbers = new(StringComparer.Ordinal);
        if (!_given.TryGetValue(name, out JsonElement value))
        {
            return numbers;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(name, value, "an object of numbers");
        }

        foreach (JsonProperty number in value.EnumerateObject())
        {
            string key = Unicode(() => number.Name, name);
            if (!numbers.TryAdd(key, Double(number.Value, $"{name}[{key}]")))
            {
                throw new ArgumentException($"{key} is given twice in {name}.", name);
            }
        }

        return numbers;
    }

    /// <summary>Whole numbers; empty where it is not given.</summary>
    public int[] Ints(string name) => !_given.TryGetValue(name, out JsonElement value) ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(element => Int(element, name))]
        : throw Wrong(name, value, "a list of whole numbers");

    /// <summary>Texts; empty where it is not given.</summary>
    public string[] Texts(string name) => !_given.TryGetValue(name, out JsonElement value) ? []
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(element => element.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(element => Unicode(() => element.GetString()!, name))]
            : throw Wrong(name, value, "a list of texts");

    /// <summary>An option that has options of its own; null where it is not given.</summary>
    public OptionObject? Object(string name, params string[] known) =>
        _given.TryGetValue(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? new OptionObject(value, name, known) : null;

    private static JsonDocument Parse(string json, string what)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException wrong)
        {
            throw new ArgumentException($"{what} is no JSON: {wrong.Message}", what, wrong);
        }
    }

    private static double Double(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Number ? value.GetDouble()
        : value.ValueKind == JsonValueKind.String ? Unicode(() => value.GetString()!, name).ToLowerInvariant() switch
        {
            "nan" => double.NaN,
            "inf" or "infinity" => double.PositiveInfinity,
            "-inf" or "-infinity" => double.NegativeInfinity,
            string text =>
                double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : throw Wrong(name, value, "a number"),
        }
        : throw Wrong(name, value, "a number");

    private static int Int(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : throw Wrong(name, value, "a whole number of 32 bits");

    private static string Raw(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.String ? Unicode(() => value.GetString()!, name) : value.GetRawText();

    /// <summary>Text of the JSON; half of a surrogate pair is none.</summary>
    private static string Unicode(Func<string> text, string name)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException wrong)
        {
            throw new ArgumentException($"{name} has text that is no Unicode.", name, wrong);
        }
    }

    private static ArgumentException Wrong(string name, JsonElement value, string needed)
    {
        string text = value.GetRawText();
        return new ArgumentException($"{name} must be {needed}, not {(text.Length > 60 ? text[..60] + "..." : text)}.", name);
    }
}
