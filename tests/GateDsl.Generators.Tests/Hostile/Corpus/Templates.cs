using GateDsl.Generators.Tests.Hostile.Checking;

namespace GateDsl.Generators.Tests.Hostile.Corpus;

/// <summary>Declarations that are right in all but the line of the corpus.</summary>
internal static class Templates
{
    public static IEnumerable<HostileCase> All =>
    [
        .. CorpusFile.Lines("names.txt").SelectMany(Named),
        .. CorpusFile.Lines("attributes.txt").Select(line => Net("attribute " + line, attribute: line)),
        .. CorpusFile.Lines("class-attributes.txt").Select(line => Net("class attribute " + line, before: line)),
        .. CorpusFile.Lines("headers.txt").Select(line => Net("header " + line, header: line)),
        .. CorpusFile.Lines("properties.txt").Select(line => Net("property " + line, property: line)),
        .. CorpusFile.Lines("rules.txt").Select(line => Net("rule " + line, attribute: "ActiveWhen(nameof(Rule))", members: line)),
        .. CorpusFile.Lines("stimuli.txt").Select(Stimuli),
        .. CorpusFile.Cases("declarations.txt"),
    ];

    private static IEnumerable<HostileCase> Named(string name) =>
    [
        new("class " + name, $$"""
            [GatedNetwork]
            public partial class {{name}}
            {
                [OneHotInput(4)] public partial Layer First { get; }
                [Hidden(5), From("First")] public partial Layer Second { get; }
                [Output(3), From("Second")] public partial Layer Third { get; }
            }
            """),
        new("layer and rule " + name, $$"""
            namespace {{name}}
            {
                [GatedNetwork]
                public partial class Net
                {
                    [OneHotInput(4)] public partial Layer First { get; }
                    [Hidden(5), From(nameof(First)), ActiveWhen(nameof({{name}}Rule))] public partial Layer {{name}} { get; }
                    [Hidden(5), From(nameof({{name}})), OnePer(nameof(First))] public partial LayerBank {{name}}Copies { get; }
                    [Output(3), From(nameof({{name}}), nameof({{name}}Copies))] public partial Layer Third { get; }
                    private static bool {{name}}Rule(int first) => first < 2;
                }
            }
            """),
    ];

    private static HostileCase Net(
        string what, string attribute = "", string before = "", string header = "public partial class Net", string property = "public partial Layer H { get; }",
        string members = "") => new(what, $$"""
        {{before}}
        [GatedNetwork]
        {{header}}
        {
            [OneHotInput(4)] public partial Layer Item { get; }
            [OneHotInput(3)] public partial Layer Context { get; }
            [Selector(2)] public partial Selector Mode { get; }
            [Hidden(5), From(nameof(Item), nameof(Context))] {{(attribute.Length == 0 ? "" : $"[{attribute}]")}} {{property}}
            [Hidden(5), From(nameof(Item)), OnePerSubset(nameof(Context), 2)] public partial LayerBank Pairs { get; }
            [Output(7), From("H", nameof(Pairs))] public partial Layer Properties { get; }
            {{members}}
        }
        """);

    private static HostileCase Stimuli(string line) => new("stimuli " + line, $$"""
        [GatedNetwork, Stimuli({{line}})]
        public partial class Net
        {
            [Selector(2)] public partial Selector Mode { get; }
            [Input(2)] public partial Layer Pixels { get; }
            [Hidden(5), From(nameof(Pixels)), ActiveIn(nameof(Mode), 0)] public partial Layer H { get; }
            [Output(7), From(nameof(H))] public partial Layer Properties { get; }
        }
        """);
}
