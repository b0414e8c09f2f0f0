namespace GateDsl.Tests.Gating;

/// <summary>
/// Gates and their classes from an independent linear program: hexadecimal masks (bit = datapoint, first input outermost) by class. For three
/// inputs it tells only whether the gate is implementable.
/// </summary>
internal static class ReferenceGates
{
    /// <summary>Five items by four contexts.</summary>
    public static readonly (string Class, string Masks)[] FiveByFour =
    [
        ("ContextOnly",
            "88888"),
        ("NestedMixed",
            "ccccf 8808 fcfce 4cff4 b0100 4d444 88c88 5f1f 300b3 31f7 fdcdf 44000 6667 8800 404 dd101 7ffff f0b19 d8800 " +
            "5ff5d 5ff7f f77ff 880 404e4 c404c f999d f557f bf99b 3011 89b88 222b2 23733 22022 30333 644e4 900dd"),
        ("NeverOn",
            "0"),
        ("NotImplementable",
            "9c030 1400 55ae2 b3b7b a02bd d000b 508 221f0 a0600 14611 ff2fd 5131 810 30901 fbffe 54dcf 32506 2e952 37633 " +
            "64010"),
        ("SingleDatapoint",
            "2000 2"),
    ];

    /// <summary>Four by two by two.</summary>
    public static readonly (string Class, string Masks)[] FourByTwoByTwo =
    [
        ("Implementable",
            "ffef 3333 fff 3000 2002 ffff 7017 332b eff f8f0 55f af0 800 fbb3 effe fb02 f57f 5510 f001 20 ffdf 717f 750 " +
            "f3b3 4404 555 8fe8 8 dfff 22 2330 aef 7000 7555 fbbb cccc c040 bfff c000 ff03 2000 fecf f31"),
        ("NeverOn",
            "0"),
        ("NotImplementable",
            "8771 bb7f 737d 57f9 1b11 47af dfde 232a a32e f7d7 9 f4f7 1161 a3fe 4201 abe8"),
    ];
}
