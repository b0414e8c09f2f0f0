using GateDsl.Tool.Running;

namespace GateDsl.Tool.Identifying;

/// <summary>What <see cref="IdentificationTable"/> prints, for programs.</summary>
internal static class IdentificationJson
{
    /// <param name="output">Where.</param>
    /// <param name="found">What was found.</param>
    /// <param name="file">The declaration that was written.</param>
    public static void Write(TextWriter output, IdentificationResult found, string file) => JsonOutput.Write(output, json =>
    {
        json.WriteString("written", file);
        json.WriteString("gates", found.GateNumbers is null ? null : DeclarationFiles.GatesFile(file));
        json.WriteNumber("units", found.Units);
        json.WriteNumber("recordings", found.Recordings);
        json.WriteNumber("rows", found.Rows);
        json.WriteNumber("deadRows", found.DeadRows);
        json.WriteNumber("alwaysOnRows", found.AlwaysOnRows);
        json.WriteString("errorKind", found.ErrorKind.ToString());
        json.WriteNumber("k", found.Elbow.Clusters);
        json.WriteString("rule", found.Elbow.Rule);
        json.WriteKnown("margin", found.Elbow.Margin);
        json.WriteKnown("residual", found.Residual);
        json.WriteKnown("stability", found.Stability);
        json.WriteBoolean("wellExplained", found.WellExplained);
        json.WriteStartArray("doubts");
        foreach (string doubt in found.Doubts)
        {
            json.WriteStringValue(doubt);
        }

        json.WriteEndArray();
        json.WriteList("modules", found.Modules, module =>
        {
            json.WriteString("name", module.Name);
            json.WriteString("class", module.Class?.ToString());
            json.WriteString("on", module.Description);
            json.WriteString("gate", string.Concat(module.Gate.Select(on => on ? '1' : '0')));
            json.WriteKnown("share", module.Share);
            json.WriteKnown("width", module.Width);
            json.WriteKnown("rounding", module.RoundingResidual);
            json.WriteKnown("stability", module.Stability);
            json.WriteString("explanation", module.Explanation);
        });
        json.WriteList("candidates", found.Candidates, candidate =>
        {
            json.WriteNumber("k", candidate.Clusters);
            json.WriteNumber("gates", candidate.Gates.Count);
            json.WriteKnown("losses", candidate.LossRms);
            json.WriteKnown("targets", candidate.TargetResidual);
            json.WriteKnown("spread", candidate.GateSpread);
            json.WriteKnown("error", candidate.Error);
        });
        if (found is ForecastResult foreseen)
        {
            json.WriteStartArray("loss");
            foreach (double loss in foreseen.Loss)
            {
                json.WriteNumberValue(loss);
            }

            json.WriteEndArray();
        }
    });
}
