using System.Collections;
using System.Reflection;
using GateDsl.Generators.Emission;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>An edit makes run again what it concerns and nothing else; what it concerns is never stale.</summary>
public class IncrementalityTests
{
    private const string Elsewhere = """
        namespace Elsewhere;

        /// <summary>Not a network.</summary>
        public static class Settings
        {
            /// <summary>Used by a rule.</summary>
            public const int Last = 2;
            private static int Unrelated() => 7;
        }

        /// <summary>Used by a rule.</summary>
        public enum Kind { Plant = 1, Animal = 3 }
        """;

    private const string Network = """
        using Elsewhere;

        namespace Nets;

        [GatedNetwork, ReluTwin(5)]
        public partial class Net
        {
            [OneHotInput(4)] public partial Layer Item { get; }

            /// <summary>First words.</summary>
            [Hidden(6), From(nameof(Item)), ActiveWhen(nameof(IsEarly))] public partial Layer Early { get; }
            [Hidden(3), From(nameof(Item)), ActiveWhen(nameof(IsAnimal))] public partial Layer Animals { get; }
            [Hidden(2), From(nameof(Item)), ActiveWhen(nameof(IsOdd))] public partial Layer Odd { get; }
            [Output(2), From(nameof(Early), nameof(Animals), nameof(Odd))] public partial Layer Out { get; }

            private static bool IsEarly(int item) => item < Settings.Last;
            private static bool IsAnimal(int item) => item == (int)Kind.Animal;
        }
        """;

    private const string OtherPart = """
        namespace Nets;

        public partial class Net
        {
            private static bool IsOdd(int item) => item % 2 == 1;
        }
        """;

    public static TheoryData<string, string> UnrelatedEdits => new()
    {
        { "Unrelated() => 7", "Unrelated() => 8" },
        { "private static int Unrelated", "// a comment\n\n    private static int Unrelated" },
        { "/// <summary>Not a network.</summary>", "/// <summary>Still none.</summary>" },
        { "namespace Elsewhere;", "namespace Elsewhere;\n\npublic class New { public int Layer; }" },
        { "private static int Unrelated() => 7;", "private static int Unrelated( => 7" },
    };

    [Theory]
    [MemberData(nameof(UnrelatedEdits))]
    public void AnEditElsewhereRunsNothingAgain(string old, string text)
    {
        Edits edits = new(Elsewhere, Network, OtherPart, Declarations.ThreeContexts);

        AssertNothingRanAgain(edits.Replace(0, old, text));
    }

    [Fact]
    public void AFileMoreRunsNothingAgain() => AssertNothingRanAgain(
        new Edits(Elsewhere, Network, OtherPart).Add("/// <summary>New.</summary>\npublic class Added { }"));

    [Fact]
    public void AnEditOfOneDeclarationLeavesTheOtherAlone()
    {
        Edits edits = new(Elsewhere, Network, OtherPart, Declarations.ThreeContexts);

        edits.Replace(3, "Hidden(5)", "Hidden(6)");

        foreach (string step in (string[])[GatedNetworkGenerator.Steps.Model, GatedNetworkGenerator.Steps.Plan, GatedNetworkGenerator.Steps.Emit])
        {
            Assert.Single(edits.Outputs(step), output => output.Reason == IncrementalStepRunReason.Modified);
            Assert.Single(edits.Outputs(step), output => output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged);
        }
    }

    /// <summary>File, what stands there, and what is put in its place.</summary>
    public static TheoryData<int, string, string> EditsThatMatter => new()
    {
        { 0, "Last = 2", "Last = 3" },
        { 0, "Animal = 3", "Animal = 2" },
        { 2, "% 2 == 1", "% 2 == 0" },
        { 1, "item < Settings.Last", "item <= Settings.Last" },
        { 1, "Hidden(6)", "Hidden(7)" },
        { 1, "First words.", "Other words." },
        { 1, "[GatedNetwork, ", "[GatedNetwork(Precision = Precision.Double), " },
        { 1, "ReluTwin(5)", "ReluTwin(6)" },
        { 1, ", ReluTwin(5)", "" },
        { 1, "public partial Layer Odd", "internal partial Layer Odd" },
        { 1, "OneHotInput(4)", "OneHotInput(5)" },
    };

    /// <summary>What an edited project generates is what the edited sources generate from scratch, and not what was generated before.</summary>
    [Theory]
    [MemberData(nameof(EditsThatMatter))]
    public void AnEditThatMattersIsNeverStale(int file, string old, string text)
    {
        string[] sources = [Elsewhere, Network, OtherPart];
        Edits edits = new(sources);
        IEnumerable<KeyValuePair<string, string>> before = edits.Files;
        object[] plans = [.. edits.Outputs(GatedNetworkGenerator.Steps.Plan).Select(output => output.Value)];

        edits.Replace(file, old, text);

        sources[file] = sources[file].Replace(old, text, StringComparison.Ordinal);
        Assert.Equal(new Edits(sources).Files, edits.Files);

        // A rule that gives other values is called by the same name: then the model differs and the text need not.
        Assert.True(
            !before.SequenceEqual(edits.Files) || !plans.SequenceEqual(edits.Outputs(GatedNetworkGenerator.Steps.Plan).Select(output => output.Value)),
            "The edit changed nothing.");
    }

    [Fact]
    public void AFaultThatIsMendedGivesTheNetworkBack()
    {
        Edits edits = new(Elsewhere, Network, OtherPart);
        IEnumerable<KeyValuePair<string, string>> right = edits.Files;

        edits.Replace(1, "Hidden(6)", "Hidden(0)");
        Assert.Single(edits.Files);
        Assert.NotEmpty(edits.Outputs(GatedNetworkGenerator.Steps.Fallback));

        edits.Replace(1, "Hidden(0)", "Hidden(6)");
        Assert.Equal(right, edits.Files);
    }

    /// <summary>Lines that speak of other layers only are the same, and in the same order, under the new name.</summary>
    [Fact]
    public void ARenameChangesWhatBelongsToTheLayer()
    {
        string[] before = Lines(new Edits(Declarations.ThreeContexts));
        string[] after = Lines(new Edits(Declarations.ThreeContexts.Replace("Common", "Shared", StringComparison.Ordinal)));

        Assert.Equal(before.Where(line => !line.Contains("Common", StringComparison.Ordinal)),
            after.Where(line => !line.Contains("Shared", StringComparison.Ordinal)));
        Assert.Contains(before, line => line.Contains("Common", StringComparison.Ordinal));
    }

    /// <summary>Adding a layer leaves every line of the code of other modules in place.</summary>
    [Fact]
    public void ALayerMoreAddsWhatBelongsToItAndToItsReaders()
    {
        Edits edits = new(Declarations.ThreeContexts);
        string[] before = Lines(edits);
        edits.Replace(0, "/// <summary>In two of three.</summary>",
            "/// <summary>New.</summary>\n    [Hidden(2), From(nameof(Context))]\n    public partial Layer Added { get; }\n\n    /// <summary>In two of three.</summary>");
        edits.Replace(0, "From(nameof(Pairs))", "From(nameof(Pairs), nameof(Added))");
        HashSet<string> after = [.. Lines(edits)];

        // Counts of work, blocks and weights, and what the new layer's reader sums, are about the whole network.
        Assert.All(before.Where(line => !after.Contains(line)), line => Assert.True(
            line.Contains("Properties", StringComparison.Ordinal) || line.Any(char.IsDigit), $"Gone or changed: {line}"));
    }

    /// <summary>Models live as long as the IDE does: whatever they reach is kept alive and compared.</summary>
    [Fact]
    public void ModelsReachNoSymbolSyntaxLocationOrCompilation()
    {
        Edits edits = new(Elsewhere, Network, OtherPart, Declarations.ThreeContexts, Declarations.Routes);
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        foreach (string step in GatedNetworkGenerator.Steps.All)
        {
            foreach ((object value, _) in edits.Outputs(step))
            {
                Visit(value, step, seen);
            }
        }

        Assert.Contains(seen, value => value is SourceFile);
        Assert.True(seen.Count > 100);
    }

    private static void Visit(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or SemanticModel or Delegate, $"{path} is a {value.GetType()}");
        if (value is IEnumerable elements)
        {
            foreach (object? element in elements)
            {
                Visit(element, path + "[]", seen);
            }
        }

        for (Type? type = value.GetType(); type is not null && type.Assembly == typeof(GatedNetworkGenerator).Assembly; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }

    private static string[] Lines(Edits edits) => [.. edits.Files.SelectMany(file => file.Value.Split('\n'))];

    private static void AssertNothingRanAgain(Edits edits)
    {
        foreach (string step in GatedNetworkGenerator.Steps.All.Where(step => step != GatedNetworkGenerator.Steps.Fallback))
        {
            Assert.NotEmpty(edits.Outputs(step));
            Assert.All(edits.Outputs(step), output => Assert.True(
                output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step}: {output.Reason}"));
        }
    }
}
