namespace GateDsl;

/// <summary>Declares a partial class as a gated deep linear network (P1 §2, Eq. 1-3). Its layers are partial properties.</summary>
/// <remarks>
/// Their other part is written by the source generator of the package GateDsl. Where the compiler says that they have none (CS9248), the project refers to this
/// assembly without the generator: docs/install.md.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class GatedNetworkAttribute : Attribute
{
    /// <summary>The floating-point type of weights, data and arithmetic. <see cref="GateDsl.Precision.Single"/> unless said.</summary>
    public Precision Precision { get; set; } = Precision.Single;

    /// <summary>
    /// Claims that the network is a rectified linear network (P1 Def. 3.1): a gating that no ReLU layer can implement is then an error,
    /// otherwise a warning.
    /// </summary>
    public bool Rectified { get; set; }
}
