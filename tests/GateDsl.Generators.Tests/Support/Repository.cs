namespace GateDsl.Generators.Tests.Support;

/// <summary>Files of the repository that tests read: pages, release rows, golden files.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Diagnostics { get; } = Path.Combine(Root, "docs", "diagnostics");

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GateDsl.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
