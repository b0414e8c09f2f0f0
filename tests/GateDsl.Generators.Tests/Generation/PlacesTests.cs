using System.Text.RegularExpressions;
using GateDsl.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>Wherever a network stands and however its project compiles, what is generated for it compiles without a warning and runs.</summary>
public partial class PlacesTests
{
    private const string Members = """
        {
            /// <summary>What is shown.</summary>
            [OneHotInput(3)] public partial Layer Item { get; }
            [Selector(2)] internal partial Selector Way { get; }
            [Hidden(3), From(nameof(Item)), ActiveIn(nameof(Way), 1)] private partial Layer Common { get; }
            [Hidden(2), From(nameof(Item)), OnePer(nameof(Way))] partial LayerBank Ways { get; }
            [Output(2), From(nameof(Common), nameof(Ways))] internal partial Layer Out { get; }
        }
        """;

    /// <summary>NET is the class with its attributes, MEMBERS what is declared in it.</summary>
    private static readonly string[] Places =
    [
        "NET MEMBERS",
        "namespace Some.@namespace.@class { NET MEMBERS }",
        "namespace Block { namespace Inner { internal NET MEMBERS } }",
        "namespace P1 { public partial class Around<T, U> where T : struct where U : new() { private NET MEMBERS } }",
        "namespace P2 { public partial struct Around { internal NET MEMBERS } }",
        "namespace P3 { public partial record Around(int X) { protected NET MEMBERS } }",
        "namespace P4 { public partial record struct @event<T> { private NET MEMBERS } }",
        "namespace P5 { public partial interface IAround<T> { NET MEMBERS } }",
        "namespace P6 { public static partial class Around { public static partial class Inner { NET MEMBERS } } }",
        "namespace P7 { public partial class Around { NET MEMBERS } public partial class Around<T> { NET MEMBERS } public partial class AROUND { NET MEMBERS } }",
        "namespace P8 { NET MEMBERS } namespace P8.Net0 { NET MEMBERS } namespace p8 { NET MEMBERS }",
        "namespace P9 { public class Base { protected int Depth => 3; } public partial class Net : Base, System.IDisposable { public void Dispose() { } } NET MEMBERS }",
        "namespace P10 { NET MEMBERS sealed partial class Net { public Net() : this(Gaussian.WithSigma(1), 2) { } } }",
        "namespace P12 { public partial class Around { protected internal NET MEMBERS private protected static int Used => 1; } }",
        "namespace P11.System.GateDsl { NET MEMBERS }",
    ];

    [Fact]
    public void AnyPlaceWillDo() => Compiled.AndRun(InMemory.Compile([.. Places.Select(Declare)]));

    [Fact]
    public void FileScopedNamespacesWillDo() => Compiled.AndRun(InMemory.Compile("namespace File.Scoped;\n" + Declare("NET MEMBERS")));

    /// <summary>Nullable off, arithmetic checked, C# 13, debug build, unsafe code forbidden, each warning an error.</summary>
    [Fact]
    public void AnyOptionsWillDo()
    {
        string[] sources = [Declare("NET MEMBERS"), Declarations.ThreeContexts, Declarations.Routes];
        CSharpCompilation csharp13 = InMemory.Compile(InMemory.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp13), sources);
        CSharpCompilation csharp14 = InMemory.Compile(sources);
        Compiled.AndRun(csharp13.WithOptions(csharp13.Options.WithNullableContextOptions(NullableContextOptions.Disable).WithOverflowChecks(true)));
        Compiled.AndRun(csharp14.WithOptions(csharp14.Options
            .WithOptimizationLevel(OptimizationLevel.Debug)
            .WithWarningLevel(9999)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error)));
    }

    private static string Declare(string place) => "#pragma warning disable CS1591, CS8981\n" + Net()
        .Replace(place, "[GatedNetwork] $1partial class Net")
        .Replace("MEMBERS", Members, StringComparison.Ordinal);

    /// <summary>The placeholder with the modifiers before it, which stand behind an attribute.</summary>
    [GeneratedRegex("((?:public |internal |private |protected |sealed )*)NET")]
    private static partial Regex Net();
}
