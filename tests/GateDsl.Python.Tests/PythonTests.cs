using GateDsl.Tests;
using Xunit.Abstractions;

namespace GateDsl.Python.Tests;

/// <summary>The tests that are written in Python, a file each, over one published library.</summary>
[Collection(PublishedNetworksCollection.Name)]
public sealed class PythonTests(PublishedNetworks networks, ITestOutputHelper output)
{
    /// <summary>The files in <c>python</c>.</summary>
    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "python"), "test_*.py").Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal),
    ];

    [PythonTheory]
    [MemberData(nameof(Files))]
    public void PythonAgrees(string file) => networks.Python(
        "-X", "faulthandler", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--tb=short", Path.Combine(AppContext.BaseDirectory, "python", file))
            .Succeeded();

    /// <summary>Prints ratios on request (GATEDSL_SLOW=1); nothing here is a bound that a busy machine could break.</summary>
    [SlowFact]
    public void SpeedIsMeasured()
    {
        Assert.Null(PythonMachine.Lack);
        output.WriteLine(networks.Python(Path.Combine(AppContext.BaseDirectory, "python", "measure.py")).Succeeded().Output);
    }

    [PythonFact]
    public void TheWheelIsInstalledWithoutAnIndexAndImported()
    {
        string target = Directory.CreateTempSubdirectory("gatedsl-wheel-").FullName;
        try
        {
            if (networks.Python("-m", "pip", "--version").ExitCode == 0)
            {
                networks.Python("-m", "pip", "install", "--no-index", "--no-deps", "--no-compile", "-q", "--target", target, networks.Wheel).Succeeded();
            }
            else
            {
                System.IO.Compression.ZipFile.ExtractToDirectory(networks.Wheel, target);
            }

            const string Script = """
                import sys; sys.path[:] = [sys.argv[1]] + [one for one in sys.path if 'src/python' not in one]
                import tried, numpy
                net = tried.ThreeContexts
                data = net.dataset(**net.task())
                print(net(sigma=1e-3, seed=1).train(data, epochs=3, step_size=1e-3).loss.shape, tried.gatedsl.__file__.startswith(sys.argv[1]))
                """;
            Assert.Equal("(3,) True", networks.Python("-c", Script, target).Succeeded().Output.Trim());
        }
        finally
        {
            Directory.Delete(target, recursive: true);
        }
    }
}
