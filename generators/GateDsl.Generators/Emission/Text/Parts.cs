namespace GateDsl.Generators.Emission;

/// <summary>
/// The statements of a method: in place, or, where they would make it too long for the JIT to optimise, in methods of their own that are called in
/// place.
/// </summary>
/// <param name="header">The methods of the parts up to their number: "private void Forward".</param>
/// <param name="parameters">Parameters of the methods.</param>
/// <param name="arguments">What they are called with.</param>
/// <param name="parts">What stands in each, as the splitter says.</param>
/// <param name="write">Writes the statements of a part.</param>
/// <param name="attribute">Stands above every method; empty: nothing.</param>
internal sealed class Parts<T>(
    string header, string parameters, string arguments, IReadOnlyList<IReadOnlyList<T>> parts, Action<IReadOnlyList<T>> write, string attribute = "")
{
    public bool IsSplit => parts.Count > 1;

    /// <summary>The whole method, with that header, and behind it what it calls.</summary>
    public void Write(CodeWriter code, string method)
    {
        WriteAttribute(code);
        code.Block($"{method}({parameters})", () => WriteInPlace(code));
        WriteMethods(code);
    }

    /// <summary>What stands above the method.</summary>
    public void WriteAttribute(CodeWriter code)
    {
        if (attribute.Length > 0)
        {
            code.Write(attribute);
        }
    }

    /// <summary>The statements, or the calls.</summary>
    public void WriteInPlace(CodeWriter code)
    {
        if (!IsSplit)
        {
            write(parts[0]);
            return;
        }

        string name = header.Substring(header.LastIndexOf(' ') + 1);
        for (int part = 0; part < parts.Count; part++)
        {
            code.Write($"{name}{part}({arguments});");
        }
    }

    /// <summary>The methods, to be written behind the one that calls them; nothing where the statements stand in place.</summary>
    public void WriteMethods(CodeWriter code)
    {
        for (int part = 0; IsSplit && part < parts.Count; part++)
        {
            IReadOnlyList<T> items = parts[part];
            code.Line();
            WriteAttribute(code);
            code.Block($"{header}{part}({parameters})", () => write(items));
        }
    }
}
