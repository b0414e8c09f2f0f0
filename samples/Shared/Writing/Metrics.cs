using System.Text.Json;
using GateDsl.Samples.Drawing;

namespace GateDsl.Samples.Writing;

/// <summary>The numbers of a run by name, in the order they were added: summary.json.</summary>
public sealed class Metrics
{
    private readonly OrderedDictionary<string, double> _values = new(StringComparer.Ordinal);

    /// <summary>The metrics by name.</summary>
    public IReadOnlyDictionary<string, double> Values => _values;

    /// <summary>Adds a metric.</summary>
    /// <exception cref="ArgumentException">It is there already, or no finite number: JSON has no other.</exception>
    public void Add(string name, double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException($"The metric {name} is {value}.", nameof(value));
        }

        _values.Add(name, value);
    }

    /// <summary>Adds A_vs_B_rms and A_vs_B_max: how well the curves of A follow those of the reference B, averaged over seeds.</summary>
    /// <param name="subject">A.</param>
    /// <param name="reference">B.</param>
    /// <param name="prefix">Before the names, where an experiment has several of them.</param>
    public void AddAgreement(CurveFamily subject, CurveFamily reference, string prefix = "")
    {
        Agreement[] bySeed = [.. reference.BySeed.Zip(subject.BySeed, (b, a) => Agreement.Between(b, a))];
        string name = $"{prefix}{subject.Subject.Key}_vs_{reference.Subject.Key}";
        Add($"{name}_rms", bySeed.Average(agreement => agreement.Rms));
        Add($"{name}_max", bySeed.Average(agreement => agreement.Max));
    }

    /// <summary>The file: one flat object from name to number.</summary>
    public byte[] ToBytes()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            foreach ((string name, double value) in _values)
            {
                json.WriteNumber(name, value);
            }

            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
