using GateDsl.Generators.Tests.Differential.Declarations;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>The file that C and Python call: there where it is asked for, and it compiles without a warning whatever the project is like.</summary>
public sealed class NativeFileTests
{
    private const string Property = "build_property.GateDslPython";

    private const string FileName = "GateDsl.Native.g.cs";

    private const string Small = """
        {
            /// <summary>.</summary>
            [OneHotInput(3)] public partial Layer Item { get; }

            /// <summary>.</summary>
            [Hidden(2), From(nameof(Item))] public partial Layer Code { get; }

            /// <summary>.</summary>
            [Output(2), From(nameof(Code))] public partial Layer Out { get; }
        }
        """;

    [Theory]
    [InlineData("false")]
    [InlineData("")]
    [InlineData("1")]
    public void WithoutThePropertyNothingIsAdded(string value) =>
        Assert.Equal(Files(Declarations.ThreeContexts, "no", ""), Files(Declarations.ThreeContexts, Property, value));

    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    public void WithItOneFileIsAddedAndNoOtherChanges(string value)
    {
        Dictionary<string, string> before = Files(Declarations.ThreeContexts, "no", "");
        Dictionary<string, string> after = Files(Declarations.ThreeContexts, Property, value);
        Assert.Equal([FileName], after.Keys.Except(before.Keys));
        Assert.All(before, file => Assert.Equal(file.Value, after[file.Key]));
    }

    /// <summary>The functions are those of the header, each once.</summary>
    [Fact]
    public void TheHeaderDeclaresWhatIsExported()
    {
        string header = File.ReadAllText(Path.Combine(Repository.Root, "src", "GateDsl", "Native", "gatedsl.h"));
        Assert.Equal(
            Matches(header, @"^(?:int32_t|int64_t|const char \*)\s?(gatedsl_[a-z_]+)\("),
            Matches(Files(Declarations.ThreeContexts, Property, "true")[FileName], "EntryPoint = \"(gatedsl_[a-z_]+)\""));

        static string[] Matches(string text, string pattern) =>
            [.. System.Text.RegularExpressions.Regex.Matches(text, pattern, System.Text.RegularExpressions.RegexOptions.Multiline)
                .Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void EveryPartOfTheLanguageCompiles() => Compile([Declarations.ThreeContexts, Declarations.Routes]);

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void RandomDeclarationsCompile(int first)
    {
        Declaration[] declarations = [.. Enumerable.Range(first, 60).Select(RandomDeclarations.Draw)];
        string file = Compile([.. declarations.Select(declaration => "#pragma warning disable CS1591\n" + DeclarationPrinter.Print(declaration))]);
        Assert.Equal(declarations.Length, Count(file, "NativeDeclared<"));
        Assert.Equal(declarations.Count(declaration => declaration.TwinWidth is not null), Count(file, "NativeTwin<"));
    }

    /// <summary>Names that the adapters themselves use, or that C# or a runtime type has.</summary>
    [Fact]
    public void ClassesMayBeCalledAnything()
    {
        string[] names =
        [
            "Create", "Load", "Save", "Step", "Train", "Surface", "NativeExports", "NativeSurface", "global", "Free", "Of_Load", "A_B", "A__B",
            "Task", "Report", "@event", "record_",
            "Größe", "Twin", "Exports", "CompilerServices",
        ];
        string file = Compile(
        [
            .. names.Select(name => $"/// <summary>.</summary>\n[global::GateDsl.GatedNetwork] public partial class {name} {Qualified(Small)}"),
            .. ((string[])["System", "GateDsl", "Layer", "TrainingOptions"]).Select(name =>
                $"namespace Near {{ /// <summary>.</summary>\n[global::GateDsl.GatedNetwork] public partial class {name} {Qualified(Small)} }}"),
            $"namespace A {{ /// <summary>.</summary>\n[global::GateDsl.GatedNetwork] public partial class B {Qualified(Small)} }}",
            $"namespace A.C {{ /// <summary>.</summary>\n[global::GateDsl.GatedNetwork] public partial class B {Qualified(Small)} }}",
        ]);
        Assert.Contains("base(\"A.B\", \"A.B\")", file, StringComparison.Ordinal);
        Assert.Contains("base(\"A.C.B\", \"A.C.B\")", file, StringComparison.Ordinal);
        Assert.Contains("base(\"event\", \"event\")", file, StringComparison.Ordinal);
    }

    /// <summary>What other code cannot name is left out, and the rest is there.</summary>
    [Fact]
    public void WhatNobodyCanNameIsLeftOut()
    {
        string file = Compile([$$"""
            #pragma warning disable CS1591
            [GatedNetwork] internal partial class Plain {{Small}}
            public partial class Outer
            {
                [GatedNetwork] public partial class Inner {{Small}}
                [GatedNetwork] protected internal partial class Both {{Small}}
                [GatedNetwork] private partial class Hidden {{Small}}
                [GatedNetwork] protected partial class Heirs {{Small}}
                [GatedNetwork] private protected partial class Near {{Small}}
                private partial class Closed { [GatedNetwork] public partial class Inside {{Small}} }
            }
            public partial class Box<T> { [GatedNetwork] public partial class InBox {{Small}} }
            """]);
        foreach (string there in (string[])["Plain", "Outer.Inner", "Outer.Both"])
        {
            Assert.Contains($"global::{there}.Dataset", file, StringComparison.Ordinal);
        }

        foreach (string absent in (string[])["Outer.Hidden", "Heirs", "Near", "Closed", "InBox"])
        {
            Assert.DoesNotContain(absent, file, StringComparison.Ordinal);
        }
    }

    /// <summary>A project without networks, or with none that can be called, exports the functions all the same; a faulty network is not among them.</summary>
    [Fact]
    public void WithoutNetworksThereAreTheFunctions()
    {
        Assert.Contains("gatedsl_train", Compile(["class Nothing;"]), StringComparison.Ordinal);
        string file = Files($"[GatedNetwork] public partial class Good {Small}\n[GatedNetwork] public partial class Bad {Small.Replace("nameof(Item)", "\"Itm\"", StringComparison.Ordinal)}", Property, "true")[FileName];
        Assert.Contains("Good", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Bad", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Obsolete]")]
    [InlineData("[Obsolete(\"Use another.\", true)]")]
    [InlineData("[Obsolete(\"Use another.\", DiagnosticId = \"MINE\")]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"MINE2\")]")]
    public void RemarksOnAClassAreNotRepeated(string attribute) =>
        Compile([$"#pragma warning disable MINE2\n/// <summary>.</summary>\n{attribute}\n[GatedNetwork] public partial class Net {Small}"]);

    [Fact]
    public void AnAssemblyForAllLanguagesCompiles() => Compile(["[assembly: CLSCompliant(true)]", Declarations.ThreeContexts]);

    private static string Qualified(string source) =>
        source.Replace("[", "[global::GateDsl.", StringComparison.Ordinal).Replace("partial Layer", "partial global::GateDsl.Layer", StringComparison.Ordinal);

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    /// <summary>Compiles with warnings as faults; returns the file.</summary>
    private static string Compile(string[] sources)
    {
        CSharpCompilation generated = Generate(InMemory.Compile(sources), Property, "true");
        Diagnostic[] problems = [.. InMemory.CompilerProblems(generated).Where(Compiled.IsInGenerated)];
        Assert.True(problems.Length == 0, string.Join("\n", problems.Take(10)));
        Assert.Empty(generated.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error));
        return generated.SyntaxTrees.Single(tree => Path.GetFileName(tree.FilePath) == FileName).ToString();
    }

    private static Dictionary<string, string> Files(string source, string property, string value) => Generate(InMemory.Compile(source), property, value)
        .SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
            .ToDictionary(tree => Path.GetFileName(tree.FilePath), tree => tree.ToString());

    private static CSharpCompilation Generate(CSharpCompilation compilation, string property, string value)
    {
        InMemory.NewDriver().WithUpdatedAnalyzerConfigOptions(new BuildProperty(property, value))
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        return (CSharpCompilation)generated;
    }
}
