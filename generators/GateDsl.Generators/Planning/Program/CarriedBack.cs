namespace GateDsl.Generators.Planning.Program;

/// <summary>How a formula says that errors which are carried back set the error of a source, or are added to what came over other edges.</summary>
internal static class CarriedBack
{
    /// <param name="product">What is carried back.</param>
    /// <param name="sets">For each time, whether it sets.</param>
    public static string Into(string product, IReadOnlyCollection<bool> sets) =>
        sets.All(isSetting => isSetting) ? $" = {product}"
        : !sets.Contains(true) ? $" += {product}"
        : $" = {product} (+= what came before)";
}
