using System.Numerics;
using GateDsl;
using Paper.Shared.Arrays;

namespace Paper.Identify;

/// <summary>Recorded activations in a file, read a recording at a time.</summary>
internal sealed class ActivationsFile : IDisposable
{
    private readonly NumberArray _array;
    private readonly int _rows;

    private ActivationsFile(NumberArray array, int epochs)
    {
        _array = array;
        Epochs = epochs;
        _rows = array.Shape[0] / epochs;
        Units = array.Shape.Rank == 3 ? array.Shape[1] : _rows;
        Datapoints = array.Shape[array.Shape.Rank - 1];
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
                : (long)activations.Units * activations.Datapoints > Array.MaxLength
                ? throw new BadInputException(file, $"holds too many numbers an epoch ({array.Shape}); expected at most {Array.MaxLength}.")
                : activations;
        }
        catch
        {
            array.Dispose();
            throw;
        }
    }

    /// <summary>Reads all recordings, one after the other.</summary>
    /// <exception cref="BadInputException">They are not those of a ReLU layer.</exception>
    public LayerRecordings Read(CancellationToken cancellationToken)
    {
        LayerRecordings recordings = new();
        if (_array.IsSingle)
        {
            Read<float>(numbers => recordings.Add(numbers, Units, Datapoints), cancellationToken);
        }
        else
        {
            Read<double>(numbers => recordings.Add(numbers, Units, Datapoints), cancellationToken);
        }

        return recordings;
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

    private void Read<T>(Action<T[]> add, CancellationToken cancellationToken)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int slices = _array.Shape.Rank == 3 ? 1 : _rows;
        T[] numbers = new T[Units * Datapoints];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _array.Read<T>(epoch * slices, numbers);
            BlamedOn.File(File, () => add(numbers), Epochs > 1 ? $"recording {epoch}: " : "");
        }
    }
}
