using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Hostile;

/// <summary>
/// Names that come from object, or from a base class wherever it stands, as names of layers, rules and generated members: what is emitted compiles
/// without a warning, or an error of ours says why not.
/// </summary>
public class InheritedNamesTests
{
    /// <summary>All that a class inherits from object, and what every kind of generated thing is called.</summary>
    private static readonly string[] Names =
    [
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
        "Train", "Step", "Loss", "Predict", "Gradient", "Gradients", "Dataset", "TrainMany", "TrainedNetwork", "Statistics", "Compiled", "Race",
        "ReluTwin", "Experiment",
        "Description", "_compiled", "w", "h", "e", "d", "Weights", "Steps", "ActivationBuffers", "ErrorBuffers", "Forward", "Backward",
        "FindResiduals", "Strengths", "Gates", "Cheaper",
        "CheckWeights", "Choose", "ByStatistics", "MovesAtOnce", "HiddenLayers", "Enter", "AtOnce", "Clear", "AddProduct", "Count", "ZeroLoss",
        "Once", "Create",
        "ItemToFirst", "FirstToAnswer", "Item", "First", "Answer", "Deconstruct", "EqualityContract", "PrintMembers", "Clone",
    ];

    private static readonly string[] Members =
    [
        "public int NAME;", "protected int NAME { get; set; }", "public virtual void NAME() { }", "internal static void NAME(int x) { }",
        "public const string NAME = \"\";", "public class NAME { }", "public event System.Action NAME;", "public delegate void NAME();", "private int NAME;",
    ];

    [Fact]
    public void ALayerMayHaveTheNameOfWhatItsClassInherits()
    {
        foreach (string name in Names)
        {
            Check($"layer {name}", InMemory.Compile(Network("public partial class Net", name, "Rule")));
        }
    }

    [Fact]
    public void ARuleMayHaveTheNameOfWhatItsClassInherits()
    {
        foreach (string name in Names.Take(7))
        {
            Check($"rule {name}", InMemory.Compile(Network("public partial class Net", "First", name)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnyMemberMayBeInherited(bool isElsewhere)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            foreach (string member in new[] { Members[i % Members.Length] })
            {
                string name = Names[i].StartsWith('_') ? "Underscored" : Names[i];
                if (name is "ToString" or "Equals" or "GetHashCode" or "GetType" or "Finalize" or "MemberwiseClone" or "ReferenceEquals")
                {
                    continue;
                }

                string parent = $"#pragma warning disable\npublic class Parent {{ {member.Replace("NAME", name, StringComparison.Ordinal)} }}";
                string network = Network("public partial class Net : Parent", "First", "Rule");
                Check($"inherited {member} {name}, elsewhere: {isElsewhere}", isElsewhere
                    ? InMemory.Compile(network).AddReferences(Image(parent))
                    : InMemory.Compile(network, parent));
            }
        }
    }

    private static MetadataReference Image(string source)
    {
        using MemoryStream image = new();
        Assert.True(InMemory.Compile(source).WithAssemblyName("Library").Emit(image).Success, source);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static string Network(string header, string layer, string rule) => $$"""
        #pragma warning disable
        [GatedNetwork, ReluTwin(4)]
        {{header}}
        {
            [OneHotInput(4)] public partial Layer Item { get; }
            [Hidden(3), From(nameof(Item)), ActiveWhen(nameof({{rule}}))] public {{(IsInherited(layer) ? "new " : "")}}partial Layer {{layer}} { get; }
            [Hidden(3), From(nameof(Item)), OnePer(nameof(Item))] public partial LayerBank Bank { get; }
            [Output(3), From("{{layer}}", nameof(Bank))] public partial Layer Answer { get; }
            private static bool {{rule}}(int item) => item > 1;
        }
        """;

    private static bool IsInherited(string name) =>
        typeof(object).GetMember(name, System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic
        | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Instance).Length > 0;

    /// <summary>An error of the compiler's on the user's own file is the user's; what is emitted has none, nor a warning.</summary>
    private static void Check(string what, CSharpCompilation compilation)
    {
        CSharpCompilation generated = InMemory.Generate(compilation).Compilation;
        bool isUsers = compilation.GetDiagnostics().Any(problem => problem.Severity == DiagnosticSeverity.Error && problem.Id != "CS9248");
        bool isOurs = InMemory.Analyze(generated).Any(finding => finding.Severity == DiagnosticSeverity.Error);
        Diagnostic[] emitted =
        [
            .. generated.GetDiagnostics().Where(problem => problem.Severity >= DiagnosticSeverity.Warning
                && (problem.Location.SourceTree is not { } tree || !compilation.SyntaxTrees.Any(own => own.FilePath == tree.FilePath))),
        ];
        Assert.True(emitted.Length == 0 || isUsers, $"{what}: {string.Join("\n", emitted.Select(problem => problem.ToString()))}");
        Assert.True(isUsers || isOurs || !generated.GetDiagnostics().Any(problem => problem.Severity == DiagnosticSeverity.Error),
            $"{what}: {string.Join("\n", generated.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error))}");
    }
}
