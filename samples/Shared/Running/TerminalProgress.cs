using Spectre.Console;

namespace GateDsl.Samples.Running;

/// <summary>A bar for everything that is trained, over all of its seeds.</summary>
public sealed class TerminalProgress(IAnsiConsole console) : IProgressDisplay
{
    public void Follow(IReadOnlyList<WorkLabel> work, Action<IProgressBoard> run) => console
        .Progress()
        .Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn(),
            new PercentageColumn(),
            new ElapsedTimeColumn())
        .Start(context =>
        {
            Dictionary<string, ProgressTask> bars = [];
            foreach (IGrouping<string, WorkLabel> seeds in work.GroupBy(one => one.Name))
            {
                bars[seeds.Key] = context.AddTask(Markup.Escape(seeds.Key), maxValue: seeds.Count());
            }

            run(new Board(work, bars));
        });

    private sealed class Board(IReadOnlyList<WorkLabel> work, Dictionary<string, ProgressTask> bars) : IProgressBoard
    {
        private readonly double[] _shares = new double[work.Count];

        /// <summary>Each piece of work tells its own progress from its own thread; the bar adds them up under a lock of its own.</summary>
        public void Advance(int index, double share)
        {
            bars[work[index].Name].Increment(share - _shares[index]);
            _shares[index] = share;
        }

        public void Done(int index, TimeSpan elapsed) => Advance(index, 1);
    }
}
