using System.CommandLine;

namespace GateDsl.Sweeps;

/// <summary><c>script kubernetes</c>: the manifest of an indexed Job.</summary>
internal sealed class KubernetesCommand : SchedulerCommand
{
    private readonly Option<string?> _image = new("--image") { Description = "The container's image; unsaid, program:version.", HelpName = "IMAGE" };

    private readonly Option<string?> _command =
        new("--command") { Description = "The program in the container, words separated by spaces; unsaid, dotnet /app/PROGRAM.dll.", HelpName = "WORDS" };

    private readonly Option<string> _claim = new("--claim")
    {
        Description = "The persistent volume claim that holds what is in the results folder.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "sweep",
    };

    private readonly Option<string> _mount =
        new("--mount") { Description = "Where the container sees it.", HelpName = "PATH", DefaultValueFactory = _ => "/results" };

    public KubernetesCommand(SweepProgram program, TextWriter output)
        : base("kubernetes", "The manifest of an indexed Job.", program, hasLimits: true)
    {
        foreach (Option option in (Option[])[_image, _command, _claim, _mount])
        {
            Add(option);
        }

        SetAction(parsed =>
        {
            string mount = parsed.GetValue(_mount)!;
            if (!mount.StartsWith('/') || mount.Contains(':'))
            {
                throw new WrongUseException($"--mount {mount} is no path in a container; it begins with '/' and holds no ':'.");
            }

            string[] command = parsed.GetValue(_command)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
            string image = parsed.GetValue(_image) ?? $"{program.Name.ToLowerInvariant()}:{program.Version}";
            output.Write(new KubernetesManifest(
                Read(parsed), image, command.Length > 0 ? command : ProgramCommand.InContainer(), parsed.GetValue(_claim)!, mount).Print());
            return ExitCode.Done;
        });
    }
}
