using System.CommandLine;
using GateDsl.Benchmarks;
using GateDsl.Benchmarks.Checks;

Option<bool> quick = new("--quick") { Description = "Shorter trainings and three pairs: to try it out, not to quote." };
Option<string[]> only = new("--only")
{
    Description = $"Parts to run: {string.Join(", ", BenchmarkRun.Parts)}.",
    AllowMultipleArgumentsPerToken = true,
};
only.AcceptOnlyFromAmong([.. BenchmarkRun.Parts]);
Option<string> folder = new("--out")
{
    Description = "Where table and figures go.",
    DefaultValueFactory = _ => Path.Combine("artifacts", "benchmarks"),
};
Option<string> child = new("--child") { Description = "A measurement in a process of its own; the program calls itself so.", Hidden = true };
child.AcceptOnlyFromAmong(ManySeeds.Task, NarrowVectors.Task);
RootCommand root = new("GateDsl beside libtorch.") { quick, only, folder, child };
root.SetAction(parsed =>
{
    switch (parsed.GetValue(child))
    {
        case ManySeeds.Task:
            ManySeeds.Measure();
            return 0;
        case NarrowVectors.Task:
            NarrowVectors.Measure();
            return 0;
        default:
            return BenchmarkRun.Run(new BenchmarkOptions(parsed.GetValue(quick), parsed.GetValue(only) ?? [], parsed.GetValue(folder)!));
    }
});
return root.Parse(args).Invoke();
