using GateDsl.Generators.Model;

namespace GateDsl.Generators.Parsing.Reading;

/// <summary>
/// The attributes of the language: their names, the places of constructor arguments and the names of properties. The only place where they are
/// written down for the parser; a test holds it to the runtime's attributes.
/// </summary>
internal static class AttributeTable
{
    public const string Namespace = "GateDsl";

    private const string Suffix = "Attribute";

    /// <summary>The name as it is written: without "Attribute".</summary>
    public static string Written(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;

    public static class GatedNetwork
    {
        public const string Name = nameof(GatedNetwork) + Suffix;
        public const string FullName = Namespace + "." + Name;
        public const string Precision = nameof(Precision);
        public const string Rectified = nameof(Rectified);
    }

    public static class ReluTwin
    {
        public const string Name = nameof(ReluTwin) + Suffix;
        public const int Width = 0;
        public const int Deeper = 1;
        public const string Bias = nameof(Bias);
        public const string Slope = nameof(Slope);
    }

    public static class Stimuli
    {
        public const string Name = nameof(Stimuli) + Suffix;
        public const int Selector = 0;
        public const int Input = 1;
        public const int Rows = 2;
    }

    /// <summary>What every task says.</summary>
    public static class Task
    {
        public const string StepSize = nameof(StepSize);
        public const string Sigma = nameof(Sigma);
        public const string Momentum = nameof(Momentum);
        public const string Nesterov = nameof(Nesterov);
        public const string WeightDecay = nameof(WeightDecay);
    }

    public static class ContextTask
    {
        public const string Name = nameof(ContextTask) + Suffix;
        public const string Contexts = nameof(Contexts);
        public const string Objects = nameof(Objects);
        public const string Structure = nameof(Structure);
    }

    public static class XorTask
    {
        public const string Name = nameof(XorTask) + Suffix;
        public const string Margin = nameof(Margin);
    }

    public static class HierarchyTask
    {
        public const string Name = nameof(HierarchyTask) + Suffix;
        public const string Objects = nameof(Objects);
    }

    public static class RoutingTask
    {
        public const string Name = nameof(RoutingTask) + Suffix;
        public const string Domains = nameof(Domains);
        public const string Trained = nameof(Trained);
    }

    /// <summary>What every attribute that says what a layer is begins with: features, values or units.</summary>
    public static class Kind
    {
        public const int Size = 0;
    }

    public static class Input
    {
        public const string Name = nameof(Input) + Suffix;
    }

    public static class OneHotInput
    {
        public const string Name = nameof(OneHotInput) + Suffix;
        public const string Role = nameof(Role);
    }

    public static class Selector
    {
        public const string Name = nameof(Selector) + Suffix;
    }

    public static class GateInput
    {
        public const string Name = nameof(GateInput) + Suffix;
    }

    public static class GatedBy
    {
        public const string Name = nameof(GatedBy) + Suffix;
        public const int Input = 0;
        public const int Number = 1;
    }

    public static class Hidden
    {
        public const string Name = nameof(Hidden) + Suffix;
        public const string Bias = nameof(Bias);
    }

    public static class Output
    {
        public const string Name = nameof(Output) + Suffix;
        public const string Loss = nameof(Loss);
        public const string Bias = nameof(Bias);
    }

    public static class From
    {
        public const string Name = nameof(From) + Suffix;
        public const int Sources = 0;
        public const string When = nameof(When);
    }

    public static class ActiveIn
    {
        public const string Name = nameof(ActiveIn) + Suffix;
        public const int Index = 0;
        public const int Values = 1;
    }

    public static class ActiveWhen
    {
        public const string Name = nameof(ActiveWhen) + Suffix;
        public const int Rule = 0;
    }

    public static class SelfGated
    {
        public const string Name = nameof(SelfGated) + Suffix;
        public const string Slope = nameof(Slope);
    }

    public static class OnePer
    {
        public const string Name = nameof(OnePer) + Suffix;
        public const int Index = 0;
    }

    public static class OnePerSubset
    {
        public const string Name = nameof(OnePerSubset) + Suffix;
        public const int Index = 0;
        public const int Size = 1;
    }

    /// <summary>The enumerations that attributes take, with their values from 0 on.</summary>
    public static class Enums
    {
        public static readonly LanguageEnum Precision = new(nameof(Precision), "Single", "Double");
        public static readonly LanguageEnum InputRole = new(nameof(InputRole), "Unsaid", "Item", "Context");
        public static readonly LanguageEnum OutputLoss = new(nameof(OutputLoss), [.. Losses.All.Select(loss => loss.Name.ToString())]);
        public static readonly LanguageEnum ContextStructure = new(nameof(ContextStructure), "Same", "Different");
    }
}

/// <summary>An enumeration of the language.</summary>
internal sealed class LanguageEnum(string name, params string[] values)
{
    public string Name => name;

    public IReadOnlyList<string> Values => values;

    public bool Has(int value) => value >= 0 && value < values.Length;
}
