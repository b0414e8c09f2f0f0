using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>
/// The start of a race before weights are drawn: per pathway the expectation of the Gram matrix Q = Z Z^T of Z = [W1^T; W2] is H sigma_e^2 I on
/// each edge, so a diagonal Z stands for all draws. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class ExpectedStart
{
    private readonly Func<string, int, int, double> _variance;
    private readonly Func<string, int, double> _units;

    private ExpectedStart(Func<string, int, int, double> variance, Func<string, int, double> units) => (_variance, _units) = (variance, units);

    /// <summary>Every weight from N(0, sigma^2).</summary>
    /// <param name="sigma">Standard deviation, positive and finite.</param>
    /// <param name="unitsPerPathway">Width of every module; null: as declared.</param>
    public static ExpectedStart Of(double sigma, double? unitsPerPathway)
    {
        Check(sigma);
        if (unitsPerPathway is double width)
        {
            CheckUnits(width, nameof(unitsPerPathway), "every module");
        }

        return new((_, _, _) => sigma * sigma, (_, declared) => unitsPerPathway ?? declared);
    }

    /// <summary>Every weight from N(0, sigma^2), modules as wide as said.</summary>
    /// <param name="sigma">Standard deviation, positive and finite.</param>
    /// <param name="unitsPerPathway">The width of every module by its name.</param>
    /// <param name="modules">Names of the network's hidden modules.</param>
    public static ExpectedStart Of(double sigma, IReadOnlyDictionary<string, double> unitsPerPathway, params string[] modules)
    {
        Check(sigma);
        ArgumentNullException.ThrowIfNull(unitsPerPathway);
        if (unitsPerPathway.Keys.FirstOrDefault(name => !modules.Contains(name)) is string unknown)
        {
            throw new ArgumentException($"There is no module {unknown}; there are {string.Join(", ", modules)}.", nameof(unitsPerPathway));
        }

        foreach (string module in modules)
        {
            if (!unitsPerPathway.TryGetValue(module, out double width))
            {
                throw new ArgumentException($"The width of module {module} is missing.", nameof(unitsPerPathway));
            }

            CheckUnits(width, nameof(unitsPerPathway), module);
        }

        return new((_, _, _) => sigma * sigma, (module, _) => unitsPerPathway[module]);
    }

    /// <summary>The distribution of an initialiser.</summary>
    /// <param name="initializer">Must know the variance of every edge.</param>
    /// <param name="edges">Names of all edges of the network.</param>
    public static ExpectedStart Of(IInitializer initializer, params string[] edges)
    {
        ArgumentNullException.ThrowIfNull(initializer);
        (initializer as IEdgeNames)?.CheckEdges(edges);
        return new(
            (edge, targets, sources) => initializer.Variance(edge, targets, sources) ?? throw new NotSupportedException(
                $"The initialiser states no variance for {edge}, so nothing can be expected before weights are drawn. Use Race.From."),
            (_, declared) => declared);
    }

    /// <summary>W1 of one input of a module: sqrt(H) sigma_e on the diagonal of its part of the stack.</summary>
    /// <param name="module">Name of the module.</param>
    /// <param name="declaredUnits">Its declared width.</param>
    /// <param name="edge">Name of the edge.</param>
    /// <param name="weights">Receives the weights, stack x input.</param>
    /// <param name="offset">Where the input starts in the stack.</param>
    /// <param name="inputs">Units of the input.</param>
    public void Incoming(string module, int declaredUnits, string edge, double[] weights, int offset, int inputs)
    {
        double scale = Math.Sqrt(_units(module, declaredUnits) * _variance(edge, declaredUnits, inputs));
        for (int i = 0; i < inputs; i++)
        {
            weights[((offset + i) * inputs) + i] = scale;
        }
    }

    /// <summary>W2 to one output of a module.</summary>
    /// <param name="module">Name of the module.</param>
    /// <param name="declaredUnits">Its declared width.</param>
    /// <param name="edge">Name of the edge.</param>
    /// <param name="weights">Receives the weights, output x stack.</param>
    /// <param name="offset">Where the output starts in the stack.</param>
    /// <param name="outputs">Units of the output.</param>
    public void Outgoing(string module, int declaredUnits, string edge, double[] weights, int offset, int outputs)
    {
        double scale = Math.Sqrt(_units(module, declaredUnits) * _variance(edge, outputs, declaredUnits));
        int stack = weights.Length / outputs;
        for (int o = 0; o < outputs; o++)
        {
            weights[(o * stack) + offset + o] = scale;
        }
    }

    private static void Check(double sigma)
    {
        if (!(sigma > 0) || !double.IsFinite(sigma))
        {
            throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "The standard deviation of the initial weights must be positive and finite.");
        }
    }

    private static void CheckUnits(double units, string parameter, string module)
    {
        if (!(units > 0) || !double.IsFinite(units))
        {
            throw new ArgumentOutOfRangeException(parameter, units, $"The width of {module} must be positive and finite.");
        }
    }
}
