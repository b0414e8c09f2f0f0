using GateDsl.Generators.Tests.Differential.Declarations;

namespace GateDsl.Generators.Tests.Differential;

/// <summary>The networks of the reference trainings.</summary>
internal static class ReferenceDeclarations
{
    public static Declaration Of(string name) => name switch
    {
        "three_contexts" => ThreeContexts,
        "graph_sum" or "graph_mean" => Graph,
        "routing" => Routing,
        "xor" => Xor,
        "relu_one" => TwinOf.Declare(ThreeContexts with { TwinWidth = 16 }),
        "relu_two" => TwinOf.Declare(SelfGated with { TwinWidth = 9 }),
        _ => SelfGated,
    };

    private static Declaration ThreeContexts => Network(
        [],
        new("Item", Kind.OneHot, 8),
        new("Context", Kind.OneHot, 3),
        new("Common", Kind.Hidden, 6) { Edges = [new("Item"), new("Context")] },
        new("Pairs", Kind.Hidden, 6) { Edges = [new("Item")], Bank = new("Context", 2) },
        new("Properties", Kind.Output, 60) { Edges = [new("Common"), new("Pairs")] });

    private static Declaration SelfGated => Network(
        [],
        new("Item", Kind.OneHot, 8),
        new("Context", Kind.OneHot, 3),
        new("First", Kind.Hidden, 7) { Edges = [new("Item"), new("Context")] },
        new("Second", Kind.Hidden, 9) { Edges = [new("First")], SelfGated = true },
        new("Properties", Kind.Output, 60) { Edges = [new("Second")] });

    private static Declaration Routing => Network(
        [],
        new("Item", Kind.OneHot, 4),
        new("Source", Kind.Selector, 3),
        new("Sink", Kind.Selector, 3),
        new("Encoders", Kind.Hidden, 6) { Edges = [new("Item")], Bank = new("Source", null) },
        new("Shared", Kind.Hidden, 6) { Edges = [new("Encoders")] },
        new("Decoders", Kind.Output, 7) { Edges = [new("Shared")], Bank = new("Sink", null) });

    private static Declaration Xor => Network(
        [],
        new("Stimulus", Kind.Dense, 3),
        new("Sample", Kind.Selector, 4),
        new("Positive", Kind.Hidden, 5) { Edges = [new("Stimulus")], ActiveIn = [new("Sample", [0, 1])] },
        new("Negative", Kind.Hidden, 5) { Edges = [new("Stimulus")], ActiveIn = [new("Sample", [2, 3])] },
        new("Label", Kind.Output, 1) { Edges = [new("Positive"), new("Negative")] });

    private static Declaration Graph => Network(
        [
            new("NotTwo", ["Item"], "static bool NotTwo(int item) => item != 2;", v => v[0] != 2),
            new("Odd", ["Item", "Mood"], "static bool Odd(int item, int mood) => (item * 3 + mood) % 4 != 1;", v => ((v[0] * 3) + v[1]) % 4 != 1),
        ],
        new("Item", Kind.OneHot, 4),
        new("Sense", Kind.Dense, 3),
        new("Drive", Kind.Dense, 2),
        new("Mood", Kind.Selector, 3),
        new("Code", Kind.Hidden, 5) { Edges = [new("Item"), new("Sense", "NotTwo")] },
        new("Low", Kind.Hidden, 3) { Edges = [new("Sense")], Bank = new("Mood", null) },
        new("High", Kind.Hidden, 4) { Edges = [new("Low")], Bank = new("Mood", null) },
        new("Mix", Kind.Hidden, 2) { Edges = [new("High"), new("Drive")], Bank = new("Mood", 2) },
        new("Act", Kind.Output, 3) { Edges = [new("Code"), new("Mix")], ActiveWhen = ["Odd"] },
        new("Mark", Kind.Output, 2) { Edges = [new("Item"), new("High")] });

    private static Declaration Network(Rule[] rules, params DeclaredLayer[] layers) =>
        new() { Name = "Reference", IsDouble = true, Rules = rules, Layers = layers };
}
