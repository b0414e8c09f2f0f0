using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>Statistics of a network's data, as a training takes them. Used by generated code.</summary>
/// <typeparam name="TData">The network's data sets.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public interface INetworkStatistics<TData>
    where TData : BatchData
{
    /// <summary>N.</summary>
    long Count { get; }

    /// <summary>Loss of a network that predicts 0 everywhere, on the Sum scale.</summary>
    double ZeroLoss { get; }

    /// <summary>A data set without datapoints whose correlations are these.</summary>
    /// <exception cref="NotSupportedException">The network cannot be trained by statistics.</exception>
    TData ForTraining();

    /// <summary>What all sums come to: equal statistics of one network have equal bytes, others do not.</summary>
    byte[] Fingerprint();
}
