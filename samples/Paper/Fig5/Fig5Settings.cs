using GateDsl;

namespace Paper.Fig5;

/// <summary>The settings of P1 §5 as its authors' code has them: initial weights from N(0, sigma^2), full batch, no bias.</summary>
internal static class Fig5Settings
{
    public const int Epochs = 8001;

    /// <summary>Step of gradient descent on the Sum loss.</summary>
    public const double StepSize = 1e-3;

    /// <summary>Objects in every context, a power of 2. <c>representations</c> needs 8 of them: the structures of P1 §4 are of 8 objects.</summary>
    public const int Objects = 8;

    /// <summary>Properties of a block, of which there is one that all contexts share and one for each: the nodes of a binary tree over the objects.</summary>
    public const int Block = (2 * Objects) - 1;

    /// <summary>Hidden units of every pathway.</summary>
    public const int Units = 100;

    /// <summary>Hidden units of the ReLU network for four contexts.</summary>
    public const int FourTwinUnits = 500;

    /// <summary>Hidden units of the ReLU network for five contexts.</summary>
    public const int FiveTwinUnits = 600;

    /// <summary>Hidden units of the ReLU network for any other number of contexts, three among them.</summary>
    public const int TwinUnits = 700;

    /// <summary>More take longer than anyone will wait for.</summary>
    public const int MostContexts = 16;

    /// <summary>The numbers of contexts in the paper.</summary>
    public static readonly int[] Contexts = [3, 4, 5];

    /// <summary>Sigma of the ReLU network, and of the common pathway.</summary>
    public static double Sigma(int contexts) => 0.005 / UnitsOfTwin(contexts);

    /// <summary>Sigma of the pathways that are on in all contexts but one; with three contexts the authors start these larger.</summary>
    public static double ContextSigma(int contexts) => contexts == 3 ? 2 * Sigma(contexts) : Sigma(contexts);

    /// <summary>Hidden units of the ReLU network.</summary>
    public static int UnitsOfTwin(int contexts) => contexts switch
    {
        4 => FourTwinUnits,
        5 => FiveTwinUnits,
        _ => TwinUnits,
    };

    /// <summary>Initial weights of the gated network.</summary>
    public static IInitializer Initializer(int contexts) => Gaussian.PerEdge(
        ("ItemToCommon", Sigma(contexts)),
        ("ContextToCommon", Sigma(contexts)),
        ("CommonToProperties", Sigma(contexts)),
        ("ItemToAllButOne", ContextSigma(contexts)),
        ("AllButOneToProperties", ContextSigma(contexts)));

    /// <summary>Strength from which a mode of a pathway starts: H sigma^2 / 2.</summary>
    public static double Start(double sigma) => Units * sigma * sigma / 2;
}
