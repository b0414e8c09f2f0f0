using System.Xml.Linq;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>Words of generated comments as their reader sees them: formulas by hand, signs of markup as they are meant.</summary>
public class WrittenWordsTests
{
    /// <summary>An error is minus the derivative of its loss: that of log(1 + exp(h)) is 1 / (1 + exp(-h)), that of log(sum of exp(h)) is softmax(h).</summary>
    [Theory]
    [InlineData("Logistic", "sum over units of log(1 + exp(h)) - y h", "y - 1 / (1 + exp(-h))")]
    [InlineData("CrossEntropy", "log(sum of exp(h)) - h_c at the label c", "onehot(c) - softmax(h) for the label c")]
    [InlineData("Squared", "1/2 |y - h|^2", "y - h")]
    public void AnErrorIsMinusTheDerivativeOfItsLoss(string loss, string formula, string error)
    {
        string[] files = [.. InMemory.Generate($$"""
            [GatedNetwork]
            public partial class Net
            {
                [Input(3)] public partial Layer X { get; }
                [Hidden(4), From(nameof(X))] public partial Layer H { get; }
                [Output(2, Loss = OutputLoss.{{loss}}), From(nameof(H))] public partial Layer First { get; }
                [Output(2, Loss = OutputLoss.{{(loss == "Squared" ? "Logistic" : "Squared")}}), From(nameof(H))] public partial Layer Second { get; }
            }
            """).Result.GeneratedTrees.Select(tree => tree.ToString())];

        Assert.Contains(files, file => file.Contains($"First: {formula}, e = {error}\n", StringComparison.Ordinal));
        Assert.Contains(files, file => file.Contains($"First: {error};", StringComparison.Ordinal));
    }

    /// <summary>What a documentation comment escapes it escapes once: its reader sees no markup.</summary>
    [Fact]
    public void ALayerIsDocumentedInPlainSigns()
    {
        INamedTypeSymbol network = InMemory.Generate("""
            [GatedNetwork]
            public partial class Net
            {
                [Input(3)] public partial Layer X { get; }
                [Hidden(4), From(nameof(X)), SelfGated] public partial Layer H { get; }
                [Output(2), From(nameof(H))] public partial Layer Out { get; }
            }
            """).Compilation.GetTypeByMetadataName("Net")!;

        IPropertySymbol layer = Assert.IsAssignableFrom<IPropertySymbol>(Assert.Single(network.GetMembers("H")));
        string xml = (layer.PartialImplementationPart ?? layer).GetDocumentationCommentXml()!;
        string read = XElement.Parse(xml).Element("summary")!.Value;
        Assert.Equal(
            "Hidden layer of 4 units, on everywhere; each unit is on where its own pre-activation is > 0.",
            string.Join(' ', read.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }
}
