using GateDsl.Commanding;
using GateDsl.Tool.Arrays;
using GateDsl.Tool.Running;

namespace GateDsl.Tool.Publishing;

/// <summary>Publishes a declaration: a project around it in a temporary folder, and what the SDK made of that in the folder asked for.</summary>
/// <param name="output">For what was made.</param>
/// <param name="error">For what went wrong.</param>
internal sealed class PythonRun(TextWriter output, TextWriter error)
{
    /// <summary>Publishes it; see <see cref="ExitCode"/>.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="cancellationToken">Ends the SDK, too; then nothing is written.</param>
    public int Publish(PythonRequest request, CancellationToken cancellationToken) => new FileRun(error).Guarded("python", () =>
    {
        string declaration = Path.GetFullPath(request.Declaration);
        InputFile.Require(request.Declaration, "a C# file");
        if (Path.GetExtension(declaration) != ".cs")
        {
            throw new BadInputException(request.Declaration, "is no C# file; expected NAME.cs.");
        }

        OutPlace.RequireFolder(request.Folder);
        string work = Directory.CreateTempSubdirectory("gatedsl-python-").FullName;
        try
        {
            PublishedProject project = new(work, declaration);
            project.Write();
            SdkRun run = SdkRun.Publish(project, cancellationToken);
            if (run.ExitCode != 0)
            {
                throw new BadInputException(request.Declaration, new SdkErrors(run, project, request.Declaration).Reason());
            }

            string[] made = [];
            OutPlace.Guard(request.Folder, () => made = Copy(project.Out, request.Folder));
            Array.ForEach(made, output.WriteLine);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    });

    /// <summary>The library, what stands beside it, and the wheel; not the assemblies that it was linked from.</summary>
    /// <returns>Where they are now.</returns>
    private static string[] Copy(string from, string to)
    {
        string[] made = [.. Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(IsMade).Order(StringComparer.Ordinal)];
        return Array.ConvertAll(made, file =>
        {
            // In place of a library that a process has loaded, not into it: that would end the process.
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            WholeFile.Write(target, File.ReadAllBytes(file));
            return target;
        });
    }

    private static bool IsMade(string file) => Path.GetExtension(file) is ".so" or ".dylib" or ".h" or ".pyi" or ".whl"
        || (OperatingSystem.IsWindows() && File.Exists(Path.ChangeExtension(file, ".pyi")));
}
