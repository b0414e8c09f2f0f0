using System.Numerics;
using System.Numerics.Tensors;
using GateDsl.Tool.Arrays;

namespace GateDsl.Tool.Identifying;

/// <summary>Recorded activations in a file, a row per unit, read some units at a time.</summary>
internal sealed class ActivationsFile : IDisposable
{
    /// <summary>Numbers read at a time: enough that runs in a file of the other order are not short.</summary>
    private const int BlockLength = 1 << 25;

    private readonly NumberArray _array;

    private ActivationsFile(NumberArray array, int epochs)
    {
        _array = array;
        Epochs = epochs;
        Units = (int)(array.Shape.Rows / epochs);
        Datapoints = array.Shape.RowLength;
    }

    /// <summary>The file, as the user named it.</summary>
    public string File => _array.File;

    /// <summary>Number of recordings E.</summary>
    public int Epochs { get; }

    /// <summary>Units H.</summary>
    public int Units { get; }

    /// <summary>Datapoints N.</summary>
    public int Datapoints { get; }

    /// <param name="file">The file.</param>
    /// <param name="epochs">E as the user says; null: 1, or the first of three axes.</param>
    /// <exception cref="BadInputException">It is no array of that shape.</exception>
    public static ActivationsFile Open(string file, int? epochs)
    {
        NumberArray array = NumberArray.Open(file);
        try
        {
            int count = Count(array, epochs);
            ActivationsFile activations = new(array, count);
            return activations.Datapoints < 2
                ? throw new BadInputException(file, $"has one datapoint ({array.Shape}); expected at least two columns, one per datapoint.")
                : activations;
        }
        catch
        {
            array.Dispose();
            throw;
        }
    }

    /// <summary>Reads all recordings, one after the other.</summary>
    /// <param name="data">The data whose datapoints the columns are.</param>
    /// <param name="cancellationToken">To stop.</param>
    /// <exception cref="BadInputException">They are not those of a ReLU layer.</exception>
    public LayerRecordings Read(IdentificationData data, CancellationToken cancellationToken)
    {
        LayerRecordings recordings = new(data);
        if (_array.IsSingle)
        {
            Read<float>(recordings, (numbers, units) => recordings.AddUnits(numbers.AsSpan(0, units * Datapoints), units), cancellationToken);
        }
        else
        {
            Read<double>(recordings, (numbers, units) => recordings.AddUnits(numbers.AsSpan(0, units * Datapoints), units), cancellationToken);
        }

        return recordings;
    }

    /// <summary>One recording of all units, row-major.</summary>
    /// <exception cref="BadInputException">It is too large to be held.</exception>
    public double[] Read(int recording)
    {
        if ((long)Units * Datapoints > Array.MaxLength)
        {
            throw new BadInputException(
                File, $"has {Units:N0} units at {Datapoints:N0} datapoints; of several hidden layers a recording has at most {Array.MaxLength:N0} numbers.");
        }

        long row = (long)recording * Units;
        double[] numbers = new double[Units * Datapoints];
        if (_array.IsSingle)
        {
            float[] single = new float[numbers.Length];
            _array.Read(row, single.AsSpan());
            TensorPrimitives.ConvertTruncating<float, double>(single, numbers);
        }
        else
        {
            _array.Read(row, numbers.AsSpan());
        }

        return numbers;
    }

    public void Dispose() => _array.Dispose();

    private static int Count(NumberArray array, int? epochs)
    {
        ArrayShape shape = array.Shape;
        return shape.Rank switch
        {
            2 when shape[0] % (epochs ?? 1) == 0 => epochs ?? 1,
            2 => throw new BadInputException(array.File, $"has {shape[0]} rows ({shape}); expected --epochs {epochs} times the number of units."),
            3 when epochs is null || epochs == shape[0] => shape[0],
            3 => throw new BadInputException(array.File, $"has {shape[0]} epochs ({shape}); expected {epochs}, as --epochs says."),
            _ => throw new BadInputException(array.File, $"is {shape}; expected epochs*units x datapoints or epochs x units x datapoints."),
        };
    }

    private void Read<T>(LayerRecordings recordings, Action<T[], int> addUnits, CancellationToken cancellationToken)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        int most = Math.Clamp(BlockLength / Datapoints, 1, Units);
        T[] numbers = new T[most * Datapoints];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            string where = Epochs > 1 ? $"recording {epoch}: " : "";
            for (int unit = 0; unit < Units; unit += most)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int units = Math.Min(most, Units - unit);
                _array.Read(((long)epoch * Units) + unit, numbers.AsSpan(0, units * Datapoints));
                BlamedOn.File(File, () => addUnits(numbers, units), where);
            }

            BlamedOn.File(File, recordings.EndRecording, where);
        }
    }
}
