using System.Globalization;

namespace GateDsl.Sweeps;

/// <summary>Seeds in order, kept as ranges: <c>0..99,200</c>.</summary>
internal sealed class SeedList
{
    private const int MostSeeds = 100_000_000;
    private readonly List<(ulong First, ulong Last)> _ranges = [];

    private SeedList()
    {
    }

    public int Count { get; private set; }

    public ulong this[int index]
    {
        get
        {
            ulong rest = (ulong)index;
            foreach ((ulong first, ulong last) in _ranges)
            {
                ulong length = last - first + 1;
                if (rest < length)
                {
                    return first + rest;
                }

                rest -= length;
            }

            throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    /// <summary>Reads seeds and ranges of them, separated by commas.</summary>
    public static SeedList Parse(string text)
    {
        SeedList seeds = new();
        ulong count = 0;
        foreach (string element in text.Split(',', StringSplitOptions.TrimEntries))
        {
            int dots = element.IndexOf("..", StringComparison.Ordinal);
            (string from, string to) = dots < 0 ? (element, element) : (element[..dots], element[(dots + 2)..]);
            if (!ulong.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out ulong first)
                || !ulong.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out ulong last))
            {
                throw new WrongUseException($"'{element}' in --seeds is neither a seed (a whole number from 0) nor a range like 0..99.");
            }

            if (last < first)
            {
                throw new WrongUseException($"The range '{element}' in --seeds is empty: {last} comes before {first}.");
            }

            if (seeds._ranges.FindIndex(range => first <= range.Last && last >= range.First) >= 0)
            {
                throw new WrongUseException($"--seeds holds a seed of '{element}' twice.");
            }

            if (last - first >= MostSeeds || (count += last - first + 1) > MostSeeds)
            {
                throw new WrongUseException($"--seeds holds more than {MostSeeds} seeds.");
            }

            seeds._ranges.Add((first, last));
        }

        seeds.Count = (int)count;
        return seeds;
    }

    public override string ToString() => string.Join(',', _ranges.Select(range =>
        range.First == range.Last
            ? range.First.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{range.First}..{range.Last}")));
}
