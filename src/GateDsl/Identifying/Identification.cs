namespace GateDsl;

/// <summary>
/// Finds the gated deep linear network that a ReLU network with one hidden layer is (P1 App. B, Algorithm 1): k-means over the gates of its
/// units, the number of modules by the elbow of an error, and the evidence for each module.
/// </summary>
public static class Identification
{
    /// <summary>Finds the modules of a recorded network.</summary>
    /// <param name="recordings">The layer at several epochs.</param>
    /// <param name="data">Inputs and, unless k is given, targets.</param>
    /// <param name="options">How; null: as the defaults have it.</param>
    /// <exception cref="ArgumentException">The data do not fit the recordings, or k is larger than the number of distinct gates.</exception>
    public static IdentificationResult Of(LayerRecordings recordings, IdentificationData data, IdentificationOptions? options = null) =>
        throw new NotSupportedException("Not built yet.");

    /// <summary>The same before any training, from representative units.</summary>
    /// <param name="data">Inputs and targets.</param>
    /// <param name="units">Hidden units H of the network.</param>
    /// <param name="sigma">Standard deviation of its initial weights.</param>
    /// <param name="stepSize">Step size of full-batch gradient descent on the Sum loss.</param>
    /// <param name="epochs">Epochs to run.</param>
    /// <param name="options">How; null: as the defaults have it. Its training is not used.</param>
    public static ForecastResult Forecast(
        IdentificationData data, int units, double sigma, double stepSize, int epochs, IdentificationOptions? options = null) =>
        throw new NotSupportedException("Not built yet.");
}
