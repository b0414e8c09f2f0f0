using GateDsl.Generators.Model;
using GateDsl.Generators.Parsing;
using GateDsl.Generators.Parsing.Reuse;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GateDsl.Generators.Tests.Reuse;

/// <summary>A network that an edit cannot concern is not parsed again, and one that it does concern is: what is kept is never stale.</summary>
public class ParsedNetworksTests
{
    private static int _projects;

    private const int Seeds = 15;
    private const int EditsPerSeed = 12;

    /// <summary>What the rules use, in as many ways as C# has to reach it.</summary>
    private static readonly string[] Sources =
    [
        """
        using static Elsewhere.Imported;
        using Elsewhere;
        using Short = Elsewhere.Aliased;

        namespace Nets
        {
            public partial class Outer
            {
                private const int OfOuter = 1;

                /// <summary>A network.</summary>
                [GatedNetwork]
                public partial class Net : Parent
                {
                    private const int Own = 3;
                    [OneHotInput(4)] public partial Layer Item { get; }

                    /// <summary>As <see cref="Settings.Last"/> says.</summary>
                    [Hidden(6), From(nameof(Item)), ActiveWhen(nameof(Rule))] public partial Layer Early { get; }
                    [Hidden(Settings.Units), From(nameof(Item)), ActiveWhen(nameof(OtherRule))] public partial Layer Late { get; }
                    [Output(2), From(nameof(Early), nameof(Late))] public partial Layer Out { get; }

                    private static bool Rule(int item) =>
                        item < Settings.Last || item + OfOuter > FromImport || item == OfParent || item.Extended() == Own || Helper.Twice(item) == Short.Three;
                    private static bool OtherRule(int item) => item + int.MaxValue < (int)Kind.Animal && item != OfPart && item != Whole.Top && item < Elsewhere.Far.Value;
        #if SYMBOL
                    private const int Conditional = 1;
        #endif
                }
            }
        }
        """,
        """
        namespace Elsewhere;

        public static class Settings { public const int Last = Limits.Top; public const int Units = 5; private static int Unrelated() => 7; }
        public static class Limits { public const int Top = 2; }
        public static class Imported { public const int FromImport = 3; }
        public static class Aliased { public const int Three = 3; }
        public static class Other { public const int Three = 2; }
        public static class Far { public const int Value = 9; }
        public enum Kind { Plant = 1, Animal = 3 }
        public static class Helper { public static int Twice(int item) => Once(item) * 2; private static int Once(int item) => item; }
        public static class Extensions { public static int Extended(this int item) => item + 1; }
        """,
        "namespace Nets { public class Parent { protected const int OfParent = 2; } }",
        "namespace Nets { public partial class Outer { public partial class Net { private const int OfPart = 1; } } }",
        "global using Whole = Elsewhere.Limits;\nglobal using UnrelatedAlias = System.Math;",
        "namespace Unrelated { public class Class { private int Method(int item) => item; } }",
        """
        namespace Nets;
        [GatedNetwork]
        public partial class Neighbour
        {
            [OneHotInput(4)] public partial Layer In { get; }
            [Hidden(6), From(nameof(In)), ActiveWhen(nameof(Even))] public partial Layer Middle { get; }
            [Output(2), From(nameof(Middle))] public partial Layer Result { get; }
            private static bool Even(int @in) => @in % 2 == 0;
        }
        """,
    ];

    /// <summary>File, what stands there, and what is put in its place.</summary>
    public static TheoryData<int, string, string> EditsThatMatter => new()
    {
        { 0, "item < Settings", "item <= Settings" },
        { 0, "Own = 3", "Own = 2" },
        { 0, "OfOuter = 1", "OfOuter = 2" },
        { 0, "says.", "said." },
        { 0, "using Short = Elsewhere.Aliased", "using Short = Elsewhere.Other" },
        { 0, "public partial Layer Late", "internal partial Layer Late" },
        { 0, "Net : Parent", "Net" },
        { 0, "public partial class Net", "public abstract partial class Net" },
        { 1, "Last = Limits.Top", "Last = 3" },
        { 1, "Top = 2", "Top = 1" },
        { 1, "Units = 5", "Units = 6" },
        { 1, "FromImport = 3", "FromImport = 4" },
        { 1, "Three = 3", "Three = 4" },
        { 1, "Animal = 3", "Animal = 2" },
        { 1, "Plant = 1, Animal = 3", "Plant = 1, Animal" },
        { 1, "Once(item) * 2", "Once(item) * 3" },
        { 1, "Once(int item) => item", "Once(int item) => item + 1" },
        { 1, "=> item + 1", "=> item + 2" },
        { 1, "this int", "int" },
        { 1, "class Settings", "class Sittings" },
        { 1, "namespace Elsewhere;", "namespace Somewhere;" },
        { 1, "public const int Last", "private const int Last" },
        { 2, "OfParent = 2", "OfParent = 3" },
        { 2, "class Parent {", "class Parent { public required int More { get; init; }" },
        { 3, "OfPart = 1", "OfPart = 2" },
        { 3, "class Net {", "class Net { private int Dataset;" },
        { 3, "partial class Outer", "class Outer" },
        { 4, "Whole = Elsewhere.Limits", "Whole = Elsewhere.Unlimited" },
        { 5, "namespace Unrelated {", "namespace Nets { public static class Settings { public const int Last = 1, Units = 5; } }\nnamespace Unrelated {" },
        { 5, "namespace Unrelated {", "namespace Nets.Elsewhere { public static class Far { public const int Value = 1; } }\nnamespace Unrelated {" },
        { 5, "namespace Unrelated {",
            "namespace Nets { public static class Near { public static int Extended(this int item) => 0; } }\nnamespace Unrelated {" },
        { 5, "namespace Unrelated {",
            "namespace Nets { public class HiddenAttribute : System.Attribute { public HiddenAttribute(int n) { } } }\nnamespace Unrelated {" },
        { 5, "namespace Unrelated {", "namespace Nets { public partial class Outer { public partial class NET { } } }\nnamespace Unrelated {" },
        { 5, "namespace Unrelated {", "namespace NETS { public partial class Outer { public partial class NET { } } }\nnamespace Unrelated {" },
    };

    public static TheoryData<int, string, string> EditsThatDoNot => new()
    {
        { 0, "using Short", "// Words.\nusing Short" },
        { 5, "=> item;", "=> item + 1;" },
        { 5, "class Class {", "class Class { private int NewMember;" },
        { 5, "namespace Unrelated {", "namespace Unrelated { public class New { }" },
        { 5, "namespace Unrelated {", "using System.Text; namespace Unrelated {" },
        { 6, "Hidden(6)", "Hidden(7)" },
        { 6, "% 2", "% 3" },
        { 6, "partial Layer Middle", "partial Layer Centre" },
        { 6, "=> @in", "=> => @in" },
    };

    [Theory]
    [MemberData(nameof(EditsThatMatter))]
    public void WhatAnEditConcernsIsParsedAgain(int file, string old, string text)
    {
        CSharpCompilation before = NewProject();
        NetworkModel model = Known(before).Model!;

        CSharpCompilation after = Edit(before, file, old, text);

        Assert.NotEqual(model, Fresh(after).Model);
        Assert.Equal(Fresh(after), Known(after));
        Assert.Equal(model, Known(after.ReplaceSyntaxTree(Tree(after, file), Tree(before, file))).Model);
    }

    /// <summary>A comment in the class's own file may move it: then the model is the same object and no place is kept.</summary>
    [Theory]
    [MemberData(nameof(EditsThatDoNot))]
    public void WhatAnEditDoesNotConcernIsNot(int file, string old, string text)
    {
        CSharpCompilation before = NewProject();
        ParseResult result = Known(before);

        CSharpCompilation after = Edit(before, file, old, text);

        Assert.Same(result, Known(after));
        Assert.Equal(Fresh(after), Known(after));
    }

    /// <summary>Nothing of the tree is shared, as when a file is read again.</summary>
    [Fact]
    public void TheSameTextReadAnewIsTheSame()
    {
        CSharpCompilation before = NewProject();
        CSharpCompilation after = before.ReplaceSyntaxTree(
            before.SyntaxTrees[1], CSharpSyntaxTree.ParseText(Sources[0] + "\n// More.", InMemory.ParseOptions, before.SyntaxTrees[1].FilePath));

        Assert.Same(Known(before), Known(after));
    }

    [Fact]
    public void OptionsAndReferencesMatter()
    {
        CSharpCompilation before = NewProject();
        CSharpCompilation isChecked = before.WithOptions(before.Options.WithOverflowChecks(true));
        CSharpCompilation withSymbol = WithParseOptions(before, InMemory.ParseOptions.WithPreprocessorSymbols("SYMBOL"));
        CSharpCompilation withoutLanguage =
            before.WithReferences(before.References.Where(reference => !reference.Display!.Contains("GateDsl", StringComparison.Ordinal)));
        ParseResult result = Known(before);

        Assert.Equal(Fresh(isChecked), Known(isChecked));
        Assert.NotEqual(result, Known(isChecked));
        Assert.Equal(Fresh(withSymbol), Known(withSymbol));
        Assert.NotSame(result, Known(withSymbol));
        Assert.Null(Known(withoutLanguage).Model);
        Assert.Equal(result, Known(before.WithOptions(before.Options.WithReportSuppressedDiagnostics(true))));
    }

    /// <summary>Edits follow each other, some mended again, and two branches of one history are looked at in turn.</summary>
    [Fact]
    public void RandomHistoriesAreNeverStale()
    {
        (int File, string Old, string Text)[][] edits =
        [
            .. new[] { EditsThatMatter, EditsThatDoNot }.Select(kind => kind.Select(edit => ((int)edit[0], (string)edit[1], (string)edit[2])).ToArray()),
        ];
        int reused = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            Random random = new(seed);
            CSharpCompilation project = NewProject();
            CSharpCompilation[] branches = [project, project];
            ParseResult?[] last = [null, null];
            int branch = 0;
            for (int step = 0; step < EditsPerSeed; step++)
            {
                branch = random.Next(4) == 0 ? 1 - branch : branch;
                (int file, string old, string text) = random.GetItems(edits[random.Next(2)], 1)[0];
                string source = Tree(branches[branch], file).ToString();
                if (random.Next(2) == 0 && source.Contains(text, StringComparison.Ordinal))
                {
                    (old, text) = (text, old);
                }

                if (source.Contains(old, StringComparison.Ordinal))
                {
                    branches[branch] = Edit(branches[branch], file, old, text);
                }

                ParseResult known = Known(branches[branch]);
                Assert.Equal(Fresh(branches[branch]), known);
                reused += ReferenceEquals(known, last[branch]) ? 1 : 0;
                last[branch] = known;
            }
        }

        Assert.True(reused > Seeds, $"Only {reused} results were used again.");
    }

    /// <summary>A project of its own: other tests in the same process edit projects named alike.</summary>
    private static CSharpCompilation NewProject() => InMemory.Compile(Sources).WithAssemblyName("Reuse" + Interlocked.Increment(ref _projects));

    private static ParseResult Known(CSharpCompilation compilation) => ParsedNetworks.Of(Network(compilation), compilation, CancellationToken.None);

    private static ParseResult Fresh(CSharpCompilation compilation) => NetworkParser.Parse(Network(compilation), compilation, CancellationToken.None);

    private static INamedTypeSymbol Network(CSharpCompilation compilation) => compilation.GetTypeByMetadataName("Nets.Outer+Net")!;

    private static SyntaxTree Tree(CSharpCompilation compilation, int file) => compilation.SyntaxTrees.Single(tree => tree.FilePath == $"Test{file}.cs");

    private static CSharpCompilation Edit(CSharpCompilation compilation, int file, string old, string text)
    {
        SyntaxTree tree = Tree(compilation, file);
        string source = tree.ToString();
        int at = source.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{old} is not there.");
        SourceText edited = tree.GetText().WithChanges(new TextChange(new TextSpan(at, old.Length), text));
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(edited));
    }

    private static CSharpCompilation WithParseOptions(CSharpCompilation compilation, CSharpParseOptions options) => compilation
        .RemoveAllSyntaxTrees()
        .AddSyntaxTrees(compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.ToString(), options, tree.FilePath)));
}
