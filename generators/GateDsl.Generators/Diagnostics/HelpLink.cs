namespace GateDsl.Generators.Diagnostics;

/// <summary>Where the page of a diagnostic stands.</summary>
internal static class HelpLink
{
    /// <summary>Address of the folder that holds one page per id, named like the id.</summary>
    public const string Pages = "https://github.com/gatedsl/gatedsl/blob/main/docs/diagnostics/";
}
