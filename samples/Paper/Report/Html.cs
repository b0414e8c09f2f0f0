using System.Net;

namespace Paper.Report;

/// <summary>Text as a part of a page.</summary>
internal static class Html
{
    public static string Text(string text) => WebUtility.HtmlEncode(text);
}
