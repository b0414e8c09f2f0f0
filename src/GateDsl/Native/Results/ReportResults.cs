using System.Numerics;
using System.Text.Json;

namespace GateDsl;

/// <summary>Reports on gates as results.</summary>
internal static class ReportResults
{
    public static NativeResult Of(GateReport report) => new("gate_report", [], json =>
    {
        json.WriteString("text", report.ToString());
        JsonText.Objects(json, "gates", report.Gates, entry => Write(json, entry.Name, entry.Gate.ToString(), entry.Explanation, entry.Proof));
    });

    /// <summary>Gates by number, each with its proof.</summary>
    public static NativeResult Of(IReadOnlyList<GateProof> proofs) => new("gate_report", [], json =>
    {
        json.WriteString("text",
            string.Join('\n', proofs.Select((proof, gate) => $"{gate}: {(proof.Class is { } known ? known + ". " : "")}{proof.Explanation}")));
        JsonText.Objects(json, "gates", proofs.Select((proof, gate) => (Proof: proof, Gate: gate)), entry =>
            Write(json, entry.Gate.ToString(System.Globalization.CultureInfo.InvariantCulture), "as given", entry.Proof.Explanation, entry.Proof));
    });

    public static NativeResult Of(GateCensus census) => new("census", [], json =>
    {
        JsonText.Objects(json, "patterns", census.Patterns, row =>
        {
            json.WriteString("pattern", row.Pattern);
            json.WriteString("class", row.Class?.ToString());
            json.WriteNumber("units", row.Units);
            JsonText.Number(json, "share", row.Share);
        });
        JsonText.Objects(json, "classes", census.Classes, share =>
        {
            json.WriteString("class", share.Class?.ToString());
            json.WriteNumber("patterns", share.Patterns);
            json.WriteNumber("units", share.Units);
            JsonText.Number(json, "share", share.Share);
        });
    });

    private static void Write(Utf8JsonWriter json, string name, string gate, string explanation, GateProof? proof)
    {
        json.WriteString("name", name);
        json.WriteString("gate", gate);
        json.WriteString("class", proof?.Class?.ToString());
        json.WriteString("explanation", explanation);
        Write(json, "witness", proof?.Witness);
        Write(json, "multipliers", proof?.Multipliers);
        if (proof?.EqualInputs is { } equal)
        {
            json.WriteStartArray("equal_inputs");
            json.WriteNumberValue(equal.On);
            json.WriteNumberValue(equal.Off);
            json.WriteEndArray();
        }
        else
        {
            json.WriteNull("equal_inputs");
        }

        json.WriteString("not_checked", proof?.NotChecked);
    }

    // As text: integers have any length.
    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<BigInteger>? numbers)
    {
        if (numbers is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (BigInteger number in numbers)
        {
            json.WriteStringValue(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        json.WriteEndArray();
    }
}
