using System.Globalization;

namespace GateDsl.Generators.Naming;

/// <summary>What tells names apart that would be alike otherwise.</summary>
internal static class IdentityHash
{
    /// <summary>FNV-1a over the characters, 32 bits as eight hexadecimal digits: short, and the same on every machine and in every run.</summary>
    public static string Of(string identity)
    {
        uint hash = 2166136261;
        foreach (char letter in identity)
        {
            hash = unchecked((hash ^ letter) * 16777619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }

    /// <summary>The same with 64 bits, sixteen digits: for names that must not meet even where somebody tries.</summary>
    public static string LongOf(string identity)
    {
        ulong hash = 14695981039346656037;
        foreach (char letter in identity)
        {
            hash = unchecked((hash ^ letter) * 1099511628211);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
