using System.Globalization;

namespace GateDsl.Sweeps;

/// <summary>An amount of memory like <c>4G</c>; without a letter, megabytes, as Slurm has it.</summary>
internal sealed record MemorySize(long Amount, char Unit)
{
    public static MemorySize Parse(string text)
    {
        char unit = text.Length > 0 ? char.ToUpperInvariant(text[^1]) : ' ';
        bool hasUnit = unit is 'K' or 'M' or 'G' or 'T';
        return long.TryParse(hasUnit ? text[..^1] : text, NumberStyles.None, CultureInfo.InvariantCulture, out long amount) && amount > 0
            ? new MemorySize(amount, hasUnit ? unit : 'M')
            : throw new WrongUseException($"--memory {text} is no amount of memory: call it like 500M or 4G.");
    }

    /// <summary>For Slurm.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount}{Unit}");

    /// <summary>For Kubernetes, whose G is a power of ten.</summary>
    public string ToQuantity() => $"{this}i";
}
