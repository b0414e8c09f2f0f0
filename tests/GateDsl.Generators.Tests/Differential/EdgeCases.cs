using GateDsl.Generators.Tests.Differential.Declarations;

namespace GateDsl.Generators.Tests.Differential;

/// <summary>The smallest and the degenerate declarations, which random ones meet seldom.</summary>
internal static class EdgeCases
{
    public static IEnumerable<Declaration> All =>
    [
        Network("OneWeight", Dense("In", 1), Output("Out", 1, "In")),
        Network("OneByOne", OneHot("In", 1), Hidden("Mid", 1, "In"), Output("Out", 1, "Mid")) with { TwinWidth = 1 },
        Network("EverythingOff", OneHot("In", 3), Hidden("Mid", 2, "In") with { ActiveIn = [new("In", [])] }, Output("Out", 2, "Mid")),
        Network("OutputOff", OneHot("In", 3), Hidden("Mid", 2, "In"), Output("Out", 2, "Mid") with { ActiveIn = [new("In", [])] }),
        Network("Contradiction", OneHot("In", 3), Hidden("Mid", 2, "In") with { ActiveIn = [new("In", [0]), new("In", [1])] }, Output("Out", 2, "Mid", "In")),
        Network("OneCopy", Dense("In", 2), Selector("Which", 1), Hidden("Mid", 2, "In") with { Bank = new("Which", null) }, Output("Out", 3, "Mid")),
        Network(
            "WholeSubset",
            OneHot("In", 3),
            Hidden("Mid", 2, "In") with { Bank = new("In", 3) },
            Hidden("Next", 3, "Mid") with { Bank = new("In", 2) },
            Output("Out", 2, "Next")),
        Network(
            "CopyToCopy",
            OneHot("In", 4),
            Hidden("Low", 2, "In") with { Bank = new("In", 2) },
            Hidden("High", 3, "Low") with { Bank = new("In", 2), ActiveIn = [new("In", [0, 1, 3])] },
            Output("Out", 2, "High") with { Bank = new("In", null) }),
        Network(
            "OtherIndices",
            OneHot("Left", 2),
            OneHot("Right", 3),
            Hidden("Low", 2, "Left", "Right") with { Bank = new("Left", null) },
            Hidden("High", 1, "Low") with { Bank = new("Right", null) },
            Output("Out", 2, "High") with { Bank = new("Left", null) }),
        Network(
            "CopiesThatNeverMeet",
            Dense("In", 2),
            Selector("Which", 3),
            Hidden("Low", 2, "In") with { Bank = new("Which", null), ActiveIn = [new("Which", [0, 2])] },
            Hidden("High", 2, "Low") with { Bank = new("Which", 1) },
            Output("Out", 1, "High", "In")),
        Network(
            "DeepTwin",
            Dense("In", 3),
            OneHot("Item", 4),
            Hidden("First", 5, "In", "Item"),
            Hidden("Second", 4, "First"),
            Output("Out", 2, "Second", "Item") with { ActiveIn = [new("Item", [0, 2, 3])] },
            Output("Skip", 1, "In")) with { TwinWidth = 6 },
        Network(
            "TwinOfThree",
            Dense("In", 3),
            Selector("Which", 2),
            Hidden("First", 3, "In"),
            Hidden("Second", 4, "First") with { ActiveIn = [new("Which", [1])] },
            Hidden("Third", 2, "Second", "First"),
            Output("Out", 2, "Third"),
            Output("Side", 3, "First")) with { TwinWidth = 4, TwinDeeper = [2, 7] },
        Network(
            "NobodyReaches",
            OneHot("In", 3),
            Hidden("Mid", 2, "In") with { ActiveIn = [new("In", [0])] },
            Output("Out", 2, "Mid"),
            Output("Left", 1, "Mid") with { ActiveIn = [new("In", [1])] },
            Output("Right", 3, "Mid") with { ActiveIn = [new("In", [1, 2])] }),
        Network(
            "SelfGatedWithoutSources",
            OneHot("In", 3),
            Hidden("Low", 2, "In") with { ActiveIn = [new("In", [0])] },
            Hidden("Mid", 3, "Low") with { ActiveIn = [new("In", [1])], SelfGated = true },
            Output("Out", 2, "Mid", "In")),
        Network(
            "ReadTwice",
            Dense("In", 9),
            Hidden("Large", 6, "In"),
            Hidden("Small", 2, "Large"),
            Output("One", 1, "Small"),
            Output("Two", 2, "Large")),
        Network(
            "ManyRanges",
            Dense("In", 2),
            Selector("Which", 61),
            Hidden("Gaps", 2, "In") with { ActiveIn = [new("Which", [0, 1, 2, 5, 7, 8, 9, 60])] },
            Hidden("Even", 2, "In") with { ActiveIn = [new("Which", [.. Enumerable.Range(0, 31).Select(k => 2 * k)])] },
            Output("Out", 2, "Gaps", "Even", "In")),
        Network(
            "ThreeGateInputs",
            Gates("A", 2),
            Dense("In", 2),
            Gates("B", 3),
            Gates("C", 1),
            Hidden("Mid", 3, "In") with { GatedBy = [new("A", 0), new("B", 1), new("B", 2)] },
            Hidden("Copies", 2, "In") with { Bank = new("B", null), GatedBy = [new("A", 1), new("A", 0)], SelfGated = true, Slope = 0.5 },
            Output("Out", 2, "Mid", "Copies") with { GatedBy = [new("C", 0)] }),
        Network(
            "FourGateInputs",
            Gates("A", 1),
            Gates("B", 1),
            Dense("In", 2),
            Gates("C", 1),
            Gates("D", 2),
            Hidden("Mid", 3, "In") with { GatedBy = [new("A", 0), new("B", 0)], HasBias = true },
            Output("Out", 2, "Mid") with { GatedBy = [new("C", 0), new("D", 1)] }),
        Network(
            "GatedBetween",
            OneHot("Item", 4),
            Dense("In", 2),
            Hidden("Low", 2, "Item", "In"),
            new("High", Kind.Hidden, 3) { Edges = [new("Low", "NotTwo")] },
            Output("Out", 2, "High", "In"),
            Output("Side", 1, "Low", "High")) with { Rules =
                [new("NotTwo", ["Item"], "static bool NotTwo(int item) => item != 2;", values => values[0] != 2)] },
        Network("LeadsNowhere", Dense("In", 3), Dense("Unused", 2), Hidden("Mid", 2, "In"), Output("Out", 2, "In")),
    ];

    private static Declaration Network(string name, params DeclaredLayer[] layers) => new() { Name = name, IsDouble = true, Layers = layers };

    private static DeclaredLayer Dense(string name, int units) => new(name, Kind.Dense, units);

    private static DeclaredLayer OneHot(string name, int units) => new(name, Kind.OneHot, units);

    private static DeclaredLayer Selector(string name, int units) => new(name, Kind.Selector, units);

    private static DeclaredLayer Gates(string name, int units) => new(name, Kind.Gates, units) { IsBoolean = true };

    private static DeclaredLayer Hidden(string name, int units, params string[] sources) => new(name, Kind.Hidden, units) { Edges = EdgesFrom(sources) };

    private static DeclaredLayer Output(string name, int units, params string[] sources) => new(name, Kind.Output, units) { Edges = EdgesFrom(sources) };

    private static DeclaredEdge[] EdgesFrom(string[] sources) => [.. sources.Select(source => new DeclaredEdge(source))];
}
