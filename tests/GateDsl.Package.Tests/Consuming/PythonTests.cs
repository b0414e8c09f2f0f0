using System.IO.Compression;

namespace GateDsl.Package.Tests.Consuming;

/// <summary>From a declaration to a trained network in Python, with the packed files alone.</summary>
[Collection(Packed.Name)]
public sealed class PythonTests(Packed packed)
{
    private const string Train = """
        net = library.First
        data = net.dataset(**net.task())
        log = net(sigma=1e-2, seed=1).train(data, epochs=50, step_size=1e-3)
        assert log.loss[-1] < log.loss[0]
        print('trained', library.vectors)
        """;

    [PythonFact]
    public void ADeclarationIsCompiledOnceAndKept()
    {
        string folder = NewFolder("python");
        string script = Script(folder, "import gatedsl\nlibrary = gatedsl.compile('First.cs')\n" + Train);

        Assert.Contains("trained", Run(folder, script).Succeeded().Output, StringComparison.Ordinal);
        string kept = Directory.EnumerateFiles(Path.Combine(folder, "cache", "gatedsl"), "first.so", SearchOption.AllDirectories).Single();
        DateTime made = File.GetLastWriteTimeUtc(kept);
        Assert.Contains("trained", Run(folder, script).Succeeded().Output, StringComparison.Ordinal);
        Assert.Equal(made, File.GetLastWriteTimeUtc(kept));

        // Kept, it needs no SDK.
        Assert.Contains("trained", Run(folder, script, ("PATH", "/nowhere"), ("DOTNET_ROOT", "")).Succeeded().Output, StringComparison.Ordinal);
    }

    [PythonFact]
    public void WhatIsMissingOrWrongIsSaid()
    {
        string folder = NewFolder("python, wrong");
        File.WriteAllText(Path.Combine(folder, "Wrong.cs"), Declaration("Wrong").Replace("nameof(Item)", "\"Itme\"", StringComparison.Ordinal));
        string wrong = Script(folder, "import gatedsl\ntry:\n    gatedsl.compile('Wrong.cs')\nexcept ValueError as error:\n    print(error)", "wrong.py");
        string right = Script(folder, "import gatedsl\ntry:\n    gatedsl.compile('First.cs')\nexcept RuntimeError as error:\n    print(error)", "right.py");

        string said = Run(folder, wrong).Succeeded().Output;
        Assert.Contains("error GDSL", said, StringComparison.Ordinal);
        Assert.Contains("Itme", said, StringComparison.Ordinal);
        Assert.StartsWith("Wrong.cs(", said.Split('\n')[1], StringComparison.Ordinal);
        Assert.Contains("SDK", Run(folder, right, ("PATH", "/nowhere"), ("DOTNET_ROOT", "")).Succeeded().Output, StringComparison.Ordinal);

        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string onlyDotnet = Directory.CreateDirectory(Path.Combine(folder, "bin")).FullName;
        File.WriteAllText(Path.Combine(onlyDotnet, "dotnet"), "#!/bin/sh\n");
        File.SetUnixFileMode(Path.Combine(onlyDotnet, "dotnet"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Contains("gcc", Run(folder, right, ("PATH", onlyDotnet)).Succeeded().Output, StringComparison.Ordinal);
    }

    [PythonFact]
    public void TheToolPublishesADeclarationAndTheWheelIsAModule()
    {
        string folder = NewFolder("python, by the tool");
        packed.Dotnet(folder, "tool", "install", "GateDsl.Tool", "--version", packed.Version, "--tool-path", "tools").Succeeded();
        string tool = Path.Combine(folder, "tools", "gatedsl");
        packed.Run(folder, tool, "python", "First.cs", "--out", "built").Succeeded();
        Assert.Equal(
            ["first.h", "first.pyi", "first.so", "first.v3.so", "first.v4.so"],
            Directory.EnumerateFiles(Path.Combine(folder, "built")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        string wheel = Directory.EnumerateFiles(Path.Combine(folder, "built", "dist")).Single();
        Assert.Equal("first-1.0.0-py3-none-linux_x86_64.whl", Path.GetFileName(wheel));

        // An empty place, and nothing but that wheel in it.
        ZipFile.ExtractToDirectory(wheel, Path.Combine(folder, "site"));
        const string Import = """
            import sys
            sys.path.insert(0, 'site')
            import first
            assert 'gatedsl' not in sys.modules
            library = first.library
            assert first.First is library.First

            """;
        string script = Script(folder, Import + Train);
        Assert.Contains("trained", packed.Run(folder, PythonFactAttribute.Python, script).Succeeded().Output, StringComparison.Ordinal);

        CommandRun wrong = packed.Run(folder, tool, "python", "Second.cs", "--out", "none");
        Assert.Equal((2, 1, false), (wrong.ExitCode, wrong.Output.Trim().Split('\n').Length, Directory.Exists(Path.Combine(folder, "none"))));
    }

    private static string Declaration(string name) => $$"""
        using GateDsl;

        [GatedNetwork(Precision = Precision.Double)]
        [ReluTwin(20)]
        [ContextTask(Contexts = 3, Structure = ContextStructure.Different)]
        public sealed partial class {{name}}
        {
            [OneHotInput(8)] public partial Layer Item { get; }
            [OneHotInput(3)] public partial Layer Context { get; }
            [Hidden(9), From(nameof(Item), nameof(Context))] public partial Layer Common { get; }
            [Output(60), From(nameof(Common))] public partial Layer Properties { get; }
        }

        """;

    private static string Script(string folder, string text, string name = "script.py")
    {
        string file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private string NewFolder(string name)
    {
        string folder = packed.NewFolder(name);
        File.WriteAllText(Path.Combine(folder, "First.cs"), Declaration("First"));
        ZipFile.ExtractToDirectory(packed.Files("*.whl").Single(), Path.Combine(folder, "packages"));
        return folder;
    }

    private CommandRun Run(string folder, string script, params (string Name, string Value)[] environment)
    {
        Dictionary<string, string> all = new()
        {
            ["PYTHONPATH"] = Path.Combine(folder, "packages"),
            ["XDG_CACHE_HOME"] = Path.Combine(folder, "cache"),
        };
        foreach ((string name, string value) in environment)
        {
            all[name] = value;
        }

        return packed.Run(folder, all, PythonFactAttribute.Python, script);
    }
}
