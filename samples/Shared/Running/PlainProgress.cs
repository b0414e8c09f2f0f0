using System.Globalization;

namespace GateDsl.Samples.Running;

/// <summary>A line for every piece of work that is done: for logs and pipes.</summary>
public sealed class PlainProgress(TextWriter output) : IProgressDisplay
{
    public void Follow(IReadOnlyList<WorkLabel> work, Action<IProgressBoard> run) => run(new Board(output, work));

    private sealed class Board(TextWriter output, IReadOnlyList<WorkLabel> work) : IProgressBoard
    {
        private readonly Lock _line = new();
        private int _done;

        public void Advance(int index, double share)
        {
        }

        public void Done(int index, TimeSpan elapsed)
        {
            lock (_line)
            {
                _done++;
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {_done}/{work.Count}  {work[index].Name}, seed {work[index].Seed}: {elapsed.TotalSeconds:F1} s"));
            }
        }
    }
}
