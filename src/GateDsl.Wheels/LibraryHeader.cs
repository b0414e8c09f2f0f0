using System.Text;

namespace GateDsl.Wheels;

/// <summary>The C header that stands beside a library: that of all libraries, with the networks of this one at its head.</summary>
internal static class LibraryHeader
{
    /// <summary>Its text.</summary>
    /// <param name="common">The header of all libraries.</param>
    /// <param name="module">The library's name.</param>
    /// <param name="description">Its networks.</param>
    public static string Of(string common, string module, DescribedLibrary description)
    {
        StringBuilder text = new($"/*\n * {module}, by GateDsl {description.Version}. The networks of this library:\n");
        foreach (DescribedNetwork network in description.All)
        {
            text.Append(" *   ").Append(network.Name).Append(network.TwinOf is null ? ", from " : ", as deep as ").Append(
                network.TwinOf ?? string.Join(", ", network.Arguments.Select(argument => $"{argument.Name} ({argument.Shape})"))).Append('\n');
        }

        return text.Append(" */\n").Append(common.ReplaceLineEndings("\n")).ToString();
    }
}
