using System.Globalization;

namespace GateDsl.Generators.Tests.Rules;

/// <summary>
/// Writes random C#: a class of helpers and rules over three ints that use every integer type, enums, overflow contexts, patterns and loops. Some
/// of what it writes does not compile (a constant divisor of zero, a subsumed pattern), which the caller finds out from the compiler.
/// </summary>
/// <remarks>One file of more than 300 lines: a grammar, whose productions call each other.</remarks>
internal sealed class RandomRules(int seed)
{
    private static readonly string[] Numeric = ["sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "char"];
    private static readonly string[] Enums = ["E8", "E32", "E64"];

    /// <summary>What the rules call: every kind of parameter and result, recursion, exceptions.</summary>
    private static readonly Helper[] Helpers =
    [
        new("int", ["int", "int"], "p0 <= 0 ? p1 : H0(p0 > 20 ? 20 : p0 - 2, p1 ^ p0) + 1"),
        new("bool", ["int"], "p0 == 0 || p0 is > 0 and < 30 && H2(p0 - 1)"),
        new("bool", ["int"], "p0 != 0 && H1(p0 - 1)"),
        new("byte", ["E8", "byte"], "(byte)(p0 is E8.C ? p1 : (byte)p0 + p1)"),
        new("sbyte", ["long"], "(sbyte)(p0 >> 3)"),
        new("E64", ["ulong", "bool"], "p1 ? (E64)p0 : ~(E64)p0 | E64.C"),
        new("E32", ["short", "char"], "p0 switch { 0 => E32.A, < 0 => (E32)p1, _ => E32.C - p1 }"),
        new("uint", ["uint", "ushort"], "p0 / p1"),
        new("long", ["long", "sbyte"], "checked(p0 * p1)"),
        new("ulong", ["ulong"], "p0 % 7 == 3 ? throw new ArgumentException() : p0 * p0"),
        new("short", ["E32"], "(short)p0"),
    ];

    private readonly Random _random = new(seed);
    private readonly List<Variable> _variables = [];
    private int _names;
    private int _loops;
    private int _size;

    /// <summary>A variable in scope; loop counters are only read, so that loops end.</summary>
    private sealed record Variable(string Name, string Type, bool Writable);

    private sealed record Helper(string Result, string[] Parameters, string Body);

    /// <summary>The class R with the rules M0, M1, ..., each on one line.</summary>
    public string Class(int rules)
    {
        var lines = new List<string>
        {
            "using System;",
            "public enum E8 : byte { A, B = 5, C = 250 }",
            "public enum E32 { A = -2, B = 0, C = 3 }",
            "public enum E64 : ulong { A = 1, B = 1UL << 40, C = 1UL << 63 }",
            "public static class R {",
        };
        lines.AddRange(Helpers.Select((helper, i) => $"static {helper.Result} H{i}({Parameters(helper.Parameters)}) => {helper.Body};"));
        lines.AddRange(Enumerable.Range(0, rules).Select(i => Method($"M{i}", "bool", ["int", "int", "int"])));
        lines.Add("}");
        return string.Join('\n', lines);
    }

    private string Method(string name, string result, string[] parameters)
    {
        _variables.Clear();
        (_names, _loops, _size) = (0, 0, 0);
        foreach (string type in parameters)
        {
            _variables.Add(new Variable($"p{_variables.Count}", type, true));
        }

        string signature = $"public static {result} {name}({Parameters(parameters)})";
        return Chance(3)
            ? $"{signature} => {Expression(result, 5)};"
            : $"{signature} {{ {Statements(result, 2)} return {Expression(result, 3)}; }}";
    }

    private static string Parameters(string[] types) => string.Join(", ", types.Select((type, i) => $"{type} p{i}"));

    private string Statements(string result, int depth)
    {
        int outer = _variables.Count;
        string text = string.Join(' ', Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => Statement(result, depth)));
        _variables.RemoveRange(outer, _variables.Count - outer);
        return text;
    }

    private string Block(string result, int depth) => $"{{ {Statements(result, depth - 1)} }}";

    private string Statement(string result, int depth)
    {
        if (depth <= 0 || _size > 40)
        {
            return Write();
        }

        switch (_random.Next(13))
        {
            case 0 or 1 or 2:
                return Declaration();
            case 3 or 4:
                return Write();
            case 5 or 6:
                string chain = $"if ({Expression("bool", 2)}) {Block(result, depth)}";
                chain += Chance(3) ? $" else if ({Expression("bool", 2)}) {Block(result, depth)}" : "";
                return chain + (Chance(2) ? $" else {Block(result, depth)}" : "");
            case 7:
                return Loop(result, depth);
            case 8:
                return Switch(result, depth);
            case 9:
                return $"{(Chance(2) ? "checked" : "unchecked")} {Block(result, depth)}";
            case 10:
                return $"if ({Expression("bool", 2)}) return {Expression(result, 2)};";
            case 11:
                return _loops > 0 ? $"if ({Expression("bool", 1)}) {(Chance(2) ? "break" : "continue")};" : Write();
            default:
                string left = Name();
                string right = Name();
                string swap = $"var ({left}, {right}) = ({Expression("int", 2)}, {Expression("long", 2)});";
                _variables.Add(new Variable(left, "int", true));
                _variables.Add(new Variable(right, "long", true));
                return $"{swap} ({right}, {left}) = ({left}, {Expression("int", 1)});";
        }
    }

    private string Declaration()
    {
        string type = AnyType();
        string value = Expression(type, 3);
        string name = Name();
        _variables.Add(new Variable(name, type, true));
        return $"{type} {name} = {value};";
    }

    private string Write()
    {
        string type = AnyType();
        return Writable(type) is { } variable ? Assignment(variable, type, 3) + ";" : Declaration();
    }

    private string Loop(string result, int depth)
    {
        if (_loops == 2)
        {
            return Write();
        }

        string counter = Name();
        int runs = 1 + _random.Next(4);
        _loops++;
        _variables.Add(new Variable(counter, "int", false));
        string body = Block(result, depth);
        string condition = Expression("bool", 2);
        string loop = _random.Next(3) switch
        {
            0 => $"for (int {counter} = 0; {counter} < {runs}; {counter}++) {body}",
            1 => $"{{ int {counter} = 0; while ({counter}++ < {runs} && {condition}) {body} }}",
            _ => $"{{ int {counter} = 0; do {body} while ({counter}++ < {runs} && {condition}); }}",
        };
        _variables.RemoveAll(variable => variable.Name == counter);
        _loops--;
        return loop;
    }

    private string Switch(string result, int depth)
    {
        string type = AnyType();
        var sections = new List<string>();
        int count = 1 + _random.Next(3);
        int defaultAt = _random.Next(count + 2);
        int loops = _loops;
        for (int i = 0; i < count; i++)
        {
            string label = i == defaultAt ? "default" : $"case {Arm(type)}";

            // Inside a section break belongs to the switch; it is left by the break that follows.
            sections.Add($"{label}: {Block(result, depth)} break;");
        }

        _loops = loops;
        return $"switch ({Expression(type, 2)}) {{ {string.Join(' ', sections)} }}";
    }

    private string Expression(string type, int depth)
    {
        _size++;
        if (depth <= 0 || _size > 60)
        {
            return Leaf(type);
        }

        switch (_random.Next(14))
        {
            case 0:
                return $"({Expression("bool", depth - 1)} ? {Expression(type, depth - 1)} : {Expression(type, depth - 1)})";
            case 1:
                return $"{(Chance(2) ? "checked" : "unchecked")}({Expression(type, depth - 1)})";
            case 2 when Writable(type) is { } variable:
                return $"({Assignment(variable, type, depth - 1)})";
            case 3:
                Helper helper = Pick(Array.FindAll(Helpers, helper => (helper.Result == "bool") == (type == "bool")));
                string call = $"H{Array.IndexOf(Helpers, helper)}({string.Join(", ", helper.Parameters.Select(p => Expression(p, depth - 2)))})";
                return Cast(helper.Result, type, call);
            case 4:
                return SwitchExpression(type, depth - 1);
            case 5:
                return Leaf(type);
            default:
                return type == "bool" ? Condition(depth - 1) : Enums.Contains(type) ? Enum(type, depth - 1) : Number(type, depth - 1);
        }
    }

    private string Condition(int depth)
    {
        string type = AnyType();
        switch (_random.Next(8))
        {
            case 0:
                return $"!{Expression("bool", depth)}";
            case 1 or 2:
                return $"({Expression("bool", depth)} {Pick(["&&", "||"])} {Expression("bool", depth)} {Pick(["&&", "||"])} {Expression("bool", depth)})";
            case 3:
                return $"({Expression("bool", depth)} {Pick(["&", "|", "^", "==", "!="])} {Expression("bool", depth)})";
            case 4:
                return $"({Expression(type, depth)} is {(Chance(5) ? $"var {Name()}" : Pattern(type, 1))})";
            case 5:
                string other = AnyType();
                return Chance(2)
                    ? $"(({Expression(type, depth)}, {Expression(other, depth)}) is ({Pattern(type, 1)}, {Pattern(other, 1)}))"
                    : $"(({Expression(type, depth)}, {Expression(other, depth)}) {Pick(["==", "!="])} ({Expression(type, depth)}, {Expression(other, depth)}))";
            default:
                return type == "bool"
                    ? Leaf("bool")
                    : $"({Expression(type, depth)} {Pick(["==", "!=", "<", "<=", ">", ">="])} {Expression(type, depth)})";
        }
    }

    private string Number(string type, int depth)
    {
        string operand = Pick(Numeric);
        switch (_random.Next(9))
        {
            case 0:
                return Cast("", type, $"(-{Expression(operand == "ulong" ? "long" : operand, depth)})");
            case 1:
                return Cast("", type, $"(~{Expression(operand, depth)})");
            case 2:
                return Cast("", type, $"({Expression(operand, depth)} {Pick(["<<", ">>", ">>>"])} {Expression("int", depth)})");
            case 3:
                string source = AnyType();
                return source == "bool" ? Leaf(type) : Cast(source, type, Expression(source, depth));
            case 4:
                string e = Pick(Enums);
                return Cast("", type, $"({Expression(e, depth)} - {Expression(e, depth)})");
            default:
                string second = operand == "ulong" ? Pick(["ulong", "byte", "char", "uint"]) : Pick(["sbyte", "byte", "short", "int", "uint", "long", operand]);
                second = operand != "ulong" && second == "ulong" ? operand : second;
                string op = Pick(["+", "-", "*", "/", "%", "&", "|", "^", "+", "*"]);
                return Cast("", type, $"({Expression(operand, depth)} {op} {Expression(second, depth)})");
        }
    }

    private string Enum(string type, int depth) => _random.Next(4) switch
    {
        0 => $"({Expression(type, depth)} {Pick(["+", "-"])} {Expression(Underlying(type), depth)})",
        1 => $"({Expression(type, depth)} {Pick(["&", "|", "^"])} {Expression(type, depth)})",
        2 => $"(~{Expression(type, depth)})",
        _ => Cast("int", type, Expression("int", depth)),
    };

    private string SwitchExpression(string type, int depth)
    {
        string on = AnyType();
        string subject = Expression(on, depth);
        var arms = new List<string>();
        for (int i = _random.Next(3); i >= 0; i--)
        {
            arms.Add($"{Arm(on)} => {Expression(type, depth)}");
        }

        arms.Add(Chance(4) ? $"_ => throw new {Pick(["ArgumentException", "InvalidOperationException"])}()" : $"_ => {Expression(type, depth)}");
        if (Chance(3) && !Enums.Contains(on))
        {
            arms.RemoveAt(arms.Count - 1);
        }

        return $"({subject} switch {{ {string.Join(", ", arms)} }})";
    }

    private string Pattern(string type, int depth)
    {
        bool isOrdered = type != "bool" && !Enums.Contains(type);
        string simple = isOrdered && Chance(2) ? $"{Pick(["<", "<=", ">", ">="])} ({type})({1 + _random.Next(8)})" : Constant(type);
        return (depth > 0 ? _random.Next(5) : 4) switch
        {
            0 => $"({Pattern(type, 0)} or {Pattern(type, 0)})",
            1 when isOrdered => $"(> ({type})({_random.Next(3)}) and <= ({type})({3 + _random.Next(30)}))",
            2 => $"not {simple}",
            3 => $"not {simple} and not {Constant(type)}",
            _ => simple,
        };
    }

    /// <summary>A pattern of an arm or case, guarded where it could take everything from those that follow.</summary>
    private string Arm(string type)
    {
        string pattern = Chance(4) ? $"var {Name()}" : Pattern(type, 1);
        return char.IsLetter(pattern[0]) || pattern.Contains('<') || pattern.Contains('>') || Chance(2) ? $"{pattern} when {Expression("bool", 1)}" : pattern;
    }

    private string Assignment(Variable variable, string type, int depth)
    {
        if (type == "bool")
        {
            return $"{variable.Name} {Pick(["=", "&=", "|=", "^="])} {Expression("bool", depth)}";
        }

        if (Chance(4))
        {
            return Pick([$"{variable.Name}++", $"++{variable.Name}", $"{variable.Name}--", $"--{variable.Name}"]);
        }

        if (Enums.Contains(type))
        {
            return Chance(2)
                ? $"{variable.Name} {Pick(["+=", "-="])} {Expression(Underlying(type), depth)}"
                : $"{variable.Name} {Pick(["=", "&=", "|=", "^="])} {Expression(type, depth)}";
        }

        return Chance(4)
            ? $"{variable.Name} {Pick(["<<=", ">>=", ">>>="])} {Expression("int", depth)}"
            : $"{variable.Name} {Pick(["=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^="])} {Expression(type, depth)}";
    }

    private string Leaf(string type)
    {
        // Constants are rare, since what is computed from them alone is computed by the compiler.
        List<Variable> same = _variables.FindAll(variable => variable.Type == type);
        if (same.Count > 0 && !Chance(4))
        {
            return Pick(same).Name;
        }

        // A guard that is constantly true crashes the compiler's explanation of what a switch expression leaves out.
        if (type != "bool" && Chance(8))
        {
            return Constant(type);
        }

        Variable variable = Pick(_variables.FindAll(variable => variable.Type != "bool"));
        return type == "bool" ? $"({variable.Name} {Pick(["<", "!=", ">="])} {Constant(variable.Type)})" : Cast(variable.Type, type, variable.Name);
    }

    private string Constant(string type) => type switch
    {
        "bool" => Pick(["true", "false"]),
        "E8" or "E32" or "E64" => $"{type}.{Pick(["A", "B", "C"])}",
        "sbyte" => Signed(sbyte.MinValue, sbyte.MaxValue, "(sbyte)"),
        "byte" => Signed(0, byte.MaxValue, "(byte)"),
        "short" => Signed(short.MinValue, short.MaxValue, "(short)"),
        "ushort" => Signed(0, ushort.MaxValue, "(ushort)"),
        "char" => Pick(["'a'", "'\\0'", "'\\uffff'", "'!'"]),
        "int" => Pick(["0", "1", "2", "-1", "31", "32", "33", "63", "int.MinValue", "int.MaxValue", Small()]),
        "uint" => Pick(["0u", "1u", "7u", "uint.MaxValue", "0x80000000u"]),
        "long" => Pick(["0L", "1L", "-1L", "long.MinValue", "long.MaxValue", "0x1_0000_0000L", Small() + "L"]),
        _ => Pick(["0UL", "1UL", "5UL", "ulong.MaxValue", "0x8000_0000_0000_0000UL"]),
    };

    private string Small() => _random.Next(10).ToString(CultureInfo.InvariantCulture);

    private string Signed(int least, int most, string cast)
    {
        int value = Pick([0, 1, least, most, Math.Max(least, -1), _random.Next(9)]);
        return string.Create(CultureInfo.InvariantCulture, $"({cast}({value}))");
    }

    private static string Cast(string from, string to, string expression) => from == to ? expression : $"(({to})({expression}))";

    private static string Underlying(string type) => type switch
    {
        "E8" => "byte",
        "E32" => "int",
        _ => "ulong",
    };

    private Variable? Writable(string type)
    {
        List<Variable> variables = _variables.FindAll(variable => variable.Type == type && variable.Writable);
        return variables.Count == 0 ? null : Pick(variables);
    }

    private string AnyType() => _random.Next(10) switch
    {
        < 2 => "int",
        < 7 => Pick(Numeric),
        < 9 => Pick(Enums),
        _ => "bool",
    };

    private string Name() => $"v{_names++}";

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
