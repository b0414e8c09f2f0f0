using GateDsl.Tool.Arrays;

namespace GateDsl.Tool.Identifying;

/// <summary>Recordings of several hidden layers, a file each.</summary>
internal static class DeepActivations
{
    /// <param name="layers">The files, first layer to last.</param>
    /// <param name="at">Updates made before each recording.</param>
    /// <param name="data">The data whose datapoints the columns are.</param>
    /// <param name="cancellationToken">To stop.</param>
    /// <exception cref="BadInputException">The files do not belong together, or are not those of ReLU layers on these inputs.</exception>
    public static DeepRecordings Read(IReadOnlyList<ActivationsFile> layers, int[] at, IdentificationData data, CancellationToken cancellationToken)
    {
        foreach (ActivationsFile layer in layers)
        {
            if (layer.Datapoints != layers[0].Datapoints)
            {
                throw new BadInputException(layer.File, $"has {layer.Datapoints} datapoints; expected {layers[0].Datapoints}, as {layers[0].File} has.");
            }

            if (layer.Epochs != at.Length)
            {
                throw new BadInputException(
                    layer.File, $"has {layer.Epochs} {(layer.Epochs == 1 ? "recording" : "recordings")}; expected {at.Length}, as --at says.");
            }
        }

        DeepRecordings recordings = new(data);
        for (int recording = 0; recording < at.Length; recording++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[][] activations = [.. layers.Select(layer => layer.Read(recording))];
            int epoch = at[recording];
            BlamedOn.File(string.Join(", ", layers.Select(layer => layer.File)), () => recordings.Add(epoch, activations), "");
        }

        return recordings;
    }
}
