using GateDsl;
using GateDsl.Samples.Drawing;

namespace Paper.Fig4;

/// <summary>A network of the figure: what it is, and how it is trained from a seed.</summary>
internal sealed record Candidate(Subject Subject, Func<ulong, TrainingOptions, TrainingLog> Train)
{
    /// <summary>The ReLU network and the three gatings, ready to train on the task.</summary>
    public static Candidate[] For(ContextTask task)
    {
        ThreeContexts.Dataset pairs = ThreeContexts.Dataset.Create(task.Items, task.Contexts, task.Targets);
        ThreeContextsSingles.Dataset singles = ThreeContextsSingles.Dataset.Create(task.Items, task.Contexts, task.Targets);
        ThreeContextsBoth.Dataset both = ThreeContextsBoth.Dataset.Create(task.Items, task.Contexts, task.Targets);
        return
        [
            new(Subject.Relu, (seed, options) => new ThreeContexts.ReluTwin(Fig4Settings.Relu, seed).Train(pairs, options)),
            new(Subject.Gdln, (seed, options) => new ThreeContexts(Fig4Settings.Pairs, seed).Train(pairs, options)),
            new(Subject.Singles, (seed, options) => new ThreeContextsSingles(Fig4Settings.Singles, seed).Train(singles, options)),
            new(Subject.Both, (seed, options) => new ThreeContextsBoth(Fig4Settings.Both, seed).Train(both, options)),
        ];
    }
}
