namespace GateDsl.Mutation.Mutating;

/// <summary>What every mutated assembly gets: which mutant is on, one number for the whole process, and which ones were asked for.</summary>
internal static class SwitchSource
{
    /// <summary>The process that runs tests hands over an int[1] and a byte for every mutant; processes that tests start have a variable.</summary>
    public const string OnName = "GateDsl.Mutation.On", ReachedName = "GateDsl.Mutation.Reached", Variable = "GATEDSL_MUTANT";

    public const int Off = -1, Recording = -2;

    public const string Text = $$"""
        namespace GateDsl.Mutation
        {
            internal static class Switch
            {
                private static readonly int[] On = (int[])System.AppDomain.CurrentDomain.GetData("{{OnName}}")
                    ?? new[] { int.TryParse(System.Environment.GetEnvironmentVariable("{{Variable}}"), out int id) ? id : -1 };
                private static readonly byte[] Reached = (byte[])System.AppDomain.CurrentDomain.GetData("{{ReachedName}}") ?? new byte[0];

                public static bool Is(int id)
                {
                    int on = On[0];
                    if (on == -2 && id < Reached.Length)
                    {
                        Reached[id] = 1;
                    }

                    return on == id;
                }
            }
        }
        """;
}
