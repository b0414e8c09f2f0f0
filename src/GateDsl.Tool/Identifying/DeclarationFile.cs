using System.Text;

namespace GateDsl.Tool.Identifying;

/// <summary>The file of a declaration: written beside its place, then renamed, so that it is whole or as it was before.</summary>
internal static class DeclarationFile
{
    /// <exception cref="IOException">The disk is full, or the folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be written.</exception>
    public static void Write(string file, string text)
    {
        string path = Path.GetFullPath(file);
        string staged = path + ".unfinished";
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
        try
        {
            File.WriteAllText(staged, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(staged, path, overwrite: true);
        }
        finally
        {
            File.Delete(staged);
        }
    }
}
