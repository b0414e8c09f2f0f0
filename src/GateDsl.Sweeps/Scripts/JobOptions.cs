namespace GateDsl.Sweeps;

/// <summary>What every scheduler's job needs to know.</summary>
/// <param name="Plan">What there is to run.</param>
/// <param name="Folder">Where results go; the plan's copy there is the one that runs.</param>
/// <param name="Shares">Number of tasks.</param>
/// <param name="Cores">Of each task.</param>
/// <param name="Retries">Of a run that fails.</param>
/// <param name="Time">Of each task; null: the scheduler's default.</param>
/// <param name="Memory">Of each task; null: the scheduler's default.</param>
/// <param name="Checkpoints">The folder of runs' checkpoints; null: in the results.</param>
/// <param name="Parallel">Tasks at once; null: as many as there is room for.</param>
internal sealed record JobOptions(
    Plan Plan, ResultsFolder Folder, int Shares, int Cores, int Retries, TimeLimit? Time, MemorySize? Memory, string? Checkpoints, int? Parallel)
{
    /// <summary>The arguments of a task.</summary>
    /// <param name="root">The results folder as the task sees it.</param>
    public IEnumerable<string> Arguments(string root)
    {
        string plan = root == Folder.Root ? Folder.Plan : $"{root.TrimEnd('/')}/{Path.GetFileName(Folder.Plan)}";
        IEnumerable<string> arguments = ["run", "--plan", plan, "--results", root, "--of", $"{Shares}", "--cores", $"{Cores}"];
        if (Retries > 0)
        {
            arguments = arguments.Concat(["--retries", $"{Retries}"]);
        }

        return Checkpoints is null ? arguments : arguments.Concat(["--checkpoints", Path.GetFullPath(Checkpoints)]);
    }
}
