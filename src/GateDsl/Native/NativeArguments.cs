using System.ComponentModel;
using GateDsl.Generators.Naming;

namespace GateDsl.CompilerServices;

/// <summary>
/// The arrays that a caller of the C surface gave for a data set, found by their names and brought to the types that <c>Dataset.Create</c> takes.
/// Lengths, ranges and values are for it to check. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class NativeArguments
{
    private readonly string _network;
    private readonly NativeArgument[] _arguments;
    private readonly GivenArray[] _given;

    internal NativeArguments(string network, NativeArgument[] arguments, GivenArray[] given)
    {
        (_network, _arguments) = (network, arguments);
        Dictionary<string, GivenArray> byName = new(StringComparer.Ordinal);
        foreach (GivenArray array in given)
        {
            if (!Array.Exists(arguments, argument => argument.Name == array.Name))
            {
                string? nearest = NearestName.Among(arguments.Select(argument => argument.Name), array.Name);
                throw new ArgumentException(
                    $"{network} has no argument '{array.Name}'.{(nearest is null ? "" : $" Did you mean '{nearest}'?")} It has {Listed()}.", array.Name);
            }

            if (!byName.TryAdd(array.Name, array))
            {
                throw new ArgumentException($"{array.Name} is given twice.", array.Name);
            }
        }

        _given = [.. arguments.Select(argument => byName.TryGetValue(argument.Name, out GivenArray? array) ? Checked(argument, array)
            : throw new ArgumentException($"{argument.Name} is missing: {network} takes {Listed()}.", argument.Name))];
        GivenArray[] numbers = [.. _given.Where((_, i) => !arguments[i].IsIndex)];
        AreSingle = numbers.Any(array => array.Type == NativeNumber.Single)
            && numbers.All(array => array.Type is NativeNumber.Single or NativeNumber.Bool);
    }

    /// <summary>All arguments that are no indices are given in single precision: the overload that takes these keeps them from being copied twice.</summary>
    public bool AreSingle { get; }

    /// <summary>An argument that is one index or label per datapoint.</summary>
    /// <param name="argument">Its place in the order of declaration.</param>
    public ReadOnlySpan<int> Indices(int argument)
    {
        GivenArray array = _given[argument];
        if (array.Type == NativeNumber.Int32)
        {
            return array.As<int>();
        }

        ReadOnlySpan<long> given = array.As<long>();
        int[] indices = new int[given.Length];
        for (int n = 0; n < indices.Length; n++)
        {
            // Beyond 32 bits it is out of every range, and is named as such.
            indices[n] = given[n] == (int)given[n] ? (int)given[n] : throw new ArgumentOutOfRangeException(
                _arguments[argument].Name, given[n],
                    $"{_arguments[argument].Name}: datapoint {n} has {given[n]}; values are from 0 to {_arguments[argument].Units - 1}.");
        }

        return indices;
    }

    /// <summary>An argument of numbers in single precision.</summary>
    /// <inheritdoc cref="Indices" path="/param"/>
    public ReadOnlySpan<float> Singles(int argument)
    {
        GivenArray array = _given[argument];
        return array.Type == NativeNumber.Single ? array.As<float>() : Array.ConvertAll(array.ToDoubles(), value => (float)value);
    }

    /// <summary>An argument of numbers in double precision.</summary>
    /// <inheritdoc cref="Indices" path="/param"/>
    public ReadOnlySpan<double> Doubles(int argument)
    {
        GivenArray array = _given[argument];
        return array.Type == NativeNumber.Double ? array.As<double>() : array.ToDoubles();
    }

    private GivenArray Checked(NativeArgument argument, GivenArray array)
    {
        bool isType = argument.IsIndex ? array.Type is NativeNumber.Int32 or NativeNumber.Int64 : argument.Kind == "gates" || array.Type != NativeNumber.Bool;
        if (!isType)
        {
            throw new ArgumentException(
                $"{argument.Name} is {array.Describe()}; {(argument.IsIndex ? "values are int32 or int64" : "numbers are float32 or float64")}.",
                    argument.Name);
        }

        bool isShape = argument.IsIndex
            ? array.Shape.Length == 1
            : array.Shape is [_, var units] ? units == argument.Units : array.Shape.Length == 1 && argument.Units == 1;
        return isShape ? array : throw new ArgumentException(
            $"{argument.Name} is {array.Describe()}; {_network} takes {(argument.IsIndex ? "[datapoints]" : $"[datapoints, {argument.Units}]")}.",
                argument.Name);
    }

    private string Listed() => string.Join(", ", _arguments.Select(argument => argument.Name));
}
