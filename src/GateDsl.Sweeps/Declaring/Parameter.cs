using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GateDsl.Sweeps;

/// <summary>
/// A parameter of an experiment: its name, its help, its default, and which values it takes. One that is declared wrongly, with a default outside its
/// bounds say, throws nothing; <see cref="SweepProgram.Run"/> says in one line what is wrong.
/// </summary>
public abstract partial class Parameter
{
    private protected Parameter(string name, string help)
    {
        (Name, Help) = (name ?? "", help);
        if (!ParameterName().IsMatch(Name))
        {
            Fail($"a parameter cannot be called '{Name}'; a name is letters, digits, '-' and '_', and begins with a letter");
        }
        else if (IsTaken(Name))
        {
            Fail($"a parameter cannot be called '{Name}'; the table has a column of that name");
        }
    }

    /// <summary>
    /// What is wrong with the declaration, the first thing; null: nothing. It is said when the program runs, as what declares a parameter has nobody to tell.
    /// </summary>
    internal string? Fault { get; private set; }

    /// <summary>As in <c>--set name=values</c>, in the plan and in the table.</summary>
    public string Name { get; }

    /// <summary>A sentence on what it is.</summary>
    public string Help { get; }

    /// <summary>The kind of value, as the plan has it.</summary>
    internal abstract string Kind { get; }

    /// <summary>Which values it takes, in words.</summary>
    internal abstract string Bounds { get; }

    /// <summary>The value where the plan sets none.</summary>
    internal abstract object DefaultValue { get; }

    /// <summary>The values that an element of a list stands for, one or a range of them; <see cref="WrongUseException"/> where it stands for none.</summary>
    internal abstract IEnumerable<object> ReadElement(string text);

    /// <summary>Why it does not take the value; null: it does.</summary>
    internal abstract string? WhyNot(object value);

    /// <summary>The value as text, the same on every machine.</summary>
    internal abstract string Print(object value);

    /// <summary>The value as the plan has it.</summary>
    internal abstract JsonNode ToJson(object value);

    /// <summary>The value of a plan; null: it is of another kind.</summary>
    internal abstract object? FromJson(JsonNode? node);

    /// <summary>A real number.</summary>
    /// <param name="name">Letters, digits, '-' and '_'; begins with a letter. Not <c>run</c> or <c>seed</c>, which are columns of the table.</param>
    /// <param name="defaultValue">Where the plan sets none.</param>
    /// <param name="help">A sentence on what it is.</param>
    /// <param name="least">The smallest value it takes.</param>
    /// <param name="most">The largest value it takes.</param>
    public static Parameter<double> Number(
        string name, double defaultValue, string help, double least = double.NegativeInfinity, double most = double.PositiveInfinity) =>
        new NumberParameter(name, defaultValue, help, least, most);

    /// <summary>A whole number.</summary>
    /// <param name="name">Letters, digits, '-' and '_'; begins with a letter. Not <c>run</c> or <c>seed</c>, which are columns of the table.</param>
    /// <param name="defaultValue">Where the plan sets none.</param>
    /// <param name="help">A sentence on what it is.</param>
    /// <param name="least">The smallest value it takes.</param>
    /// <param name="most">The largest value it takes.</param>
    public static Parameter<int> Integer(string name, int defaultValue, string help, int least = int.MinValue, int most = int.MaxValue) =>
        new IntegerParameter(name, defaultValue, help, least, most);

    /// <summary>One of several words.</summary>
    /// <param name="name">Letters, digits, '-' and '_'; begins with a letter. Not <c>run</c> or <c>seed</c>, which are columns of the table.</param>
    /// <param name="choices">The words it takes, the first is the default; none holds a comma or "..".</param>
    /// <param name="help">A sentence on what it is.</param>
    public static Parameter<string> Choice(string name, IReadOnlyList<string> choices, string help) => new ChoiceParameter(name, choices, help);

    /// <summary>Yes or no: <c>true</c> or <c>false</c>.</summary>
    /// <param name="name">Letters, digits, '-' and '_'; begins with a letter. Not <c>run</c> or <c>seed</c>, which are columns of the table.</param>
    /// <param name="defaultValue">Where the plan sets none.</param>
    /// <param name="help">A sentence on what it is.</param>
    public static Parameter<bool> Flag(string name, bool defaultValue, string help) => new FlagParameter(name, defaultValue, help);

    /// <summary>Whether the table has a column of that name, whatever the case of its letters: not every reader of tables tells them apart.</summary>
    internal static bool IsTaken(string name) =>
        name.Equals("run", StringComparison.OrdinalIgnoreCase) || name.Equals("seed", StringComparison.OrdinalIgnoreCase);

    /// <summary>Notes what is wrong.</summary>
    private protected void Fail(string fault) => Fault ??= fault;

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]*\z")]
    private static partial Regex ParameterName();
}
