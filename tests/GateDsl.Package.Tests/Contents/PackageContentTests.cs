using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace GateDsl.Package.Tests.Contents;

/// <summary>What is in the packages, file by file, and what they say of themselves.</summary>
[Collection(Packed.Name)]
public sealed class PackageContentTests(Packed packed)
{
    private static readonly string[] Common = ["LICENSE", "README.md", "icon.png"];

    private const string Loader = "tools/python/gatedsl/";

    private static readonly string[] Libraries = ["GateDsl", "GateDsl.Identification", "GateDsl.Sweeps"];

    public static TheoryData<string> Ids => [.. Libraries, "GateDsl.Templates", "GateDsl.Tool"];

    [Fact]
    public void TheFolderHasThePackagesAndSymbolsAndNothingElse() => Assert.Equal(
        [
            .. Libraries.Append("GateDsl.Templates").Append("GateDsl.Tool").Select(id => $"{id}.{packed.Version}.nupkg")
                .Concat(Libraries.Select(id => $"{id}.{packed.Version}.snupkg"))
                .Append($"gatedsl-{packed.Version}-py3-none-any.whl")
                .Order(StringComparer.Ordinal),
        ],
        packed.Files("*").Select(Path.GetFileName));

    [Fact]
    public void TheLibraryHasRuntimeCompilerAndNoStrayFile() => Assert.Equal(
        [
            "analyzers/dotnet/cs/GateDsl.CodeFixes.dll", "analyzers/dotnet/cs/GateDsl.Generators.dll", "buildTransitive/GateDsl.Python.targets",
            "buildTransitive/GateDsl.props", "buildTransitive/GateDsl.targets", "buildTransitive/gatedsl.h", "buildTransitive/native/Native.csproj",
            "lib/net10.0/GateDsl.dll", "lib/net10.0/GateDsl.xml", "tools/wheels/GateDsl.Wheels.dll", "tools/wheels/GateDsl.Wheels.runtimeconfig.json",
        ],
        Content("GateDsl").Except(Common).Where(file => !file.StartsWith(Loader, StringComparison.Ordinal)));

    [Fact]
    public void TheLibraryAndTheWheelHaveThePythonPackage()
    {
        using ZipArchive wheel = ZipFile.OpenRead(packed.Files("*.whl").Single());
        string[] modules =
            [.. wheel.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("gatedsl/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)];

        Assert.Contains("gatedsl/__init__.py", modules);
        Assert.Contains("gatedsl/py.typed", modules);
        Assert.All(modules, name => Assert.True(name.EndsWith(".py", StringComparison.Ordinal) || name == "gatedsl/py.typed", name));
        Assert.Equal(modules,
            Content("GateDsl").Where(file => file.StartsWith(Loader, StringComparison.Ordinal)).Select(file => file["tools/python/".Length..]));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryPackageHasLicenceReadmeAndIcon(string id) => Assert.Equal(Common, Content(id).Intersect(Common));

    [Theory]
    [InlineData("GateDsl.Identification")]
    [InlineData("GateDsl.Sweeps")]
    public void ALibraryHasItsAssemblyAndNoStrayFile(string id) =>
        Assert.Equal([$"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"], Content(id).Except(Common));

    [Fact]
    public void TheToolHasWhatItRunsAndNoStrayFile() => Assert.Equal(
        [
            "DotnetToolSettings.xml", "GateDsl.Commanding.dll", "GateDsl.Identification.dll", "GateDsl.Tool.deps.json", "GateDsl.Tool.dll",
            "GateDsl.Tool.runtimeconfig.json", "GateDsl.dll", "Sylvan.Data.Csv.dll", "System.CommandLine.dll", "System.Numerics.Tensors.dll",
        ],
        Content("GateDsl.Tool").Except(Common).Select(file => file.Replace("tools/net10.0/any/", "", StringComparison.Ordinal)));

    [Fact]
    public void TheTemplatesHaveTheFilesOfTwoProjects() => Assert.Equal(
        [
            "gatedsl-experiment/.template.config/template.json", "gatedsl-experiment/ContextNetwork.cs", "gatedsl-experiment/GateDslApp.csproj",
            "gatedsl-experiment/LossFigure.cs", "gatedsl-experiment/Program.cs", "gatedsl/.template.config/template.json", "gatedsl/GateDslApp.csproj",
            "gatedsl/LossFigure.cs", "gatedsl/Program.cs", "gatedsl/ThreeContexts.cs",
        ],
        Content("GateDsl.Templates").Except(Common).Select(file => file.Replace("content/", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("GateDsl")]
    [InlineData("GateDsl.Identification")]
    [InlineData("GateDsl.Sweeps")]
    public void SymbolsHaveTheSymbolsOfTheAssemblyAlone(string id) => Assert.Equal([$"lib/net10.0/{id}.pdb"], Content(id, "snupkg"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void APackageSaysWhatItIs(string id)
    {
        XElement metadata = Manifest(id);

        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.Equal("icon.png", Value(metadata, "icon"));
        Assert.All(["authors", "description", "tags", "releaseNotes", "projectUrl", "copyright"], name => Assert.NotEqual("", Value(metadata, name)));
        Assert.DoesNotContain("Package Description", Value(metadata, "description"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GateDsl", "System.Numerics.Tensors")]
    [InlineData("GateDsl.Identification", "GateDsl", "System.Numerics.Tensors")]
    [InlineData("GateDsl.Sweeps", "Parquet.Net", "Spectre.Console", "System.CommandLine")]
    [InlineData("GateDsl.Templates")]
    [InlineData("GateDsl.Tool")]
    public void APackageDependsOnWhatItUsesAndNothingElse(string id, params string[] dependencies) => Assert.Equal(
        dependencies,
        Manifest(id).Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value).Order());

    /// <summary>A compiler does not load an analyzer that was built against a newer one (CS9057). Version 5.0.0 is that of the first .NET 10 SDK.</summary>
    [Theory]
    [InlineData("GateDsl.CodeFixes.dll")]
    [InlineData("GateDsl.Generators.dll")]
    public void TheCompilerIsBuiltForTheFirstSdkOfItsRuntime(string assembly)
    {
        using ZipArchive package = packed.Open("GateDsl");
        using MemoryStream bytes = new();
        using (Stream stream = package.GetEntry("analyzers/dotnet/cs/" + assembly)!.Open())
        {
            stream.CopyTo(bytes);
        }

        bytes.Position = 0;
        using PEReader file = new(bytes);
        MetadataReader metadata = file.GetMetadataReader();
        Version[] versions =
        [
            .. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
                .Where(reference => metadata.GetString(reference.Name).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
                .Select(reference => reference.Version),
        ];

        Assert.NotEmpty(versions);
        Assert.All(versions, version => Assert.Equal(new Version(5, 0, 0, 0), version));
    }

    [Fact]
    public void TwoCopiesOfTheSourcesGiveTheSameBytes()
    {
        string again = packed.Again().Packages;

        Assert.Equal(packed.Files("*").Select(Path.GetFileName), Directory.EnumerateFiles(again).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(packed.Files("*"), file =>
            Assert.True(File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(again, Path.GetFileName(file)))),
                Path.GetFileName(file)));
    }

    private static string Value(XElement metadata, string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value ?? "";

    private XElement Manifest(string id)
    {
        using ZipArchive package = packed.Open(id);
        using Stream stream = package.GetEntry(id + ".nuspec")!.Open();
        return XDocument.Load(stream).Root!.Elements().Single();
    }

    /// <summary>Its files, without those that say that it is a package.</summary>
    private string[] Content(string id, string extension = "nupkg")
    {
        using ZipArchive package = packed.Open(id, extension);
        return
        [
            .. package.Entries.Select(entry => entry.FullName)
                .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
                    && name != "[Content_Types].xml" && name != id + ".nuspec")
                .Order(StringComparer.Ordinal),
        ];
    }
}
