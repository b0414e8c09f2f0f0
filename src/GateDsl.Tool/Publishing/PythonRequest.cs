namespace GateDsl.Tool.Publishing;

/// <summary>What <c>python</c> was asked for.</summary>
/// <param name="Declaration">A C# file.</param>
/// <param name="Folder">Where the library goes.</param>
internal sealed record PythonRequest(string Declaration, string Folder);
