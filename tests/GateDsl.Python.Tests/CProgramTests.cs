using System.Text.RegularExpressions;
using GateDsl.Package.Tests.Support;

namespace GateDsl.Python.Tests;

/// <summary>The program of docs/native.md, linked with the published library by a C compiler, trains as Python does over the same library.</summary>
[Collection(PublishedNetworksCollection.Name)]
public sealed partial class CProgramTests(PublishedNetworks networks)
{
    private const string InPython = """
        import os, gatedsl
        net = gatedsl.load(os.environ['GATEDSL_LIBRARY']).ThreeContexts
        log = net(sigma=5e-5, seed=1).train(net.dataset(**net.task()), epochs=8001, step_size=1e-3, record_every=1000)
        print('\n'.join('%g' % loss for loss in log.loss))
        """;

    [PythonFact]
    public void TheProgramOfThePageTrains()
    {
        string folder = Directory.CreateTempSubdirectory("gatedsl-c-").FullName;
        try
        {
            string page = File.ReadAllText(Repository.At("docs", "native.md")).ReplaceLineEndings("\n");
            File.WriteAllText(Path.Combine(folder, "program.c"), Program().Match(page).Groups[1].Value);
            string compiler = CommandRun.Of("which", ["gcc"], folder).ExitCode == 0 ? "gcc" : "clang";
            string library = Path.GetDirectoryName(networks.Library)!;
            CommandRun.Of(
                compiler,
                [
                    "-std=c99", "-Wall", "-Werror", "-I", Repository.At("src", "GateDsl", "Native"), "program.c", networks.Library,
                    $"-Wl,-rpath,{library}", "-o", "program",
                ],
                folder).Succeeded();

            string said = CommandRun.Of(Path.Combine(folder, "program"), [], folder).Succeeded().Output;

            Assert.Equal(9, said.Trim().Split('\n').Length);
            Assert.Equal(networks.Python("-c", InPython).Succeeded().Output, said);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("```c\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();
}
