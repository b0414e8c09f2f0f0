using System.Globalization;
using System.Text.RegularExpressions;

namespace GateDsl.Tests.Identifying.Declaring;

/// <summary>What declarations of random recordings say is what was found: every figure, warning and attribute, from the result that it is of.</summary>
public sealed class DeclarationFiguresTests
{
    private readonly HashSet<string> _seen = [];

    [Fact]
    public void AreThoseOfTheResult()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            Random random = new(seed);
            RandomRecordings recorded = RandomRecordings.Of(random, flipped: 0.1 * random.NextDouble(), hasTargets: seed % 3 > 0);
            IdentificationData data = recorded.Task.Data;
            IdentificationOptions options =
                new() { Starts = 3, Repetitions = 3, MostModules = 4, Modules = seed % 2 == 0 ? Math.Min(random.Next(1, 4), Different(recorded)) : null };
            if (data.HasTargets)
            {
                double start = 0.5 * data.TargetValues!.Sum(target => target * target);
                options = options with { Training = new([.. Enumerable.Range(0, 60).Select(epoch => start * Math.Exp(-0.02 * epoch))], 0.05, 0.02) };
            }

            IdentificationResult found = Identification.Of(recorded.Kept, data, options);
            if (found.Modules.Count == 0)
            {
                continue;
            }

            string text = found.ToDeclaration("Network");
            AssertProvenance(Words(text), found);
            AssertNetwork(text, found, data);
            AssertInputs(text, data);
            AssertLayers(text, found, data);
        }

        Assert.Superset(new HashSet<string> { "given", "chosen", "losses", "doubts", "silent", "rectified", "vectors", "numbers", "rule",
            "explained", "silenced" }, _seen);
    }

    private void AssertProvenance(string words, IdentificationResult found)
    {
        Says(words, $"Identified from {found.Recordings} recording{(found.Recordings == 1 ? "" : "s")} of a ReLU network of {found.Units} units: {found.Rows} gates, {found.DeadRows} of them never on (set aside).");
        string chosen = found.Elbow.IsGiven ? "which was given." : Invariant($"{found.Elbow.Rule} (margin {found.Elbow.Margin:0.000}).");
        Says(words, $"k-means of the gates into k = {found.Elbow.Clusters}, {chosen}");
        Says(words, $"k {string.Join(' ', Enumerable.Range(1, found.Candidates.Count))} error {string.Join(' ', found.Candidates.Select(candidate => Invariant($"{candidate.Error:0.0000}")))} How sure");
        double rms = found.Candidates[found.Elbow.Clusters - 1].LossRms;
        Says(words, $"How sure: {found.Residual:0.0%} of the gate bits differ from the gate of their module; exactly these gates are found again in {found.Stability:0%} of repetitions");
        string losses = double.IsNaN(rms) ? "." : Invariant($"; the losses predicted with them differ by rms {rms:0.0000} of the first loss.");
        Says(words, $" of repetitions{losses} ");
        Assert.All(found.Doubts, doubt => Says(words, $"NOT WELL EXPLAINED: {doubt}"));
        Assert.Equal(found.Doubts.Count, Regex.Count(words, "NOT WELL EXPLAINED"));
        _seen.Add(found.Elbow.IsGiven ? "given" : "chosen");
        _seen.Add(found.Candidates.Count(candidate => Math.Abs(candidate.LossRms - rms) > 1e-3) > 1 ? "losses" : "");
        _seen.Add(found.Doubts.Count > 1 ? "doubts" : "");
    }

    private void AssertNetwork(string text, IdentificationResult found, IdentificationData data)
    {
        bool isRectified = data.Inputs.All(input => input.IsListed) && !found.Modules.Any(module => module.Class is null or GateClass.NotImplementable);
        Says(text, $"\n[GatedNetwork({(isRectified ? "Rectified = true, " : "")}Precision = Precision.Double)]\n[ReluTwin({found.Units})]\n");
        bool isSilent = data.Inputs.All(input => input.IsListed) && Enumerable.Range(0, data.Count).Any(n => found.Modules.All(module => !module.Gate[n]));
        Assert.Equal(isSilent, text.Contains("#pragma warning disable GDSL108", StringComparison.Ordinal));
        Assert.Equal(isSilent, text.Contains("public sealed partial class Network\n#pragma warning restore GDSL108\n{", StringComparison.Ordinal));
        _seen.Add(isSilent ? "silent" : "");
        _seen.Add(isRectified ? "rectified" : "");
    }

    private void AssertInputs(string text, IdentificationData data)
    {
        foreach (IdentifiedInput input in data.Inputs)
        {
            if (input.IsOneHot)
            {
                Says(text, $"    /// <summary>One of {input.Features}.</summary>\n    [OneHotInput({input.Features})]\n    public partial Layer {input.Name} {{ get; }}\n");
                continue;
            }

            string which = input.IsListed
                ? $"One of the {input.IndexValues} vectors listed above."
                : $"Dense; {input.IndexValues} different vectors were looked at.";
            Says(text, $"    /// <summary>{which}</summary>\n    [Input({input.Features})]\n    public partial Layer {input.Name} {{ get; }}\n");
            string rows = string.Join(
                ",\n    ", input.Stimuli.Select(row => '"' + string.Join(' ', row.Select(value => value.ToString("R", CultureInfo.InvariantCulture))) + '"'));
            Assert.Equal(input.IsListed,
                text.Contains($"[Stimuli(nameof(Network.{input.IndexName}), nameof(Network.{input.Name}),\n    {rows})]\n", StringComparison.Ordinal));
            Assert.Equal(input.IsListed,
                text.Contains($"    [Selector({input.IndexValues})]\n    public partial Selector {input.IndexName} {{ get; }}\n", StringComparison.Ordinal));
            _seen.Add(input.IsListed ? "vectors" : "numbers");
        }

        Assert.Equal(data.Inputs.Count(input => !input.IsOneHot && input.IsListed), Regex.Count(text, @"\[Stimuli\("));
    }

    private void AssertLayers(string text, IdentificationResult found, IdentificationData data)
    {
        int numbered = data.GatesComeWithData ? found.Modules.Count(module => module.Gate.Contains(false)) : 0;
        Assert.Equal(numbered > 0, text.Contains($"    [GateInput({numbered})]\n", StringComparison.Ordinal));
        Assert.Equal(numbered > 0 ? 1 : 0, Regex.Count(text, @"\[GateInput\("));
        Assert.Equal(Regex.Matches(text, @"ActiveWhen\(nameof\((\w+)\)\)").Select(match => match.Groups[1].Value),
            Regex.Matches(text, @"private static bool (\w+)\(").Select(match => match.Groups[1].Value));
        string[] layers = text[(text.IndexOf("\n{\n", StringComparison.Ordinal) + 1)..].Split("\n\n");
        foreach (IGrouping<string, IdentifiedModule> layer in found.Modules.GroupBy(module => module.Name.Split('[')[0]))
        {
            string own = layers.Single(lines => Regex.IsMatch(lines, $@"public partial Layer(Bank)? {layer.Key} {{ get; }}"));
            string words = Words(own);
            Says(own, $"[Hidden({Math.Max(1, Math.Floor(layer.First().Width + 0.5))})");
            string[] copies = [.. layer.OrderBy(module => module.Name, StringComparer.Ordinal).Select(module =>
                (module.Name == layer.Key ? "" : $"{module.Name}, {module.Description}: ")
                + Invariant($"{module.Share:0%} ({module.ShareByRecording[0]:0%}, {module.ShareByRecording[^1]:0%}) of the strength, {module.UnitShare:0%} of the units, found again {module.Stability:0%}, rounded by {module.RoundingResidual:0.00}.")
                + (IsExplained(module) ? " " + string.Join(' ', module.Explanation.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)) : ""))];
            Assert.StartsWith(string.Join(' ', copies), words.Replace("{ ", "", StringComparison.Ordinal).Trim(), StringComparison.Ordinal);
            string[] expected = data.GatesComeWithData ? [] : [.. layer.Select(module => module.Class switch
            {
                GateClass.NotImplementable => "GDSL101",
                GateClass.ItemOnly when data.Inputs.Count(input => input.IsOneHot) > 1 => "GDSL103",
                _ => "",
            }).Where(id => id.Length > 0).Distinct()];
            Assert.Equal(expected, Regex.Matches(own, "#pragma warning disable (GDSL[0-9]+)").Select(match => match.Groups[1].Value));
            Assert.Equal(expected, Regex.Matches(own, "#pragma warning restore (GDSL[0-9]+)").Select(match => match.Groups[1].Value));
            _seen.Add(expected.Length > 0 ? "silenced" : "");
            _seen.Add(own.Contains("ActiveWhen", StringComparison.Ordinal) ? "rule" : "");
        }
    }

    private bool IsExplained(IdentifiedModule module)
    {
        bool isExplained = module.Class is null or GateClass.NotImplementable or GateClass.NestedMixed or GateClass.ItemOnly;
        _seen.Add(isExplained ? "explained" : "");
        return isExplained;
    }

    private static int Different(RandomRecordings recorded) => Enumerable.Range(0, recorded.Gates.Length)
        .SelectMany(recording => Enumerable.Range(0, recorded.Units).Select(unit => recorded.GateOf(recording, unit)))
            .Where(gate => gate.Contains(true)).Select(gate => string.Concat(gate)).Distinct().Count();

    private static string Words(string text) =>
        string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(word => word is not "//" and not "///"));

    private static void Says(string text, FormattableString expected) => Assert.Contains(Invariant(expected), text, StringComparison.Ordinal);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
