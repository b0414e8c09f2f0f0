namespace GateDsl.Wheels;

/// <summary>What to pack, and where to.</summary>
internal sealed class Settings
{
    private readonly string _file;
    private readonly Dictionary<string, string> _values;

    private Settings(string file, Dictionary<string, string> values)
    {
        _file = file;
        _values = values;
    }

    /// <summary>Reads them; white space around names and values is left out.</summary>
    /// <param name="file">A setting a line, NAME=VALUE; lines without = are none.</param>
    /// <exception cref="SettingException">There is no such file.</exception>
    public static Settings Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new SettingException($"There is no file {file}.");
        }

        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(file))
        {
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                values[line[..equals].Trim()] = line[(equals + 1)..].Trim();
            }
        }

        return new Settings(file, values);
    }

    /// <summary>A setting that has to be there.</summary>
    /// <exception cref="SettingException">It is not, or empty.</exception>
    public string this[string name] => _values.TryGetValue(name, out string? value) && value.Length > 0
        ? value
        : throw new SettingException($"{_file} has no setting {name}.");

    /// <summary>A setting that may be left out.</summary>
    public string Or(string name, string otherwise) => _values.TryGetValue(name, out string? value) && value.Length > 0 ? value : otherwise;
}
