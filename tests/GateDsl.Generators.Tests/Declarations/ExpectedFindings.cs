namespace GateDsl.Generators.Tests.Declarations;

/// <summary>What the wrong code of a page is told.</summary>
/// <param name="Place">The source text that is marked.</param>
/// <param name="Message">The whole message.</param>
internal sealed record ExpectedFinding(string Place, string Message);

/// <summary>Place and message by id, written out so that no change of words goes unseen.</summary>
internal static class ExpectedFindings
{
    private static readonly Dictionary<string, ExpectedFinding> ById = new()
    {
        ["GDSL001"] = new(
            "Net",
            "Class 'Net' is not partial, so nothing can be generated into it: add the modifier 'partial'"),
        ["GDSL002"] = new(
            "Experiments",
            "'Experiments' contains network 'Net' and is not partial: add the modifier 'partial' to 'Experiments'"),
        ["GDSL003"] = new(
            "Net",
            "Network 'Net' has type parameters, but its sizes and its precision are said by attributes: remove the type parameters"),
        ["GDSL004"] = new(
            "Net",
            "Network 'Net' is abstract and could never be created: remove the modifier 'abstract'"),
        ["GDSL005"] = new(
            "Net",
            "Network 'Net' is static, but every network has weights of its own: remove the modifier 'static'"),
        ["GDSL006"] = new(
            "Net",
            "Network 'Net' is a record, but weights are trained in place and never compared or copied by value: declare it as" +
            " 'partial class'"),
        ["GDSL007"] = new(
            "Net",
            "'Net' is file-local, so no generated file can add to network 'Net': remove the modifier 'file'"),
        ["GDSL008"] = new(
            "Net",
            "This constructor of network 'Net' would leave the weights unset: let it call the generated one by ': " +
            "this(initializer, seed)'"),
        ["GDSL009"] = new(
            "Net",
            "Base class 'Titled' of network 'Net' has no accessible constructor without parameters, which the generated " +
            "constructor calls: add one or remove the base class"),
        ["GDSL010"] = new(
            "Title",
            "Member 'Title' of network 'Net' is required, but networks are also created by the generated code, which cannot " +
            "set it: remove the modifier 'required'"),
        ["GDSL011"] = new(
            "Properties",
            "Layer 'Properties' stands in another part of network 'Net' than layer 'Item', and the order of the layers is the" +
            " order of the arguments of 'Dataset.Create': move all layers into one part of the class"),
        ["GDSL012"] = new(
            "(InputRole)7",
            "7 is not a value of 'InputRole' for 'Item': use one of Unsaid, Item, Context"),
        ["GDSL013"] = new(
            "Item",
            "Layer 'Item' is declared in class 'Net', which is no network: add the attribute [GatedNetwork] to 'Net'"),
        ["GDSL014"] = new(
            "Net",
            "Network 'Net' derives from network 'Small', and what is generated for both would meet in one class: remove the base " +
            "class, or hold a network 'Small' in a field"),
        ["GDSL020"] = new(
            "Common",
            "'Common' is a partial Layer without a kind: add one of [Input(features)], [OneHotInput(values)], " +
            "[Hidden(units)], [Output(units)]"),
        ["GDSL021"] = new(
            "Output(7)",
            "'Common' is declared as [Hidden] and [Output] at once: keep one of these attributes"),
        ["GDSL022"] = new(
            "Mode",
            "'Mode' has the attribute [Selector] and the type 'Layer': change the type to 'Selector'"),
        ["GDSL023"] = new(
            "Item",
            "Layer 'Item' is not partial, so its body cannot be generated: add the modifier 'partial'"),
        ["GDSL024"] = new(
            "Item",
            "Layer 'Item' has a setter, but a declaration never changes: declare it as '{ get; }'"),
        ["GDSL025"] = new(
            "Item",
            "Layer 'Item' is 'static': keep only its accessibility and 'partial'"),
        ["GDSL026"] = new(
            "Item",
            "Layer 'Item' has a body of its own, but its body is generated: declare it as '{ get; }'"),
        ["GDSL027"] = new(
            "Net",
            "Network 'Net' has no input: declare a layer with [Input(features)] or [OneHotInput(values)]"),
        ["GDSL028"] = new(
            "Net",
            "Network 'Net' has no output: declare a layer with [Output(units)]"),
        ["GDSL030"] = new(
            "0",
            "'Common' is declared with units 0: the number is at least 1 and at most 1,000,000"),
        ["GDSL031"] = new(
            "Net",
            "Network 'Net' declares 257 layers, more than 256: split it or turn repeated layers into banks"),
        ["GDSL032"] = new(
            "OnePerSubset(nameof(Context), 3)",
            "Bank 'Common' would have 1,140 copies, more than 256: choose an index with fewer values or other subsets"),
        ["GDSL033"] = new(
            "Net",
            "Network 'Net' has 1,251 modules and output copies, more than 1,024: use fewer layers or smaller banks"),
        ["GDSL034"] = new(
            "Net",
            "Network 'Net' has 5,040 weight matrices, more than 4,096: use fewer edges or smaller banks"),
        ["GDSL035"] = new(
            "nameof(Pixels)",
            "The weight 'PixelsToCommon' would have 10,000 x 100,000 entries, more than 268,435,456: make one of the two " +
            "layers smaller"),
        ["GDSL036"] = new(
            "nameof(ModuleForEveryCombinationOfAnItemWithAnyOfTheContexts)",
            "The name 'ModuleForEveryCombin...' has 109 characters, more than 100: choose a shorter one"),
        ["GDSL037"] = new(
            "Context",
            "The one-hot inputs and selectors of network 'Net' span at least 10,000,000,000 datapoints, more than " +
            "2,147,483,647: use fewer of them or fewer values"),
        ["GDSL040"] = new(
            "Loss",
            "'Loss' cannot be the name of a layer, because a generated member has this name: choose another one"),
        ["GDSL041"] = new(
            "Net",
            "Layer 'Net' has the name of its class, which C# does not allow: rename one of them"),
        ["GDSL042"] = new(
            "item",
            "Layers 'Item' and 'item' would both be the parameter 'item': rename one of them"),
        ["GDSL043"] = new(
            "nameof(AToB)",
            "The weight of edge 'AToB' -> 'C' would be named 'AToBToC', like the weight of edge 'A' -> 'BToC': rename a layer"),
        ["GDSL044"] = new(
            "ItemToCommon",
            "Member 'ItemToCommon' has the name of the weight of edge 'Item' -> 'Common': rename the member"),
        ["GDSL050"] = new(
            "\"Itme\"",
            "Layer 'Common' reads from 'Itme', but there is no layer of this name: did you mean 'Item'?"),
        ["GDSL051"] = new(
            "From(nameof(Item))",
            "'Context' is a one-hot input; its value comes with each datapoint: remove [From]"),
        ["GDSL052"] = new(
            "nameof(Common)",
            "Layer 'Properties' reads from output 'Common', where paths end: read from a hidden layer, or declare 'Common' as" +
            " [Hidden]"),
        ["GDSL053"] = new(
            "nameof(Mode)",
            "Layer 'Common' reads from selector 'Mode', which gates but is not fed to the network: declare it as " +
            "[OneHotInput] or remove it from [From]"),
        ["GDSL054"] = new(
            "nameof(Item)",
            "Layer 'Common' reads from 'Item' twice, but there is one weight 'ItemToCommon', whatever its gates: remove one " +
            "of the edges"),
        ["GDSL055"] = new(
            "Common",
            "Layer 'Common' reads from nothing: add [From(nameof(...))] with its sources"),
        ["GDSL056"] = new(
            "nameof(Common)",
            "The layers Common -> Back -> Common form a cycle, but a network is evaluated from inputs to outputs: remove one " +
            "of these edges"),
        ["GDSL057"] = new(
            "From()",
            "[From] on layer 'Common' names no source: name at least one layer or remove the attribute"),
        ["GDSL058"] = new(
            "Some",
            "Nothing reads hidden layer 'Some', so it never learns and adds nothing to any output: name it in the [From] of a layer " +
            "or remove it"),
        ["GDSL059"] = new(
            "nameof(Open)",
            "Layer 'Expert' reads from gate input 'Open', whose numbers gate and are not fed to the network: name it in [GatedBy] or [OnePer], or declare the " +
            "numbers as an [Input] too"),
        ["GDSL060"] = new(
            "ActiveIn(nameof(Item), 0)",
            "'Context' is a one-hot input and cannot carry [ActiveIn]: gate the layers or edges that read from it"),
        ["GDSL061"] = new(
            "SelfGated",
            "Output 'Properties' is [SelfGated], but only hidden layers can be: put a self-gated hidden layer before it"),
        ["GDSL062"] = new(
            "\"Contxt\"",
            "[ActiveIn] on layer 'Common' names 'Contxt', but there is no one-hot input or selector of this name: did you " +
            "mean 'Context'?"),
        ["GDSL063"] = new(
            "nameof(Pixels)",
            "[ActiveIn] on layer 'Common' names 'Pixels', which is a dense input: name a one-hot input or selector"),
        ["GDSL064"] = new(
            "3",
            "[ActiveIn] on layer 'Common' names value 3 of 'Context', whose values are 0 to 2: correct the value"),
        ["GDSL065"] = new(
            "0",
            "[ActiveIn] on layer 'Common' names value 0 of 'Context' twice: remove the second one"),
        ["GDSL066"] = new(
            "\"Erly\"",
            "[ActiveWhen] on layer 'Common' names the rule 'Erly', but the class has no method of this name: did you mean 'Early'?"),
        ["GDSL067"] = new(
            "Early",
            "Rule 'Early' has 2 overloads, so a gate cannot name one of them: rename all but one"),
        ["GDSL068"] = new(
            "Early",
            "Rule 'Early' has type parameters: remove them"),
        ["GDSL069"] = new(
            "Early",
            "Rule 'Early' is of type 'int': declare it as 'static bool Early(int ...)'"),
        ["GDSL070"] = new(
            "item",
            "Parameter 'item' of rule 'Early' is 'in long': declare it as 'int item'"),
        ["GDSL071"] = new(
            "itm",
            "Parameter 'itm' of rule 'Early' names no one-hot input or selector: did you mean 'item'?"),
        ["GDSL072"] = new(
            "1.5",
            "The slope of 'Common' is 1.5: it is at least 0, a ReLU, and at most 1, a linear unit"),
        ["GDSL073"] = new(
            "nameof(Open)",
            "[GatedBy] on layer 'Expert' names 'Open', which is a selector, not a gate input: there is none"),
        ["GDSL074"] = new(
            "3",
            "[GatedBy] on layer 'Expert' names gate 3 of 'Open', whose gates are 0 to 2: correct the number"),
        ["GDSL075"] = new(
            "OnePer(nameof(Context))",
            "'Common' carries [OnePer] and has the type Layer: change the type to LayerBank or remove [OnePer]"),
        ["GDSL076"] = new(
            "Common",
            "Bank 'Common' does not say what its copies are: add [OnePer(index)] or [OnePerSubset(index, size)], or change " +
            "the type to Layer"),
        ["GDSL077"] = new(
            "OnePerSubset(nameof(Context), 2)",
            "Bank 'Common' carries several [OnePer] or [OnePerSubset]: keep one of them"),
        ["GDSL078"] = new(
            "4",
            "Bank 'Common' has a copy for each subset of 4 of the 3 values of 'Context': choose a size from 1 to 3"),
        ["GDSL079"] = new(
            "OnePerSubset(nameof(Context), 2)",
            "Output 'Properties' has a copy per subset, so that several copies would answer at one datapoint: use [OnePer]"),
        ["GDSL080"] = new(
            "\"Mod\"",
            "[Stimuli] names 'Mod', but there is no selector of this name: did you mean 'Mode'?"),
        ["GDSL081"] = new(
            "nameof(Net.Pixels)",
            "[Stimuli] names 'Pixels', which is a dense input: name a selector"),
        ["GDSL082"] = new(
            "Stimuli(nameof(Net.Mode), nameof(Net.Pixels), \"1 -1\")",
            "Selector 'Mode' has 2 values, but the number of rows of [Stimuli] is 1: give one row per value"),
        ["GDSL083"] = new(
            "\"1/3\"",
            "Input 'Pixels' has 2 features, but row 1 of [Stimuli] has 1: give one number per feature"),
        ["GDSL084"] = new(
            "\"1/3 0,5\"",
            "'0,5' in row 1 of [Stimuli] is not an exact number: write a decimal like -0.5 or a fraction like 1/3"),
        ["GDSL085"] = new(
            "Stimuli(nameof(Net.Mode), nameof(Net.Pixels), \"1 0\", \"0 1\")",
            "The vectors of input 'Pixels' are already said by another [Stimuli]: remove this [Stimuli]"),
        ["GDSL086"] = new(
            "OnePer(nameof(Open))",
            "Output 'Kind' has a copy per gate of 'Open', of which several may be open, so that several copies would answer at one datapoint: put the bank in a " +
            "hidden layer"),
        ["GDSL090"] = new(
            "XorTask",
            "Network 'Net' carries [HierarchyTask] and [XorTask]: keep one task"),
        ["GDSL091"] = new(
            "HierarchyTask",
            "[HierarchyTask] needs [OneHotInput(4)] for the items and [Output(7)] for the targets, but network 'Net' declares" +
            " 'Properties' with 8: declare it with [Output(7)]"),
        ["GDSL092"] = new(
            "3",
            "Objects of [HierarchyTask] is 3: a hierarchy halves its objects down to one, so it is a power of two up to 1024"),
        ["GDSL095"] = new(
            "ReluTwin(100)",
            "Network 'Net' has no path from an input through a hidden layer to an output, so its ReLU twin would have no " +
            "ReLU: add a hidden layer or remove [ReluTwin]"),
        ["GDSL096"] = new(
            "ReluTwin(100)",
            "Output 'Properties' of network 'Net' is a bank, and a ReLU network has no gates to choose a copy: make it a " +
            "Layer or remove [ReluTwin]"),
        ["GDSL097"] = new(
            "ReluTwin(300, 600)",
            "[ReluTwin] of network 'Net' gives 2 widths for a depth of 1: give one for each hidden layer of the longest path, or one for all"),
    };

    public static ExpectedFinding Of(string id) => ById[id];
}
