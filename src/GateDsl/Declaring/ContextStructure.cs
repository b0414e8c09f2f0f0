namespace GateDsl;

/// <summary>How the target blocks of a contextual task relate (theory of P1 §4 and §5).</summary>
public enum ContextStructure
{
    /// <summary>Every context block is the same hierarchy (P1 §5).</summary>
    Same,

    /// <summary>Three contexts with a hierarchy, a ring and a cross hierarchy (P1 §4).</summary>
    Different,
}
