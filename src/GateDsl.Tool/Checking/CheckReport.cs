using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using GateDsl.Commanding;
using GateDsl.Tool.Running;

namespace GateDsl.Tool.Checking;

/// <summary>What was found about the gates of a file: as a table, as CSV, as JSON.</summary>
/// <param name="inputs">What they were checked over.</param>
/// <param name="gates">The gates in the order of the file.</param>
/// <param name="warnings">What of the files may not be meant.</param>
internal sealed class CheckReport(CheckedInputs inputs, IReadOnlyList<CheckedGate> gates, IReadOnlyList<string> warnings)
{
    private static readonly string[] Columns = ["gate", "class", "witness", "certificate"];

    /// <summary>For someone at a terminal.</summary>
    /// <param name="output">Where.</param>
    /// <param name="file">Where <see cref="ToCsv"/> is; null: nowhere.</param>
    public void WriteTable(TextWriter output, string? file)
    {
        output.WriteLine($"Read: {inputs.Description}; {gates.Count} {(gates.Count == 1 ? "gate" : "gates")}.");
        string[][] whole = [.. gates.Select(Cells)];
        string[][] cells = [.. whole.Select(row => row.Select(CheckNotes.Cut).ToArray())];
        TextTable.Write(output, Columns, cells);
        CheckNotes notes = new(inputs, gates);
        output.WriteLine(notes.Count());
        inputs.ClassWords.Write(output, gates.Select(gate => gate.Class));
        foreach (string note in notes.OnProofs())
        {
            output.WriteLine(note);
        }

        if (!whole.SelectMany(row => row).SequenceEqual(cells.SelectMany(row => row)))
        {
            output.WriteLine($"{CheckNotes.Ellipsis}: digits or terms are left out; {file ?? "the file of --out"} has them whole, as has --json.");
        }

        foreach (CheckedGate gate in gates.Where(gate => gate.Class is null))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"gate {gate.Number}: {gate.Explanation}"));
        }
    }

    /// <summary>For a table of another program.</summary>
    public string ToCsv()
    {
        StringBuilder text = new StringBuilder(string.Join(',', Columns)).Append('\n');
        foreach (CheckedGate gate in gates)
        {
            text.Append(string.Join(',', Cells(gate))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>For programs.</summary>
    public void WriteJson(TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteNumber("features", inputs.Features);
        json.WriteNumber("datapoints", inputs.Datapoints.Count);
        json.WriteBoolean("bias", inputs.HasBias);
        json.WriteStartArray("warnings");
        foreach (string warning in warnings)
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
        json.WriteList("gates", gates, gate =>
        {
            json.WriteNumber("gate", gate.Number);
            json.WriteString("class", gate.Class?.ToString());
            json.WritePropertyName("witness");
            if (gate.Weights is { } weights)
            {
                json.WriteStartArray();
                foreach (BigInteger weight in weights)
                {
                    json.WriteRawValue(weight.ToString(CultureInfo.InvariantCulture));
                }

                json.WriteEndArray();
            }
            else
            {
                json.WriteNullValue();
            }

            json.WritePropertyName("certificate");
            if (gate.On.Count > 0)
            {
                json.WriteStartObject();
                WriteTerms(json, "on", gate.On);
                WriteTerms(json, "off", gate.Off);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteString("explanation", gate.Explanation);
        });
    });

    // No cell has a comma, a quote or a line end in it.
    private static string[] Cells(CheckedGate gate) =>
        [gate.Number.ToString(CultureInfo.InvariantCulture), gate.ClassName, gate.Witness, gate.Certificate];

    private static void WriteTerms(Utf8JsonWriter json, string name, IReadOnlyList<(int Datapoint, BigInteger Multiplier)> terms) =>
        json.WriteList(name, terms, term =>
        {
            json.WriteNumber("datapoint", term.Datapoint);
            json.WritePropertyName("times");
            json.WriteRawValue(term.Multiplier.ToString(CultureInfo.InvariantCulture));
        });
}
