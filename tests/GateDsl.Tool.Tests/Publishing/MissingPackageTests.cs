using GateDsl.Tool.Publishing;
using GateDsl.Tool.Tests.Support;

namespace GateDsl.Tool.Tests.Publishing;

/// <summary>What the SDK says of a project that the user does not have, in words about what he has.</summary>
public sealed class MissingPackageTests
{
    [Theory]
    [InlineData(
        "{0}/A.csproj : error NU1101: Unable to find package GateDsl. No packages exist with this id in source(s): empty [{0}/A.csproj]",
        "no feed of this folder has the package GateDsl {1}, ")]
    [InlineData(
        "{0}/A.csproj : error NU1102: Unable to find package GateDsl with version (= 7.1.0-pre) [{0}/A.csproj]",
        "no feed of this folder has the package GateDsl 7.1.0-pre, ")]
    [InlineData(
        "{0}/A.csproj : error NU1102: Unable to find package System.Numerics.Tensors with version (>= 10.0.0) [{0}/A.csproj]",
        "no feed of this folder has the package System.Numerics.Tensors 10.0.0, ")]
    [InlineData(
        "{0}/A.csproj : error NU1100: Unable to resolve 'runtime.linux-x64.Microsoft.DotNet.ILCompiler (= 10.0.1)' for 'net10.0'. [{0}/A.csproj]",
        "no feed of this folder has the package runtime.linux-x64.Microsoft.DotNet.ILCompiler 10.0.1, ")]
    [InlineData(
        "{0}/A.csproj : error NU1101: Unable to find package Zeta. None. [{0}/A.csproj]|{0}/A.csproj : error NU1101: Unable to find package Alpha. None. [{0}/A.csproj]",
        "no feed of this folder has the packages Alpha and Zeta, ")]
    [InlineData(
        "{0}/A.csproj : error NU1301: Unable to load the service index for source https://example.org/. [{0}/A.csproj]",
        "error NU1301: Unable to load the service index for source https://example.org/.")]
    [InlineData("{0}/A.cs(3,5): error GDSL020: No such layer. [{0}/A.csproj]", "A.cs(3,5): error GDSL020: No such layer.")]
    public void ItIsAboutTheDeclaration(string lines, string reason)
    {
        PublishedProject project = new("/tmp/work", "/home/me/A.cs");
        SdkRun run = new(1, ["Determining projects to restore...", .. lines.Replace("{0}", "/tmp/work", StringComparison.Ordinal).Split('|')]);

        string said = new SdkErrors(run, project, "nets/A.cs").Reason();

        Assert.StartsWith(reason.Replace("{1}", PublishedProject.Version, StringComparison.Ordinal), said, StringComparison.Ordinal);
        Assert.DoesNotContain("csproj", said, StringComparison.Ordinal);
        Assert.Equal(said.StartsWith("no feed", StringComparison.Ordinal),
            said.Contains("dotnet nuget add source FOLDER --name NAME, for all folders, or a nuget.config beside A.cs", StringComparison.Ordinal));
    }

    /// <summary>The SDK itself, with a feed in which there is nothing.</summary>
    [Fact]
    public void WithoutAFeedThePackageIsNamed()
    {
        using TestFolder folder = new();
        string declaration = Path.Combine(folder.Path, "A.cs");
        File.WriteAllText(declaration, "class A;");
        File.WriteAllText(Path.Combine(folder.Path, "nuget.config"),
            """<configuration><packageSources><clear /><add key="empty" value="feed" /></packageSources></configuration>""");
        Directory.CreateDirectory(Path.Combine(folder.Path, "feed"));

        ToolRun run = ToolRun.Of("python", declaration, "--out", Path.Combine(folder.Path, "built"));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"{declaration}: no feed of this folder has the package", run.Error, StringComparison.Ordinal);
        Assert.Contains($"GateDsl {PublishedProject.Version}", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "built")));
    }
}
