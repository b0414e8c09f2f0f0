using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GateDsl.CompilerServices;

/// <summary>
/// Copies and checks the arguments of a data set in the order in which they are given; the number of datapoints is counted from the first. Every
/// refusal is an <see cref="ArgumentException"/> that names the argument, the datapoint and the bound. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public sealed class DatasetArguments
{
    private string? _first;

    /// <summary>Number of datapoints.</summary>
    public int Count { get; private set; }

    /// <summary>The values of a one-hot input or a selector.</summary>
    /// <param name="parameter">Name of the argument.</param>
    /// <param name="given">One value per datapoint.</param>
    /// <param name="values">Number of values.</param>
    public int[] Indices(string parameter, ReadOnlySpan<int> given, int values)
    {
        CheckLength(parameter, given.Length, 1);
        DatasetChecks.Range(parameter, given, values);
        RequireRoom<int>(parameter, given.Length);
        return given.ToArray();
    }

    /// <summary>The values of a dense input, or targets, in the network's precision.</summary>
    /// <param name="parameter">Name of the argument.</param>
    /// <param name="given">Datapoints x <paramref name="width"/>, row by row.</param>
    /// <param name="width">Values per datapoint.</param>
    public T[] Values<TGiven, T>(string parameter, ReadOnlySpan<TGiven> given, int width)
        where TGiven : struct, IFloatingPointIeee754<TGiven>
        where T : struct, INumber<T>
    {
        CheckLength(parameter, given.Length, width);
        DatasetChecks.Finite(parameter, given, width);
        RequireRoom<T>(parameter, given.Length);
        return Narrowing.Data<TGiven, T>(parameter, given, width);
    }

    /// <summary>Targets of the logistic loss: as <see cref="Values"/>, from 0 to 1.</summary>
    public T[] Shares<TGiven, T>(string parameter, ReadOnlySpan<TGiven> given, int width)
        where TGiven : struct, IFloatingPointIeee754<TGiven>
        where T : struct, INumber<T>
    {
        CheckLength(parameter, given.Length, width);
        DatasetChecks.Share(parameter, given, width);
        RequireRoom<T>(parameter, given.Length);
        return typeof(TGiven) == typeof(T) ? (T[])(object)given.ToArray() : Conversion.ToArray<TGiven, T>(given);
    }

    /// <summary>The numbers of a gate input, a column for each gate.</summary>
    /// <param name="parameter">Name of the argument.</param>
    /// <param name="given">Datapoints x <paramref name="gates"/>, row by row.</param>
    /// <param name="gates">Numbers per datapoint.</param>
    public T[][] Gates<TGiven, T>(string parameter, ReadOnlySpan<TGiven> given, int gates)
        where TGiven : struct, IFloatingPointIeee754<TGiven>
        where T : struct, IFloatingPointIeee754<T>
    {
        CheckLength(parameter, given.Length, gates);
        RequireRoom<T>(parameter, given.Length);
        return Narrowing.Gates<TGiven, T>(parameter, given, gates);
    }

    /// <summary>The same where a gate is open or closed: 1 or 0.</summary>
    public T[][] Gates<T>(string parameter, ReadOnlySpan<bool> given, int gates)
        where T : struct, INumber<T>
    {
        CheckLength(parameter, given.Length, gates);
        RequireRoom<T>(parameter, given.Length);
        T[][] columns = Columns<T>(gates);
        for (int i = 0; i < given.Length; i++)
        {
            columns[i % gates][i / gates] = given[i] ? T.One : T.Zero;
        }

        return columns;
    }

    /// <summary>The numbers of a gate input of a data set without datapoints.</summary>
    /// <param name="gates">Numbers per datapoint.</param>
    public static T[][] NoGates<T>(int gates) => [.. Enumerable.Repeat<T[]>([], gates)];

    /// <summary>Gates that multiply: their product at every datapoint.</summary>
    public static T[] Product<T>(params ReadOnlySpan<T[]> gates)
        where T : struct, INumber<T>
    {
        T[] product = [.. gates[0]];
        foreach (T[] gate in gates[1..])
        {
            for (int n = 0; n < product.Length; n++)
            {
                product[n] *= gate[n];
            }
        }

        return product;
    }

    private T[][] Columns<T>(int gates) => [.. Enumerable.Range(0, gates).Select(_ => new T[Count])];

    private static void RequireRoom<T>(string parameter, int numbers) => Memory.Require(parameter, $"A copy of {parameter}", numbers, Unsafe.SizeOf<T>());

    private void CheckLength(string parameter, int length, int width)
    {
        if (_first is null)
        {
            Count = DatasetChecks.Datapoints(parameter, length, width);
            _first = parameter;
            return;
        }

        DatasetChecks.Length(parameter, length, width, Count, _first);
    }
}
