namespace GateDsl.Generators.Tests.Differential.Declarations;

/// <summary>Rules of many shapes over one to three indices: such as the compiler can evaluate, and such as it cannot.</summary>
internal sealed class RandomRules(Random random, IReadOnlyList<DeclaredLayer> indices)
{
    private readonly List<Rule> _rules = [];

    public IReadOnlyList<Rule> Rules => _rules;

    /// <summary>Name of a rule: one that was made before, or a new one.</summary>
    public string Next()
    {
        if (_rules.Count > 0 && random.Next(4) == 0)
        {
            return _rules[random.Next(_rules.Count)].Name;
        }

        string name = $"Rule{_rules.Count}";
        DeclaredLayer[] chosen = [.. indices.OrderBy(_ => random.Next()).Take(random.Next(1, 4))];
        string parameters = string.Join(", ", chosen.Select(index => $"int {Parameter(index)}"));
        (string body, Func<int[], bool> holds) = Body(chosen, name);
        _rules.Add(new Rule(name, [.. chosen.Select(index => index.Name)], $"static bool {name}({parameters}) {body}", holds));
        return name;
    }

    public static string Parameter(DeclaredLayer index) => char.ToLowerInvariant(index.Name[0]) + index.Name[1..];

    private (string Body, Func<int[], bool> Holds) Body(DeclaredLayer[] chosen, string name)
    {
        string first = Parameter(chosen[0]);
        string last = Parameter(chosen[^1]);
        int value = random.Next(chosen[0].Units);
        switch (random.Next(9))
        {
            case 0:
                return ($"=> {first} != {value};", v => v[0] != value);
            case 1:
                int modulus = random.Next(2, 5);
                int[] factors = [.. chosen.Select(_ => random.Next(1, 4))];
                string sum = string.Join(" + ", chosen.Select((index, i) => $"({factors[i]} * {Parameter(index)})"));
                return ($"=> ({sum}) % {modulus} != 1;", v => v.Select((x, i) => x * factors[i]).Sum() % modulus != 1);
            case 2:
                return ($"=> {first} <= {last} || {first} == {value};", v => v[0] <= v[^1] || v[0] == value);
            case 3:
                return ($"=> {first} is {value} or > {value + 1};", v => v[0] == value || v[0] > value + 1);
            case 4:
                int other = value == 1 ? 0 : 1;
                return ($"=> {first} switch {{ {value} => {last} > 0, {other} => true, _ => {last} % 2 == 0 }};",
                    v => v[0] == value ? v[^1] > 0 : v[0] == other || v[^1] % 2 == 0);
            case 5:
                int mask = random.Next(1, 1 << 10);
                return ($"=> ({mask} >> {first} & 1) == 1 ^ {last} == {value};", v => ((mask >> v[0]) & 1) == 1 ^ v[^1] == value);
            case 6:
                return ($"=> !({first} == {value} && {last} < 2);", v => !(v[0] == value && v[^1] < 2));
            case 7:
                // A loop: no expression, so not evaluated at compile time.
                return ($"{{ int odd = 0; for (int i = 0; i <= {first}; i++) {{ odd += i % 2; }} return odd != {value}; }}",
                    v => Enumerable.Range(0, v[0] + 1).Sum(i => i % 2) != value);
            default:
                // A table: not known to the compiler either.
                bool[] table = [.. Enumerable.Range(0, chosen[0].Units).Select(_ => random.Next(3) > 0)];
                string entries = string.Join(", ", table.Select(entry => entry ? "true" : "false"));
                return ($"=> Table{name}[{first}];\n\n    static readonly bool[] Table{name} = [{entries}];", v => table[v[0]]);
        }
    }
}
