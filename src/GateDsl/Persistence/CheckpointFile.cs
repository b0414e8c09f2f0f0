using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace GateDsl;

/// <summary>The file of a training that can go on: an archive of arrays, read whole and compared before anything changes.</summary>
/// <typeparam name="T">Float or double.</typeparam>
internal sealed class CheckpointFile<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private const int LongestIdentity = 1 << 24;

    private readonly Checkpoint _options;
    private readonly IReadOnlyList<(string What, string Value)> _identity;
    private readonly EdgeMatrix<T>[] _network;
    private double _startLoss;
    private T[][] _start;

    /// <param name="options">Where and how often.</param>
    /// <param name="identity">What must be the same.</param>
    /// <param name="network">The weights of the network, at which a training that is new starts.</param>
    public CheckpointFile(Checkpoint options, IReadOnlyList<(string What, string Value)> identity, EdgeMatrix<T>[] network)
    {
        (_options, _identity, _network) = (options, identity, network);
        _start = Copy(network);
    }

    /// <summary>The weights that the training started from.</summary>
    public T[][] Start => _start;

    /// <summary>Whether there is a training to go on with.</summary>
    public bool Exists => File.Exists(_options.Path);

    /// <summary>Values of all matrices.</summary>
    public static T[][] Copy(EdgeMatrix<T>[] edges) => [.. edges.Select(edge => (T[])edge.Values.Clone())];

    /// <summary>Puts values into matrices.</summary>
    public static void Put(T[][] values, EdgeMatrix<T>[] edges)
    {
        for (int edge = 0; edge < edges.Length; edge++)
        {
            values[edge].CopyTo(edges[edge].Values, 0);
        }
    }

    /// <summary>Same bits.</summary>
    public static bool AreSame(T[][] values, EdgeMatrix<T>[] edges) =>
        values.Zip(edges).All(pair => MemoryMarshal.AsBytes<T>(pair.First).SequenceEqual(MemoryMarshal.AsBytes<T>(pair.Second.Values)));

    /// <summary>Reads the weights that the training started from, after everything that names it was compared.</summary>
    /// <exception cref="InvalidOperationException">It is of another training: names what differs.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public void ReadStart() => Read(arrays =>
    {
        Compare(Encoding.UTF8.GetString(Vector<byte>(arrays, "Identity", LongestIdentity, isUpTo: true)));
        _start = [.. _network.Select(edge => Found(arrays, "Start/" + edge.Name).ReadMatrix<T>(edge.Targets, edge.Sources))];
        _startLoss = Vector<double>(arrays, "StartLoss", 1)[0];
        return true;
    });

    /// <summary>A network that computes something else from the weights at the start is another one.</summary>
    /// <param name="loss">The loss of the present network there.</param>
    public void CompareStart(double loss)
    {
        // Not to the bit: another machine may add in another order.
        if (Math.Abs(loss - _startLoss) > 1e-4 * Math.Abs(_startLoss))
        {
            throw Refused("network", "it computes other values from the same weights");
        }
    }

    /// <summary>The state of the training.</summary>
    /// <param name="record">Filled with what was logged.</param>
    /// <param name="options">The options.</param>
    /// <param name="state">Filled with the weights as the training keeps them.</param>
    /// <param name="velocities">Filled with theirs.</param>
    /// <param name="shapes">What a snapshot holds.</param>
    public void ReadState(TrainingRecord record, TrainingOptions options, EdgeMatrix<T>[] state, T[][] velocities, SnapshotShape? shapes) => Read(arrays =>
    {
        int epoch = Vector<int>(arrays, "Epoch", 1)[0];
        if (epoch < 0 || epoch > options.Epochs)
        {
            throw new InvalidDataException($"it stands at epoch {epoch} of {options.Epochs}");
        }

        int logged = TrainingRecord.LoggedBefore(epoch, options);
        Vector<double>(arrays, "Loss", logged).CopyTo(record.Loss, 0);
        Vector<int>(arrays, "Epochs", logged).CopyTo(record.Epochs, 0);
        if (record.TestLoss is not null)
        {
            Vector<double>(arrays, "TestLoss", logged).CopyTo(record.TestLoss, 0);
        }

        for (int group = 0; group < record.GroupLoss.Length; group++)
        {
            Vector<double>(arrays, $"TestLossBy/{group}", logged).CopyTo(record.GroupLoss[group], 0);
        }

        record.Bound = Math.Min(double.MaxValue, Vector<double>(arrays, "Bound", 1)[0]);
        T[][] weights = [.. state.Select(edge => Vector<T>(arrays, "State/" + edge.Name, edge.Values.Length))];
        T[][] moving = [.. velocities.Select((velocity, edge) => Vector<T>(arrays, "Velocity/" + state[edge].Name, velocity.Length))];
        foreach (int at in SnapshotShape.EpochsBefore(epoch, options))
        {
            record.Snapshots.Add(shapes!.Read(arrays, at));
        }

        (record.Epoch, record.Logged) = (epoch, logged);
        Put(weights, state);
        for (int edge = 0; edge < velocities.Length; edge++)
        {
            moving[edge].CopyTo(velocities[edge], 0);
        }

        return true;
    });

    /// <summary>The loss at the start, which is kept with the weights there.</summary>
    public void StartAt(double loss) => _startLoss = loss;

    /// <summary>Writes the state of a training where it is needed or due.</summary>
    /// <param name="state">The weights as the training keeps them.</param>
    /// <param name="velocities">Theirs.</param>
    public Action<TrainingRecord, bool> Keeper(EdgeMatrix<T>[] state, T[][] velocities) => (reached, isNeeded) =>
    {
        if (isNeeded || reached.Epoch % _options.EveryEpochs == 0)
        {
            Write(reached, state, velocities);
        }
    };

    /// <summary>Writes the state of the training.</summary>
    private void Write(TrainingRecord record, EdgeMatrix<T>[] state, T[][] velocities)
    {
        List<StoredArray> arrays =
        [
            StoredArray.Of("Identity", Encoding.UTF8.GetBytes(string.Join('\n', _identity.Select(part => $"{part.What}\t{part.Value}")))),
            StoredArray.Of("Epoch", [record.Epoch]),
            StoredArray.Of("Bound", [record.Bound]),
            StoredArray.Of("StartLoss", [_startLoss]),
            StoredArray.Of("Loss", record.Loss[..record.Logged]),
            StoredArray.Of("Epochs", record.Epochs[..record.Logged]),
            .. _network.Select((edge, i) => StoredArray.Of("Start/" + edge.Name, _start[i], edge.Targets, edge.Sources)),
            .. state.Select(edge => StoredArray.Of("State/" + edge.Name, edge.Values)),
            .. velocities.Select((velocity, i) => StoredArray.Of("Velocity/" + state[i].Name, velocity)),
            .. record.Snapshots.SelectMany(SnapshotShape.Arrays),
        ];
        if (record.TestLoss is not null)
        {
            arrays.Add(StoredArray.Of("TestLoss", record.TestLoss[..record.Logged]));
        }

        arrays.AddRange(record.GroupLoss.Select((losses, group) => StoredArray.Of($"TestLossBy/{group}", losses[..record.Logged])));
        StagedFile.Write(_options.Path, stream => NpzWriter.Write(stream, arrays));
    }

    /// <summary>The refusal of a file that belongs to something else.</summary>
    public InvalidOperationException Refused(string what, string how) => new(
        $"The checkpoint {_options.Path} belongs to another training: {what} differs, {how}. Give the training another file, or delete this one.");

    private void Read(Func<IReadOnlyDictionary<string, FoundArray>, bool> read) => ArrayFile.ReadNpz(_options.Path, int.MaxValue, read);

    private void Compare(string stored)
    {
        Dictionary<string, string> parts = [];
        foreach (string line in stored.Split('\n'))
        {
            string[] part = line.Split('\t', 2);
            parts[part[0]] = part[^1];
        }

        foreach ((string what, string value) in _identity)
        {
            if (!parts.TryGetValue(what, out string? then))
            {
                throw new InvalidDataException($"it does not say its {what}");
            }

            if (then != value)
            {
                bool isLong = then.Length > 100 || value.Length > 100 || what.EndsWith("data", StringComparison.Ordinal);
                throw Refused(what, isLong ? "the training that wrote it had another" : $"it was '{then}' and is '{value}'");
            }
        }
    }

    private static FoundArray Found(IReadOnlyDictionary<string, FoundArray> arrays, string name) =>
        arrays.TryGetValue(name, out FoundArray? found) ? found : throw new InvalidDataException($"{name} is missing");

    private static TValue[] Vector<TValue>(IReadOnlyDictionary<string, FoundArray> arrays, string name, int length, bool isUpTo = false)
        where TValue : struct
    {
        FoundArray found = Found(arrays, name);
        if (found.Type != StoredArray.TypeOf<TValue>() || found.Shape is not [long count] || count > length || (!isUpTo && count != length))
        {
            throw new InvalidDataException($"{name} is {found.ShapeWords} of type {found.TypeName}; expected {length} of another");
        }

        TValue[] values = new TValue[count];
        found.ReadBytes(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
