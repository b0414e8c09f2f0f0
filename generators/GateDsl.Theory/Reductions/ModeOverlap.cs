namespace GateDsl.Theory.Reductions;

/// <summary>How far modes are from being alone, which Eq. 7 assumes of each.</summary>
/// <param name="Pathway">The pathway and mode that lose ...</param>
/// <param name="Mode">... to another,</param>
/// <param name="OtherPathway">this one.</param>
/// <param name="OtherMode">Its mode.</param>
/// <param name="Coupling">|K| over the geometric mean of both modes' own input strengths: 0 alone, 1 the same mode twice.</param>
internal sealed record ModeOverlap(int Pathway, int Mode, int OtherPathway, int OtherMode, double Coupling);
