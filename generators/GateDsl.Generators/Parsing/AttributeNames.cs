namespace GateDsl.Generators.Parsing;

/// <summary>Names of the attributes of the language, all in namespace <see cref="Namespace"/>.</summary>
internal static class AttributeNames
{
    public const string Namespace = "GateDsl";

    public const string GatedNetwork = "GatedNetworkAttribute";
    public const string ReluTwin = "ReluTwinAttribute";
    public const string Stimuli = "StimuliAttribute";

    public const string ContextTask = "ContextTaskAttribute";
    public const string XorTask = "XorTaskAttribute";
    public const string HierarchyTask = "HierarchyTaskAttribute";
    public const string RoutingTask = "RoutingTaskAttribute";

    public const string Input = "InputAttribute";
    public const string OneHotInput = "OneHotInputAttribute";
    public const string Selector = "SelectorAttribute";
    public const string Hidden = "HiddenAttribute";
    public const string Output = "OutputAttribute";

    public const string From = "FromAttribute";
    public const string ActiveIn = "ActiveInAttribute";
    public const string ActiveWhen = "ActiveWhenAttribute";
    public const string SelfGated = "SelfGatedAttribute";
    public const string OnePer = "OnePerAttribute";
    public const string OnePerSubset = "OnePerSubsetAttribute";

    /// <summary>Full name of the attribute that makes a class a network.</summary>
    public const string GatedNetworkFullName = Namespace + "." + GatedNetwork;

    /// <summary>The name as it is written: without "Attribute".</summary>
    public static string Written(string name) =>
        name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
}
