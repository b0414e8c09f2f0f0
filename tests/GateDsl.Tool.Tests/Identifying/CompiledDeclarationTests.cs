using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace GateDsl.Tool.Tests.Identifying;

/// <summary>
/// Random declarations of known gates, all in one compilation: what the compiler makes of the text is what was found, down to names, copies of
/// banks, sources, widths and classes. The compiler shares no code with what writes the text.
/// </summary>
public sealed class CompiledDeclarationTests
{
    private const int Declarations = 12;

    [Fact]
    public void TheCompiledNetworkIsWhatWasFound()
    {
        KnownGates[] all = [.. Enumerable.Range(0, Declarations).Select(seed => KnownGates.Random(new Random(seed)))];
        IdentificationResult[] found = [.. all.Select(known => known.Identify())];
        string[] texts = [.. found.Select((result, i) => result.ToDeclaration(NameOf(i)))];
        (ImmutableArray<Diagnostic> problems, Compilation whole) = DeclarationTests.Compile(texts);
        Assert.True(problems.IsEmpty, $"{string.Join("\n", problems)}\n{problems.FirstOrDefault()?.Location.SourceTree}");
        using MemoryStream image = new();
        Assert.True(whole.Emit(image).Success);
        Assembly compiled = Assembly.Load(image.ToArray());
        int banks = 0;
        for (int i = 0; i < Declarations; i++)
        {
            Assert.Equal(all[i].Gates.Select(Bits).Order(StringComparer.Ordinal),
                found[i].Modules.Select(module => Bits(module.Gate)).Order(StringComparer.Ordinal));
            Type network = compiled.GetType(NameOf(i), throwOnError: true)!;
            var description = (NetworkDescription)network.GetProperty("Description")!.GetValue(null)!;
            Assert.True(IsAsFound(description, found[i], all[i].Data) is null, $"{i}: {IsAsFound(description, found[i], all[i].Data)}\n{texts[i]}");
            Assert.True(IsSaid(texts[i], found[i]) is null, $"{i}: {IsSaid(texts[i], found[i])}\n{texts[i]}");
            banks += description.Layers.Count(layer => layer.Kind == LayerKind.Hidden && layer.IsBank);
            Assert.Equal(ExpectedBanks(all[i]),
                description.Layers.Where(layer => layer.Kind == LayerKind.Hidden && layer.IsBank).Select(layer => layer.Copies.Count).Order());
        }

        Assert.InRange(banks, 3, 4 * Declarations);
    }

    private static string NameOf(int declaration) => string.Create(CultureInfo.InvariantCulture, $"Net{declaration}");

    private static string Bits(IReadOnlyList<bool> gate) => string.Concat(gate.Select(on => on ? '1' : '0'));

    // What differs; null: nothing.
    private static string? IsAsFound(NetworkDescription description, IdentificationResult found, IdentificationData data)
    {
        LayerDescription[] hidden = [.. description.Layers.Where(layer => layer.Kind == LayerKind.Hidden)];
        GateReport report = description.GateReport();
        if (hidden.Sum(layer => layer.Copies.Count) != found.Modules.Count)
        {
            return "another number of modules";
        }

        if (!found.Modules.Select(module => module.Name.Split('[')[0]).Distinct().SequenceEqual(hidden.Select(layer => layer.Name)))
        {
            return "another order of layers";
        }

        foreach (IdentifiedModule module in found.Modules)
        {
            (LayerDescription layer, CopyDescription copy) = hidden.SelectMany(layer => layer.Copies.Select(copy => (layer, copy)))
                .Single(pair => pair.copy.Name == module.Name);
            IdentifiedInput[] read = [.. data.Inputs.Where(input => ReadBy(module, data).Contains(input.Name))];
            GateClass? seen = copy.Gate.IsAlways ? module.Class : report.Gates.Single(entry => entry.Name == module.Name).Class;
            string? difference =
                !Enumerable.Range(0, data.Count).All(n => (copy.Gate.IsAlways || copy.Gate.Table![Place(data, n)]) == module.Gate[n])
                    ? $"another gate: {copy.Gate}"
                : seen != module.Class ? $"class {seen}, found {module.Class}"
                : !layer.IsBank && layer.Units != Math.Max(1, (int)Math.Round(module.Width, MidpointRounding.AwayFromZero))
                    ? $"width {layer.Units}, found {module.Width}"
                : !description.Edges.Where(edge => edge.Target == module.Name).Select(edge => edge.Source).Order()
                    .SequenceEqual(read.Select(input => input.Name).Order()) ? "other sources"
                : description.Edges.Count(edge => edge.Source == module.Name) != 1 ? "not one way to the outputs"
                : null;
            if (difference is not null)
            {
                return $"{module.Name}: {difference}";
            }
        }

        (string, LayerKind, int)[] inputs = [.. data.Inputs.SelectMany(input => input.IsOneHot
            ? new[] { (input.Name, LayerKind.OneHotInput, input.Features) }
            : [(input.Name, LayerKind.Input, input.Features), (input.IndexName, LayerKind.Selector, input.IndexValues)])];
        LayerDescription output = description.Layers.Single(layer => layer.Kind == LayerKind.Output);
        return !description.Layers.Where(layer => layer.IsInput || layer.IsIndex).Select(layer => (layer.Name, layer.Kind, layer.Units)).SequenceEqual(inputs)
            ? "other inputs"
            : output.Units != data.TargetWidth ? "other outputs"
            : null;
    }

    // A gate of the context alone, the last of several one-hot inputs, is not on a module that reads it.
    private static string[] ReadBy(IdentifiedModule module, IdentificationData data)
    {
        IdentifiedInput[] oneHot = [.. data.Inputs.Where(input => input.IsOneHot)];
        bool isOfContext = oneHot.Length > 1 && module.Gate.Contains(false)
            && Enumerable.Range(0, data.Count)
                .All(n => Enumerable.Range(0, n).All(m => oneHot[^1].Index[n] != oneHot[^1].Index[m] || module.Gate[n] == module.Gate[m]));
        return [.. data.Inputs.Where(input => !isOfContext || input != oneHot[^1]).Select(input => input.Name)];
    }

    // In a table over all combinations the index declared first is outermost.
    private static int Place(IdentificationData data, int datapoint) =>
        data.Inputs.Aggregate(0, (place, input) => (place * input.IndexValues) + input.Index[datapoint]);

    // What stands beside each module is its own.
    private static string? IsSaid(string text, IdentificationResult found)
    {
        string said = Regex.Replace(text, @"\s*\n\s*//\s*", " ");
        foreach (IdentifiedModule module in found.Modules)
        {
            string figures = string.Create(
                CultureInfo.InvariantCulture,
                    $"{module.Share:0%} ({module.ShareByRecording[0]:0%}, {module.ShareByRecording[^1]:0%}) of the strength, {module.UnitShare:0%} of the units, found again {module.Stability:0%}");
            string beside = module.Name.Contains('[', StringComparison.Ordinal) ? $"{module.Name}, {module.Description}: {figures}" : figures;
            if (!said.Contains(beside, StringComparison.Ordinal))
            {
                return $"{beside} is not said";
            }
        }

        string? rule = Regex.Matches(said, @"On where (\w+) holds").Select(match => match.Groups[1].Value)
            .FirstOrDefault(rule => !said.Contains($"private static bool {rule}(", StringComparison.Ordinal));
        return rule is not null ? $"there is no {rule}"
            : !said.Contains(string.Create(CultureInfo.InvariantCulture, $"[ReluTwin({found.Units})]"), StringComparison.Ordinal) ? "another ReLU network"
            : said.Contains("Rectified = true", StringComparison.Ordinal) != found.Modules.All(
                module => module.Class is not (null or GateClass.NotImplementable)) ? "rectified or not"
            : null;
    }

    // All subsets of one size of an index whose every value some datapoint has: each set of gates that is exactly these is a bank.
    private static IEnumerable<int> ExpectedBanks(KnownGates known)
    {
        HashSet<string> gates = [.. known.Gates.Select(Bits)];
        List<int> sizes = [];
        foreach (IdentifiedInput input in known.Data.Inputs.Where(input => input.Index.Distinct().Count() == input.IndexValues))
        {
            foreach (IGrouping<int, int> ofOneSize in Enumerable.Range(1, (1 << input.IndexValues) - 2).GroupBy(set => int.PopCount(set)))
            {
                if (ofOneSize.All(set => gates.Contains(string.Concat(input.Index.Select(value => (set >> value & 1) != 0 ? '1' : '0')))))
                {
                    sizes.Add(ofOneSize.Count());
                }
            }
        }

        return sizes.Order();
    }
}
