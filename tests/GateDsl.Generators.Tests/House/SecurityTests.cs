using GateDsl.Generators.Tests.Support;

namespace GateDsl.Generators.Tests.House;

/// <summary>What docs/security.md says of the sources.</summary>
public sealed class SecurityTests
{
    private static readonly string[] Unchecked =
        ["Unsafe.Add(", "MemoryMarshal.GetReference(", "MemoryMarshal.GetArrayDataReference(", "LoadUnsafe(", "StoreUnsafe("];

    /// <summary>Where memory is read or written without a check by the runtime, each behind a check of its own; lanes are what these use.</summary>
    private static readonly string[] KernelFiles =
        ["ProductTile.cs", "SparseTile.cs", "SparseEntries.cs", "TransposedProductTile.cs", "WideTransposedProductTile.cs", "TransposeTile.cs",
            "DatapointResidual.cs", "MatrixView.cs", "SmallProducts.cs", "Lanes.cs", "Floats.cs", "Doubles.cs"];

    [Fact]
    public void OnlyTheKernelsReadWithoutChecks() => Assert.Empty(Lines("src", "generators")
        .Where(line => Unchecked.Any(line.Text.Contains) && !KernelFiles.Contains(Path.GetFileName(line.File)))
        .Select(line => $"{line.File}: {line.Text}"));

    [Fact]
    public void NothingOpensAConnectionOrLoadsCode() => Assert.Empty(Lines("src", "generators")
        .Where(line => new[] { "System.Net", "HttpClient", "Socket", "Assembly.Load", "Reflection.Emit", "Activator." }.Any(line.Text.Contains))
        .Select(line => $"{line.File}: {line.Text}"));

    [Fact]
    public void OnlySlurmsCommandsAndTheSdkAreStarted() => Assert.Empty(Lines("src", "generators")
        .Where(line => line.Text.Contains("ProcessStartInfo", StringComparison.Ordinal) && Path.GetFileName(line.File) != "SdkRun.cs"
            && !line.Text.Contains("\"squeue\"", StringComparison.Ordinal)
            && !line.Text.Contains("\"sbatch\"", StringComparison.Ordinal))
        .Select(line => $"{line.File}: {line.Text}"));

    /// <summary>Apart from the one room for files of weights, logs and checkpoints.</summary>
    [Fact]
    public void TheRuntimeAndTheCompilerTouchNoFiles() => Assert.Empty(Lines("src/GateDsl", "src/GateDsl.Identification", "generators")
        .Where(line => new[] { "System.IO", " File.", "(File.", "FileStream", "Directory." }.Any(line.Text.Contains)
            && !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal)
            && Path.GetFileName(Path.GetDirectoryName(line.File)) != "Persistence")
        .Select(line => $"{line.File}: {line.Text}"));

    private static IEnumerable<(string File, string Text)> Lines(params string[] tops) => tops
        .SelectMany(top => Directory.EnumerateFiles(Path.Combine(Repository.Root, top), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "GateDsl.Templates"))
        .SelectMany(file => File.ReadLines(file).Select(line => (Path.GetRelativePath(Repository.Root, file), line)));
}
