using GateDsl.Samples.Running;
using Paper.Fig5;

namespace Paper.Representations;

/// <summary>What is looked at, and when; networks, sigmas and steps are those of P1 §4 and §5 in <see cref="Fig5Settings"/>.</summary>
internal static class RepresentationsSettings
{
    public const int Epochs = Fig5Settings.Epochs;

    /// <summary>Parts of the training; networks are looked at where one ends and the next begins.</summary>
    public const int Parts = 40;

    /// <summary>Frames of a film.</summary>
    public const int Frames = 8;

    /// <summary>Frames that the report's slider goes through.</summary>
    public const int SliderFrames = 25;

    /// <summary>The loss has dropped where it is below this part of its start; before that a representation is that of the initial weights.</summary>
    public const double Dropped = 0.95;

    /// <summary>The tasks of the paper, or one.</summary>
    public static readonly CountOption Contexts = new(
        "--contexts", "Number of contexts, from 2 on; 0: three with different structures, and three, four and five with the same, as in the paper.", "C",
        Default: 0, Least: 0, Most: Fig5Settings.MostContexts);
}
