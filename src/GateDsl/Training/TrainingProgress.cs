namespace GateDsl;

/// <summary>How far a training is.</summary>
/// <param name="Epoch">The epoch just logged; its update has been made.</param>
/// <param name="Epochs">Updates to make in all.</param>
/// <param name="Loss">The loss before the update of <paramref name="Epoch"/>, on the scale of the options.</param>
public readonly record struct TrainingProgress(int Epoch, int Epochs, double Loss);
