using System.Text;
using System.Text.Json;

namespace GateDsl.Sweeps;

/// <summary>An indexed Job for Kubernetes: one pod per share, all on the volume of the results.</summary>
/// <param name="Options">What every scheduler needs to know.</param>
/// <param name="Image">Of the container.</param>
/// <param name="Command">Program and first arguments in the container.</param>
/// <param name="Claim">The persistent volume claim that holds the results folder's content.</param>
/// <param name="Mount">Where the container sees it.</param>
internal sealed record KubernetesManifest(JobOptions Options, string Image, IReadOnlyList<string> Command, string Claim, string Mount)
{
    private const int RetriesOfPod = 3;

    // More than a stopping runner takes.
    private const int GraceSeconds = 30;

    /// <summary>The manifest as YAML; its strings are JSON's, which YAML reads as they are.</summary>
    public string Print()
    {
        string name = Text(JobName.Of(Options.Plan));
        StringBuilder limits = new();
        foreach ((string key, string value) in Resources())
        {
            limits.Append($"\n              {key}: {Text(value)}");
        }

        StringBuilder yaml = new();
        yaml.Append(
            $"""
            # {Options.Plan.Count} runs of '{Options.Plan.Experiment.Name}' in {Options.Shares} shares. Applying it again, after deleting the job, does what is still missing.
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: {name}
            spec:
              completionMode: Indexed
              completions: {Options.Shares}
              parallelism: {Math.Min(Options.Shares, Options.Parallel ?? Options.Shares)}
              backoffLimitPerIndex: {RetriesOfPod}
            """);
        yaml.Append('\n');
        yaml.Append(
            $"""
              template:
                spec:
                  restartPolicy: Never
                  terminationGracePeriodSeconds: {GraceSeconds}
            """);
        yaml.Append('\n');
        if (Options.Time is { } time)
        {
            // Of the pod: that of the job would end tasks that have not begun yet.
            yaml.Append($"      activeDeadlineSeconds: {time.Seconds}\n");
        }

        yaml.Append(
            $"""
                  containers:
                    - name: sweep
                      image: {Text(Image)}
                      command: [{string.Join(", ", Command.Select(Argument))}]
                      args: [{string.Join(", ", Options.Arguments(Mount).Select(Argument))}, "--index", "$(JOB_COMPLETION_INDEX)"]
                      resources:
                        requests:{limits}
                        limits:{limits}
                      volumeMounts:
                        - name: results
                          mountPath: {Text(Mount)}
                  volumes:
                    - name: results
                      persistentVolumeClaim:
                        claimName: {Text(Claim)}
            """);
        yaml.Append('\n');
        return yaml.ToString().ReplaceLineEndings("\n");
    }

    private IEnumerable<(string Key, string Value)> Resources()
    {
        yield return ("cpu", $"{Options.Cores}");
        if (Options.Memory is { } memory)
        {
            yield return ("memory", memory.ToQuantity());
        }
    }

    /// <summary>Kubernetes puts variables in for $(NAME); $$ is a dollar.</summary>
    private static string Argument(string text) => Text(text.Replace("$", "$$"));

    private static string Text(string text) => JsonSerializer.Serialize(text);
}
