using GateDsl;
using GateDsl.Samples.Drawing;

namespace Paper.Generalisation;

/// <summary>A network with data that it is trained on and others that are held out.</summary>
/// <param name="Task">Key of its task: before its metrics and columns.</param>
/// <param name="Trained">The network in figures, metrics and columns.</param>
/// <param name="Predicted">Its prediction.</param>
/// <param name="Epochs">Updates.</param>
/// <param name="StepSize">On the Mean loss.</param>
/// <param name="Train">From a seed.</param>
/// <param name="Predict">From the data and the distribution of the weights; the seed is that of directions.</param>
internal sealed record Learner(
    string Task,
    Subject Trained,
    Subject Predicted,
    int Epochs,
    double StepSize,
    Func<ulong, TrainingOptions, TrainingLog> Train,
    Func<ulong, TrainingOptions, HeldOutLog> Predict);
