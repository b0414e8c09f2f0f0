using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace GateDsl.Python.Tests.Reference;

/// <summary>What a C# program computes, with every bit: arrays as the hexadecimal digits of their bytes. The published program has this file too.</summary>
internal sealed class Results
{
    private readonly SortedDictionary<string, object> _all = new(StringComparer.Ordinal);

    public void Add<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged => _all.Add(name, new { bits = Convert.ToHexString(MemoryMarshal.AsBytes(values)), type = typeof(T).Name });

    public void Add<T>(string name, T[] values)
        where T : unmanaged => Add<T>(name, values.AsSpan());

    public void Add(string name, double[,] values) => Add<double>(name, [.. values.Cast<double>()]);

    public void Add(string name, double value) => Add<double>(name, [value]);

    public void Add<T>(string name, TensorSpan<T> values)
        where T : unmanaged
    {
        T[] copy = new T[values.FlattenedLength];
        values.FlattenTo(copy);
        Add<T>(name, copy);
    }

    public void Add<T>(string name, IReadOnlyList<EdgeWeights<T>> weights)
        where T : unmanaged
    {
        foreach (EdgeWeights<T> edge in weights)
        {
            Add($"{name}/{edge.Name}", edge.Values);
        }
    }

    public void Add(string name, TrainingLog log)
    {
        Add(name + "/loss", log.Loss);
        Add(name + "/epochs", log.Epochs);
        if (log.TestLoss is { } test)
        {
            Add(name + "/test_loss", test);
        }

        Add(name + "/snapshot", log.Snapshots);
    }

    public void Add(string name, RaceLog log)
    {
        Add(name + "/loss", log.Loss);
        foreach ((string pathway, double[,] strengths) in log.ModeStrengths)
        {
            Add($"{name}/mode_strengths/{pathway}", strengths);
        }

        Add(name + "/snapshot", log.Snapshots);
    }

    /// <summary>Does it, or keeps the name of the exception.</summary>
    public void Try(string name, Action<string> compute)
    {
        try
        {
            compute(name);
        }
        catch (Exception exception) when (exception is NotSupportedException or TrainingDivergedException or ArgumentException or InvalidOperationException)
        {
            _all.Add(name, new { error = exception.GetType().Name });
        }
    }

    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(_all));

    private void Add(string name, IReadOnlyList<Snapshot> snapshots)
    {
        foreach (Snapshot snapshot in snapshots)
        {
            Add($"{name}/{snapshot.Epoch}/hidden_kernel", snapshot.HiddenKernel);
            Add($"{name}/{snapshot.Epoch}/tangent_kernel", snapshot.TangentKernel);
            foreach ((string output, double[,] predictions) in snapshot.Predictions)
            {
                Add($"{name}/{snapshot.Epoch}/predictions/{output}", predictions);
            }
        }
    }
}
