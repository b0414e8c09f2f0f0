using System.Diagnostics;
using System.Globalization;
using GateDsl.Commanding;
using GateDsl.Tool.Running;

namespace GateDsl.Tool.Checking;

/// <summary>From gates in a file to a verdict on each.</summary>
/// <param name="output">For what was found.</param>
/// <param name="error">For one line on what went wrong, for warnings, and for how far long work is.</param>
internal sealed class CheckRun(TextWriter output, TextWriter error)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(5);

    /// <summary>Checks them; see <see cref="ExitCode"/>. That a gate cannot be had is an answer, not a failure.</summary>
    public int Check(CheckRequest request, CancellationToken cancellationToken) => new FileRun(error).Guarded("check", () =>
    {
        if (request.Out is { } file)
        {
            FileRun.RequireOut(file, request.Inputs, request.Gates);
        }

        CheckedInputs inputs = CheckedInputs.Read(request.Inputs, request.HasBias);
        GateFile gates = GateFile.Read(request.Gates, request.Inputs, (inputs.Features, inputs.Datapoints.Count));
        foreach (string warning in gates.Warnings)
        {
            error.WriteLine($"Warning: {warning}");
        }

        CheckReport report = new(inputs, Decide(gates.Gates, inputs, cancellationToken), gates.Warnings);
        if (request.Out is { } table)
        {
            FileRun.Write(table, report.ToCsv());
        }

        if (request.Json)
        {
            report.WriteJson(output);
            return;
        }

        report.WriteTable(output, request.Out);
        if (request.Out is { } written)
        {
            output.WriteLine($"Written: {written}");
        }
    });

    /// <summary>Gates that are the same are decided once: in recordings many units share one.</summary>
    private CheckedGate[] Decide(bool[][] gates, CheckedInputs inputs, CancellationToken cancellationToken)
    {
        Dictionary<string, GateProof> known = new(StringComparer.Ordinal);
        CheckedGate[] decided = new CheckedGate[gates.Length];
        Stopwatch sinceReport = Stopwatch.StartNew();
        for (int i = 0; i < gates.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string pattern = string.Concat(gates[i].Select(on => on ? '1' : '0'));
            if (!known.TryGetValue(pattern, out GateProof? proof))
            {
                known.Add(pattern, proof = inputs.Datapoints.Decide(gates[i], cancellationToken));
            }

            decided[i] = CheckedGate.Of(i, gates[i], proof, inputs);
            if (sinceReport.Elapsed > BetweenReports)
            {
                error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1} of {gates.Length} gates are checked."));
                sinceReport.Restart();
            }
        }

        return decided;
    }
}
