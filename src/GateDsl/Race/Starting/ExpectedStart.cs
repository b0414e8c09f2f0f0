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
    private IInitializer? _initializer;

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
    /// <param name="declared">The layers of the network.</param>
    public static ExpectedStart Of(double sigma, IReadOnlyDictionary<string, double> unitsPerPathway, LayerUnits declared)
    {
        Check(sigma);
        ArgumentNullException.ThrowIfNull(unitsPerPathway);
        string[] modules = [.. declared.HiddenModules];
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
    public static ExpectedStart Of(IInitializer initializer)
    {
        ArgumentNullException.ThrowIfNull(initializer);
        return new(
            (edge, targets, sources) => initializer.Variance(edge, targets, sources) ?? throw new NotSupportedException(
                $"The initialiser states no variance for {edge}, so nothing can be expected before weights are drawn. Use Race.From."),
            (_, declared) => declared)
        {
            _initializer = initializer,
        };
    }

    /// <summary>
    /// Weights whose Gram matrices are the expected ones: for every hidden module the expectation of Q = Z Z^T, Z = [W1^T; W2], is H sigma^2 I on
    /// each edge. Paths without a hidden layer start at 0, and so do biases that the initialiser does not name. Beside them, starts to draw.
    /// </summary>
    /// <param name="reduced">The edges of the network whose modules are as wide as what they touch; filled.</param>
    /// <param name="declared">The declared layers.</param>
    /// <param name="narrow">The layers of the narrow network.</param>
    /// <param name="draws">How many starts are drawn instead; 0: none; null: none, or where a loss on test data is asked for as many as it takes.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <exception cref="ArgumentException">A negative number of draws, or the initialiser names other edges.</exception>
    /// <exception cref="NotSupportedException">
    /// A path has more than one hidden layer, and nothing is to be drawn, or at other widths than the declared ones.
    /// </exception>
    public StartWeights Fill(EdgeMatrix<double>[] reduced, LayerUnits declared, LayerUnits narrow, int? draws = null, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(reduced);
        ArgumentNullException.ThrowIfNull(declared);
        ArgumentNullException.ThrowIfNull(narrow);
        ArgumentOutOfRangeException.ThrowIfNegative(draws ?? 0, nameof(draws));
        ILookup<bool, string> isBias = reduced.ToLookup(edge => edge.Source == BiasInput.Name, edge => edge.Name);
        (_initializer as IEdgeNames)?.CheckEdges([.. isBias[false]], [.. isBias[true]]);
        string[] modules = [.. declared.HiddenModules];
        if (Array.Exists(reduced, edge => modules.Contains(edge.Source) && modules.Contains(edge.Target)))
        {
            return FillDeep(reduced, declared, narrow, draws, seed);
        }

        Dictionary<string, double> variances = new(StringComparer.Ordinal);
        foreach (string module in modules)
        {
            int offset = 0;
            foreach (EdgeMatrix<double> edge in reduced.Where(edge => edge.Target == module))
            {
                SetIncoming(module, declared[module], edge, offset);
                variances.Add(edge.Name, Squared(edge, declared));
                offset += edge.Sources;
            }

            foreach (EdgeMatrix<double> edge in reduced.Where(edge => edge.Source == module))
            {
                SetOutgoing(module, declared[module], edge, offset);
                offset += edge.Targets;
            }
        }

        DrawnWeights drawn = new(reduced, declared, narrow, _initializer);
        return StartWeights.Of(reduced, variances, drawn.IsGaussian
            ? new StartDraws(draws, seed, hasPairs: true, (pair, isMirrored, directions) =>
                drawn.Triangles(pair, isMirrored, directions, _units, edge => Math.Sqrt(Squared(edge, declared))))
            : new StartDraws(draws, seed, drawn.IsSymmetric, (pair, isMirrored, _) => drawn.Narrow(pair, isMirrored)));
    }

    private StartWeights FillDeep(EdgeMatrix<double>[] reduced, LayerUnits declared, LayerUnits narrow, int? draws, ulong seed)
    {
        if (draws is null or 0)
        {
            throw new NotSupportedException(
                "A path has more than one hidden layer: the start of its race is only known from actual weights. Say how many of them are drawn, as in draws: 64, or use Race.From.");
        }

        if (declared.HiddenModules.FirstOrDefault(module => _units(module, declared[module]) != declared[module]) is { } other)
        {
            throw new NotSupportedException(
                $"With more than one hidden layer on a path starts are drawn at the declared widths; {other} is declared with {declared[other]} units. Leave out unitsPerPathway.");
        }

        DrawnWeights drawn = new(reduced, declared, narrow, _initializer ?? Gaussian.WithSigma(Math.Sqrt(_variance("", 1, 1))));
        return StartWeights.Of(reduced, null, new StartDraws(draws, seed, drawn.IsSymmetric, (pair, isMirrored, _) => drawn.Narrow(pair, isMirrored)));
    }

    /// <summary>The variance of a weight at the start.</summary>
    private double Squared(EdgeMatrix<double> edge, LayerUnits declared) => BiasInput.StartsAtZero(edge, _initializer)
        ? 0
        : _variance(edge.Name, UnitsOf(edge.Target, edge.Targets, declared), UnitsOf(edge.Source, edge.Sources, declared));

    private static int UnitsOf(string layer, int units, LayerUnits declared) => declared.HiddenModules.Contains(layer) ? declared[layer] : units;

    /// <summary>W1 of one input of a module: sqrt(H) sigma_e on the diagonal of its part of the stack.</summary>
    private void SetIncoming(string module, int declaredUnits, EdgeMatrix<double> edge, int offset)
    {
        if (BiasInput.StartsAtZero(edge, _initializer))
        {
            return;
        }

        double scale = Math.Sqrt(_units(module, declaredUnits) * _variance(edge.Name, declaredUnits, edge.Sources));
        for (int i = 0; i < edge.Sources; i++)
        {
            edge.Values[((offset + i) * edge.Sources) + i] = scale;
        }
    }

    /// <summary>W2 to one output of a module.</summary>
    private void SetOutgoing(string module, int declaredUnits, EdgeMatrix<double> edge, int offset)
    {
        double scale = Math.Sqrt(_units(module, declaredUnits) * _variance(edge.Name, edge.Targets, declaredUnits));
        for (int o = 0; o < edge.Targets; o++)
        {
            edge.Values[(o * edge.Sources) + offset + o] = scale;
        }
    }

    private static void Check(double sigma) => Positive.Require(sigma, what: "The standard deviation of the initial weights");

    private static void CheckUnits(double units, string parameter, string module) => Positive.Require(units, parameter, $"The width of {module}");
}
