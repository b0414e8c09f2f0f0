namespace GateDsl.Generators.Emission;

/// <summary>
/// Statements for each of many items: in place, or, where they would make a method too long for the JIT to optimise, in methods of their own
/// that are called in place.
/// </summary>
/// <param name="header">The methods up to their name: "private void Forward".</param>
/// <param name="suffix">What stands behind the number of the part in a name: "_Common".</param>
/// <param name="parameters">Parameters of the methods.</param>
/// <param name="arguments">What they are called with.</param>
/// <param name="items">The items.</param>
/// <param name="most">Items for which the statements stand in one method.</param>
/// <param name="write">Writes the statements of an item.</param>
internal sealed class Parts<T>(
    string header, string suffix, string parameters, string arguments, IReadOnlyList<T> items, int most, Action<T> write)
{
    public bool IsSplit => items.Count > most;

    private int Count => (items.Count + most - 1) / most;

    /// <summary>The statements, or the calls.</summary>
    public void WriteInPlace(CodeWriter code)
    {
        if (!IsSplit)
        {
            WriteItems(items);
            return;
        }

        string name = header.Substring(header.LastIndexOf(' ') + 1);
        for (int part = 0; part < Count; part++)
        {
            code.Write($"{name}{part}{suffix}({arguments});");
        }
    }

    /// <summary>The methods, to be written behind the one that calls them; nothing where the statements stand in place.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="writeLocals">Writes what each of them begins with.</param>
    public void WriteMethods(CodeWriter code, Action? writeLocals = null)
    {
        for (int part = 0; IsSplit && part < Count; part++)
        {
            code.Line().Block($"{header}{part}{suffix}({parameters})", () =>
            {
                writeLocals?.Invoke();
                WriteItems(items.Skip(part * most).Take(most));
            });
        }
    }

    private void WriteItems(IEnumerable<T> some)
    {
        foreach (T item in some)
        {
            write(item);
        }
    }
}
