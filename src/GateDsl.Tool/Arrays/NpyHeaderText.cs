using System.Globalization;
using System.Text.RegularExpressions;

namespace GateDsl.Tool.Arrays;

/// <summary>
/// The text of a .npy header: a Python dictionary of three entries in any order, <c>{'descr': '&lt;f4', 'fortran_order': False, 'shape': (3, 4), }</c>.
/// </summary>
internal sealed partial class NpyHeaderText(string file, string text, AcceptedNumbers kinds)
{
    /// <param name="start">Where the numbers start, in bytes.</param>
    /// <exception cref="BadInputException">It is no such text, or of an array of numbers that are not accepted.</exception>
    public NpyHeader Parse(long start)
    {
        Match header = Dictionary().Match(text);
        CaptureCollection keys = header.Groups["key"].Captures;
        CaptureCollection values = header.Groups["value"].Captures;
        if (!header.Success || keys.Count != 3)
        {
            throw Garbled();
        }

        Dictionary<string, string> entries = [];
        for (int i = 0; i < keys.Count; i++)
        {
            entries[keys[i].Value] = values[i].Value;
        }

        if (!entries.TryGetValue("descr", out string? type)
            || !entries.TryGetValue("fortran_order", out string? order)
            || !entries.TryGetValue("shape", out string? sizes))
        {
            throw Garbled();
        }

        (NumberType numbers, bool isBigEndian) = Type(type);
        return new NpyHeader(Shape(sizes), numbers, isBigEndian, IsTrue(order), start);
    }

    [GeneratedRegex(
        """
        \A \s* \{ \s*
        (?: ["'](?<key>[a-z_]+)["'] \s* : \s* (?<value> '[^']*' | "[^"]*" | True | False | \([^()]*\) | \[.*\] ) \s* (?: , \s* | (?=\}) ) )*
        \} \s* \z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Dictionary();

    private (NumberType Type, bool IsBigEndian) Type(string value)
    {
        if (value[0] == '[')
        {
            throw new BadInputException(file, $"holds records of several fields; expected {Expected}.");
        }

        string type = value[1..^1];
        bool isBigEndian = type.StartsWith('>') || (type.StartsWith('=') && !BitConverter.IsLittleEndian);
        string name = type.TrimStart('<', '>', '=', '|');
        return NumberTypes.Named(name) is { } numbers && (kinds == AcceptedNumbers.All || numbers is NumberType.Single or NumberType.Double)
            ? (numbers, isBigEndian)
            : throw new BadInputException(file, $"holds {Words(name)} ('{type}'); expected {Expected}: convert it by .astype(numpy.float32).");
    }

    private string Expected => kinds == AcceptedNumbers.All ? "truth values, integers or floating-point numbers" : "numbers of type float32 or float64";

    private static string Words(string type) => (type.Length > 0 ? type[0] : ' ') switch
    {
        'i' or 'u' => "integers",
        'b' => "truth values",
        'c' => "complex numbers",
        'O' => "Python objects",
        'f' => "floating-point numbers of another precision",
        'S' or 'U' or 'a' => "text",
        'M' or 'm' => "dates",
        _ => "values of another type",
    };

    private bool IsTrue(string value) => value switch
    {
        "True" => true,
        "False" => false,
        _ => throw Garbled(),
    };

    private ArrayShape Shape(string value)
    {
        if (value[0] != '(')
        {
            throw Garbled();
        }

        List<int> sizes = [];
        long length = 1;
        foreach (string part in value[1..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // Python 2 wrote 3L.
            if (!int.TryParse(part.TrimEnd('L'), NumberStyles.None, CultureInfo.InvariantCulture, out int size))
            {
                throw new BadInputException(file, $"has an axis of '{part}' elements; expected whole numbers up to {int.MaxValue}.");
            }

            if (size > 0 && length > long.MaxValue / sizeof(double) / size)
            {
                throw new BadInputException(file, "its header claims more elements than any file has room for.");
            }

            sizes.Add(size);
            length *= size;
        }

        ArrayShape shape = new(sizes);
        return shape.Length > 0 ? shape : throw new BadInputException(file, $"holds no number ({shape}); expected at least one.");
    }

    private BadInputException Garbled() => new(file, "its header is garbled; expected an array written by numpy.save.");
}
