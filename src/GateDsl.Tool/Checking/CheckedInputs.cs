using System.Globalization;
using GateDsl.Identifying;
using GateDsl.Tool.Arrays;

namespace GateDsl.Tool.Checking;

/// <summary>The inputs that gates are checked over: datapoints as a layer sees them, and where each feature of the file went.</summary>
internal sealed class CheckedInputs
{
    private readonly int[] _rows;

    private CheckedInputs(LayerDatapoints datapoints, int features, int[] rows, bool hasBias, string description, ClassWords classWords)
    {
        Datapoints = datapoints;
        Features = features;
        _rows = rows;
        HasBias = hasBias;
        Description = description;
        ClassWords = classWords;
    }

    /// <summary>The datapoints; a bias is a feature that is 1 at each of them.</summary>
    public LayerDatapoints Datapoints { get; }

    /// <summary>Features, as the file has them.</summary>
    public int Features { get; }

    /// <summary>Whether a weight of the bias follows those of the features.</summary>
    public bool HasBias { get; }

    /// <summary>What was read, in words.</summary>
    public string Description { get; }

    /// <summary>What classes of gates over them are.</summary>
    public ClassWords ClassWords { get; }

    /// <param name="file">Features x datapoints.</param>
    /// <param name="hasBias">Whether units have a bias.</param>
    /// <exception cref="BadInputException">It is no table of finite numbers.</exception>
    public static CheckedInputs Read(string file, bool hasBias)
    {
        using NumberArray array = NumberArray.Open(file, AcceptedNumbers.All);
        if (array.Shape.Rank != 2)
        {
            throw new BadInputException(file, $"is {array.Shape}; expected features x datapoints.");
        }

        return Of(array.ReadAll(), array.Shape[0], array.Shape[1], hasBias);
    }

    /// <summary>The weight of each feature of the file, and then of the bias, where there is one.</summary>
    /// <typeparam name="T">Of a weight.</typeparam>
    /// <param name="weights">In the order of the datapoints' features.</param>
    /// <param name="zero">The weight of a bias that is not needed.</param>
    public T[] InFileOrder<T>(IReadOnlyList<T> weights, T zero)
    {
        T[] ordered = new T[Features + (HasBias ? 1 : 0)];
        for (int i = 0; i < _rows.Length; i++)
        {
            ordered[_rows[i]] = weights[i];
        }

        if (HasBias)
        {
            ordered[Features] = weights.Count > _rows.Length ? weights[_rows.Length] : zero;
        }

        return ordered;
    }

    private static CheckedInputs Of(double[] numbers, int features, int count, bool hasBias)
    {
        (List<(int First, int Count)> oneHot, List<int> dense) = OneHotRecognition.Split(numbers, features, count);
        LayerDatapoints datapoints = LayerDatapoints.Of(count);
        List<int> rows = [];
        List<string> parts = [];
        List<string> names = [];
        for (int i = 0; i < oneHot.Count; i++)
        {
            string name = OneHotRecognition.NameOf(i, oneHot.Count);
            InputRole role = oneHot.Count > 1 && i == oneHot.Count - 1 ? InputRole.Context : InputRole.Item;
            datapoints = datapoints.OneHot(name, oneHot[i].Count, OneHotRecognition.Values(numbers, count, oneHot[i]), role);
            rows.AddRange(Enumerable.Range(oneHot[i].First, oneHot[i].Count));
            names.Add(name);
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{name} one-hot of {oneHot[i].Count}"));
        }

        if (dense.Count > 0)
        {
            datapoints = datapoints.Dense("Features", dense.Count, OneHotRecognition.Columns(numbers, count, dense));
            rows.AddRange(dense);
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{dense.Count} dense"));
        }

        // The features of a one-hot input add up to 1, so that they are a bias already.
        if (hasBias && oneHot.Count == 0)
        {
            double[] ones = new double[count];
            Array.Fill(ones, 1);
            datapoints = datapoints.Dense("Bias", 1, ones);
        }

        string description = string.Create(
            CultureInfo.InvariantCulture, $"{features} input features ({string.Join(", ", parts)}){(hasBias ? " and a bias" : "")}, {count} datapoints");
        return new CheckedInputs(datapoints, features, [.. rows], hasBias, description, new ClassWords(names, dense.Count > 0));
    }
}
