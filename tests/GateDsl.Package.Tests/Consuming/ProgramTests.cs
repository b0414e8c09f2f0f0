using System.Xml.Linq;

namespace GateDsl.Package.Tests.Consuming;

/// <summary>Other ways to a program than a project by hand: templates, a single file, native code, the tool.</summary>
[Collection(Packed.Name)]
public sealed class ProgramTests(Packed packed)
{
    [Fact]
    public void TheTemplatesBuildWithoutWarningRunAndDraw()
    {
        string folder = packed.NewFolder("templates");
        packed.Dotnet(folder, "new", "install", Path.Combine(packed.Folder, $"GateDsl.Templates.{packed.Version}.nupkg")).Succeeded();
        packed.Dotnet(folder, "new", "gatedsl", "-o", "My first-network", "--skipRestore").Succeeded();
        packed.Dotnet(folder, "new", "gatedsl-experiment", "-o", "Experiment", "--skipRestore").Succeeded();
        File.WriteAllText(
            Path.Combine(folder, "All.slnx"),
            "<Solution><Project Path=\"My first-network/My first-network.csproj\" /><Project Path=\"Experiment/Experiment.csproj\" /></Solution>");
        CommandRun build = packed.Dotnet(folder, "build", "All.slnx", "-c", "Release", "-nologo", "-v", "q", "-p:TreatWarningsAsErrors=true").Succeeded();
        Assert.Empty(build.Warnings());

        CommandRun first = packed.Dotnet(folder, "run", "-c", "Release", "--no-build", "--project", "My first-network").Succeeded();
        CommandRun experiment = packed.Dotnet(folder, "run", "-c", "Release", "--no-build", "--project", "Experiment", "--", "2", "801").Succeeded();

        Assert.Contains("The curves differ by 0.", first.Output, StringComparison.Ordinal);
        Assert.Equal("svg", XDocument.Load(Path.Combine(folder, "loss.svg")).Root!.Name.LocalName);
        Assert.Contains("twin_vs_relu", experiment.Output, StringComparison.Ordinal);
        Assert.Equal(802, File.ReadAllLines(Path.Combine(folder, "losses.csv")).Length);
        Assert.Equal("svg", XDocument.Load(Path.Combine(folder, "losses.svg")).Root!.Name.LocalName);
    }

    [Fact]
    public void AProgramOfOneFileRuns()
    {
        string folder = packed.NewFolder("one file");
        string network = Consumer.Network.Replace("using GateDsl;\n", "", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "first.cs"), $"#:package GateDsl@{packed.Version}\nusing GateDsl;\n\n{Consumer.Main}\n{network}\n");

        CommandRun run = packed.Dotnet(folder, "run", "first.cs").Succeeded();

        Assert.Empty(run.Warnings());
        Assert.Contains("They agree.", run.Output, StringComparison.Ordinal);
    }

    [NativeFact]
    public void AProgramOfNativeCodeIsMadeWithoutWarningAndRuns()
    {
        string linker = NativeFactAttribute.Linker == "gcc" ? "<CppCompilerAndLinker>gcc</CppCompilerAndLinker><LinkerFlavor>bfd</LinkerFlavor>" : "";
        string folder = packed.NewFolder("native");
        Consumer plain = Consumer.All.Single(consumer => consumer.Name == "Plain");
        (plain with { Properties = plain.Properties + "<PublishAot>true</PublishAot>" + linker }).Write(folder, packed.Version);

        CommandRun publish = packed.Dotnet(folder, "publish", "-c", "Release", "-nologo", "-v", "q", "--use-current-runtime", "-o", "published").Succeeded();
        Assert.Empty(publish.Warnings());

        CommandRun run = packed.Run(folder, Path.Combine(folder, "published", OperatingSystem.IsWindows() ? "Plain.exe" : "Plain")).Succeeded();
        Assert.Contains("They agree.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheToolIsInstalledAndAnswers()
    {
        string folder = packed.NewFolder("tool");
        packed.Dotnet(folder, "tool", "install", "GateDsl.Tool", "--version", packed.Version, "--tool-path", "tools").Succeeded();
        string tool = Path.Combine(folder, "tools", OperatingSystem.IsWindows() ? "gatedsl.exe" : "gatedsl");

        // Exclusive-or of two bits: the first gate is on for unequal ones, the second where the first bit is 1.
        File.WriteAllText(Path.Combine(folder, "X.csv"), "1,1,0,0\n0,0,1,1\n1,0,1,0\n0,1,0,1\n");
        File.WriteAllText(Path.Combine(folder, "G.csv"), "0,1,1,0\n1,1,0,0\n");

        CommandRun help = packed.Run(folder, tool, "--help").Succeeded();
        CommandRun check = packed.Run(folder, tool, "check", "--inputs", "X.csv", "--gates", "G.csv", "--out", "report.csv").Succeeded();
        CommandRun wrong = packed.Run(folder, tool, "identify", "--inputs", "none.npy", "--activations", "none.npy", "--k", "2", "--out", "Reln.cs");

        Assert.Contains("identify", help.Output, StringComparison.Ordinal);
        Assert.Contains("A ReLU unit could have 1 of them, and not 1.", check.Output, StringComparison.Ordinal);
        Assert.Equal("0,NotImplementable,,x1 + x2 = x0 + x3", File.ReadAllLines(Path.Combine(folder, "report.csv"))[1]);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Single(wrong.Output.Trim().Split('\n'));
        Assert.False(File.Exists(Path.Combine(folder, "Reln.cs")));
    }
}
