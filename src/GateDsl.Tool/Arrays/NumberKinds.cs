namespace GateDsl.Tool.Arrays;

/// <summary>Which kinds of numbers some rows hold.</summary>
internal struct NumberKinds
{
    /// <summary>Any at all.</summary>
    public bool HasAny { get; private set; }

    /// <summary>Some that are not whole.</summary>
    public bool HasFractions { get; private set; }

    /// <summary>Whole ones other than 0 and 1.</summary>
    public bool HasIntegers { get; private set; }

    /// <summary>A row that counts, like the one that is in doubt.</summary>
    public bool HasCounting { get; set; }

    /// <summary>Takes in a number; what is none is refused elsewhere.</summary>
    public void Add(double number)
    {
        if (!double.IsFinite(number))
        {
            return;
        }

        HasAny = true;
        HasFractions |= number != Math.Truncate(number);
        HasIntegers |= number == Math.Truncate(number) && number is not (0 or 1);
    }
}
