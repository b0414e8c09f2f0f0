namespace GateDsl.Tests.Initialising;

/// <summary>
/// The bits of a few initial weights, recorded once: a change of generator, table, stream name or order of operations changes them, and with
/// them every figure that was ever reproduced from a seed.
/// </summary>
internal static class GoldenBits
{
    /// <summary>Gaussian.WithSigma(0.5), edge ItemToCommon, 2 x 2, seed 1.</summary>
    public static long[] Gaussian { get; } = [-4641020556989196250, 4601493043403952275, -4633827014311055407, -4622333642532946025];

    /// <summary>Orthogonal.WithGain(0.2), edge AToB, 2 x 3, seed 1.</summary>
    public static long[] Orthogonal { get; } =
    [
        -4634393175360388328, 4590864163595559144, 4595287979492427115, 4594123891645200794, 4594332532776504683, -4641068945830426440,
    ];
}
