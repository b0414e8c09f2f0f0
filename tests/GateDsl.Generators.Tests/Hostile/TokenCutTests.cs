using GateDsl.Generators.Tests.Hostile.Checking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Hostile;

/// <summary>A rich file, cut at every token: what a generator sees of it while it is typed from the first word to the last.</summary>
public class TokenCutTests
{
    private const string Rich = """
        namespace My.Networks;
        /// <summary>A network of <b>everything</b>.</summary>
        public partial class Outer<T>
        {
            [GatedNetwork(Rectified = true, Precision = Precision.Double), ReluTwin(7)]
            [Stimuli(nameof(Net.Mode), nameof(Net.Pixels), "1 -1", "1/3 0.5")]
            public sealed partial class Net : System.IDisposable
            {
                /// <summary>What is <b>shown</b>.</summary>
                [OneHotInput(4, Role = InputRole.Item)] public partial Layer Item { get; }
                [OneHotInput(3)] internal partial Layer Context { get; }
                [Input(2)] public partial Layer Pixels { get; }
                [Selector(2)] public partial Selector Mode { get; }
                [Hidden(5), From(nameof(Item), "Context", When = nameof(Early)), From(nameof(Pixels)), ActiveIn(nameof(Mode), 0, 1)]
                public partial Layer Common { get; }
                [Hidden(6), From(nameof(Item)), OnePerSubset(nameof(Context), 2), ActiveWhen(nameof(Late))]
                public partial LayerBank Pairs { get; }
                [Hidden(6), From(nameof(Pairs), nameof(Common)), OnePer(index: nameof(Context)), SelfGated]
                public partial LayerBank Singles { get; }
                [Output(7), From(sources: new[] { nameof(Singles), nameof(Common) })]
                public partial Layer Properties { get; }

                private static bool Early(int item) => item < 2;
                private static bool Late(int context, int Item) => context > 0 || Item switch { 1 => true, _ => false };
                public void Dispose() { }
            }
        }
        """;

    [Fact]
    public void EveryBeginningOfAFileIsTakenOrRefusedWithAReason()
    {
        string text = Rich.Replace("\r\n", "\n", StringComparison.Ordinal);
        SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens()];

        // Also in the middle of every second word, as it is typed.
        IEnumerable<int> ends = tokens.Select(token => token.Span.End)
            .Concat(tokens.Where((token, i) => i % 2 == 0 && token.Span.Length > 1).Select(token => token.SpanStart + (token.Span.Length / 2)));

        Assert.True(tokens.Length > 250, $"There are {tokens.Length} tokens.");
        string[] faults = [.. ends.Distinct().SelectMany(end => HostileCheck.Find(new HostileCase($"cut at {end}", text[..end]), withVariants: false)
            .Select(fault => $"{fault}\n{text[Math.Max(0, end - 60)..end]}<cut>\n"))];
        Assert.True(faults.Length == 0, $"{faults.Length} faults:\n" + string.Join("\n", faults));
    }
}
