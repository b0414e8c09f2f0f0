using System.Text.Json;
using GateDsl.Tool.Running;

namespace GateDsl.Tool.Identifying;

/// <summary>What <see cref="DeepForecastTable"/> prints, for programs.</summary>
internal static class DeepForecastJson
{
    /// <param name="output">Where.</param>
    /// <param name="foreseen">What was forecast.</param>
    /// <param name="file">The declaration that was written.</param>
    public static void Write(TextWriter output, DeepForecastResult foreseen, string file) => JsonOutput.Write(output, json =>
    {
        json.WriteString("written", file);
        json.WriteNumber("draws", foreseen.Prediction.Draws.Count);
        json.WriteNumber("firstRest", foreseen.FirstRest);
        json.WriteNumber("linearLayers", foreseen.Chosen.LinearLayers);
        json.WriteList("candidates", foreseen.Candidates, candidate =>
        {
            json.WriteNumber("linearLayers", candidate.LinearLayers);
            json.WriteStartArray("widths");
            foreach (int width in candidate.Widths)
            {
                json.WriteNumberValue(width);
            }

            json.WriteEndArray();
            json.WriteKnown("means", candidate.Rms);
            json.WriteKnown("single", candidate.Apart);
            json.WriteKnown("aligned", candidate.AlignedApart);
        });
        json.WriteList("layers", foreseen.Layers, layer => WriteLayer(json, layer));
        if (foreseen is DeepIdentificationResult found)
        {
            json.WriteList("recorded", found.Recorded, layer => WriteLayer(json, layer));
            json.WriteStartArray("gatesApart");
            for (int layer = 1; layer <= found.Recorded.Count; layer++)
            {
                json.WriteNumberValue(found.GatesApart(layer));
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("loss");
        foreach (double loss in foreseen.Prediction.Loss)
        {
            json.WriteNumberValue(loss);
        }

        json.WriteEndArray();

        void WriteLayer(Utf8JsonWriter json, ForecastLayer layer)
        {
            json.WriteString("name", layer.Name);
            json.WriteNumber("units", layer.Units);
            json.WriteKnown("alwaysOn", layer.AlwaysOn);
            json.WriteList("epochs", foreseen.Epochs.Zip(layer.Censuses), read =>
            {
                json.WriteNumber("epoch", read.First);
                foreach (GateClassShare share in read.Second.Classes)
                {
                    json.WriteKnown(share.Class?.ToString() ?? "NotChecked", share.Share);
                }
            });
        }
    });
}
