using System.Globalization;
using GateDsl;

namespace Paper.Fig8;

/// <summary>What was found in the ReLU network of one seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Twin">The network, recorded.</param>
/// <param name="Result">Its modules.</param>
internal sealed record SeedFindings(ulong Seed, RecordedTwin Twin, IdentificationResult Result)
{
    public const string ClassName = "IdentifiedNetwork";

    /// <summary>The declaration as text.</summary>
    public string Declaration { get; } = Result.ToDeclaration(ClassName);

    /// <summary>Whether the gates are those of the paper: always on, and in every pair of contexts.</summary>
    public bool IsCommonAndPairs(ContextTask task)
    {
        HashSet<string> expected = [.. Enumerable.Range(-1, task.ContextCount + 1)
            .Select(left => string.Concat(task.Contexts.ToArray().Select(context => context == left ? '0' : '1')))];
        return expected.SetEquals(Result.Modules.Select(FoundModules.Bits));
    }

    /// <summary>Why the elbow is not where the paper has it, from the errors and residuals around it; null: it is there.</summary>
    public string? WhyElsewhere()
    {
        if (Result.Elbow.Clusters == Fig8Settings.ElbowOfPaper || Result.Candidates.Count < Fig8Settings.ElbowOfPaper)
        {
            return null;
        }

        ModuleCandidate paper = At(Fig8Settings.ElbowOfPaper);
        ModuleCandidate own = At(Result.Elbow.Clusters);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"In seed {Seed} the elbow is at k = {own.Clusters}, margin {Result.Elbow.Margin:G2}: {own.Clusters} clusters round to {own.Gates.Count} gates with an error of "
            + $"{own.Error:G2} (losses {own.LossRms:G2}, targets {own.TargetResidual:G2}, spread of the gates {own.GateSpread:G2}), {paper.Clusters} clusters to {paper.Gates.Count} with "
            + $"{paper.Error:G2} (losses {paper.LossRms:G2}, targets {paper.TargetResidual:G2}, spread {paper.GateSpread:G2}).");
    }

    private ModuleCandidate At(int clusters) => Result.Candidates.First(candidate => candidate.Clusters == clusters);
}
