using System.Globalization;
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
        if (!File.Exists(declaration) || Path.GetExtension(declaration) != ".cs")
        {
            throw new BadInputException(
                request.Declaration, File.Exists(declaration) ? "is no C# file; expected NAME.cs." : "there is no such file; expected a C# file.");
        }

        string work = Directory.CreateTempSubdirectory("gatedsl-python-").FullName;
        try
        {
            PublishedProject project = new(work, declaration);
            project.Write();
            SdkRun run = SdkRun.Publish(project, cancellationToken);
            if (run.ExitCode != 0)
            {
                throw new BadInputException(request.Declaration, Reason(run, work));
            }

            Copy(project.Out, request.Folder);
            foreach (string file in Directory.EnumerateFiles(request.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                output.WriteLine(file);
            }
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    });

    /// <summary>The first error of the compiler, how many more there are; without one what the SDK said last.</summary>
    private static string Reason(SdkRun run, string work)
    {
        string[] errors =
        [
            .. run.Lines.Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.StartsWith("error ", StringComparison.Ordinal))
                .Select(line => line.Replace(work + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))
                .Select(line => line.LastIndexOf(" [", StringComparison.Ordinal) is > 0 and int project ? line[..project] : line)
                .Distinct(),
        ];
        return errors.Length == 0 ? $"the SDK ended with {run.ExitCode.ToString(CultureInfo.InvariantCulture)}: {run.Lines.LastOrDefault(line => line.Length > 0)}"
            : errors.Length == 1 ? errors[0]
            : string.Create(CultureInfo.InvariantCulture, $"{errors[0]} (and {errors.Length - 1} more: {string.Join("; ", errors.Skip(1).Take(4))})");
    }

    /// <summary>The library, what stands beside it, and the wheel; not the assemblies that it was linked from.</summary>
    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(IsMade))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    private static bool IsMade(string file) => Path.GetExtension(file) is ".so" or ".dylib" or ".h" or ".pyi" or ".whl"
        || (OperatingSystem.IsWindows() && File.Exists(Path.ChangeExtension(file, ".pyi")));
}
