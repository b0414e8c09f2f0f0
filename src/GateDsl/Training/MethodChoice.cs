using System.ComponentModel;
using System.Globalization;

namespace GateDsl.CompilerServices;

/// <summary>The method a training takes, and why. Used by generated code.</summary>
/// <param name="Method">Batch or Statistics.</param>
/// <param name="Reason">Why, as a sentence.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public readonly record struct MethodChoice(TrainingMethod Method, string Reason)
{
    /// <summary>The network has no statistics.</summary>
    /// <exception cref="NotSupportedException">Statistics were asked for.</exception>
    public static MethodChoice BatchOnly(TrainingOptions options, string why) => options.Method == TrainingMethod.Statistics
        ? throw new NotSupportedException($"This network cannot be trained by statistics. {why} Use {nameof(TrainingMethod.Batch)}.")
        : new MethodChoice(TrainingMethod.Batch, why);

    /// <summary>The training goes over batches of the datapoints.</summary>
    /// <exception cref="NotSupportedException">Statistics were asked for.</exception>
    internal static MethodChoice ForBatches(TrainingOptions options) => options.Method == TrainingMethod.Statistics
        ? throw new NotSupportedException(
            $"With {nameof(options.BatchSize)} = {options.BatchSize} a training cannot go by statistics, which are sums over all datapoints. Use {nameof(TrainingMethod.Batch)}.")
        : new MethodChoice(TrainingMethod.Batch, $"Statistics are sums over all datapoints, and {nameof(options.BatchSize)} is {options.BatchSize}.");

    /// <summary>The method asked for; Auto takes the one with less counted work over all epochs.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="batch">Multiplications and additions of an epoch by batch.</param>
    /// <param name="statistics">Multiplications and additions of all epochs by statistics, with reducing hidden layers.</param>
    /// <param name="gathering">Multiplications and additions to gather the statistics, once.</param>
    internal static MethodChoice Cheaper(TrainingOptions options, long batch, double statistics, long gathering)
    {
        if (options.Method != TrainingMethod.Auto)
        {
            return new MethodChoice(options.Method, $"{options.Method} was asked for.");
        }

        double byBatch = (double)batch * options.Epochs;
        double byStatistics = statistics + gathering;
        string counted = string.Create(
            CultureInfo.InvariantCulture,
            $"counted work of {options.Epochs:N0} epochs: {byBatch:G3} operations by batch, {byStatistics:G3} by statistics, gathering included");
        return byStatistics < byBatch
            ? new MethodChoice(TrainingMethod.Statistics, $"Statistics are cheaper; {counted}.")
            : new MethodChoice(TrainingMethod.Batch, $"Batch is cheaper; {counted}.");
    }
}
