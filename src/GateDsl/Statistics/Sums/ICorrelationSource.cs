using System.Numerics;

namespace GateDsl;

/// <summary>Where the sums over datapoints come from that training by statistics needs: a data set, or sums that were gathered before.</summary>
/// <typeparam name="T">The precision of the data.</typeparam>
internal interface ICorrelationSource<T>
    where T : struct, INumber<T>
{
    /// <summary>The correlations of all effective inputs of an output module.</summary>
    /// <param name="name">The output module.</param>
    /// <param name="y">Its targets, datapoints x units.</param>
    /// <param name="units">Its units.</param>
    /// <param name="on">Where it is on.</param>
    /// <param name="inputs">Its effective inputs.</param>
    OutputSums Output(string name, T[] y, int units, RowSet on, EffectiveInput<T>[] inputs);

    /// <summary>The distinct datapoints of an output module whose inputs are all one-hot.</summary>
    /// <inheritdoc cref="Output"/>
    MergedDatapoints Merged(string name, T[] y, int units, RowSet on, EffectiveInput<T>[] inputs);

    /// <summary>1/2 sum |y|^2 of an output module where it is on.</summary>
    double HalfSquares(string name, T[] y, int units, RowSet on);
}
