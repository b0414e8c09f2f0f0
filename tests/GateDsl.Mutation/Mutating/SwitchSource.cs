namespace GateDsl.Mutation.Mutating;

/// <summary>What every mutated assembly gets: which mutant is on, one number for the whole process, and which ones were asked for.</summary>
internal static class SwitchSource
{
    /// <summary>
    /// The process that runs tests hands over an int[1] and a byte for every mutant. Processes that tests start have variables: the mutant, and, while
    /// it is recorded who reaches what, the folder that they leave a file in, a byte for every mutant.
    /// </summary>
    public const string OnName = "GateDsl.Mutation.On", ReachedName = "GateDsl.Mutation.Reached", Variable = "GATEDSL_MUTANT",
        Folder = "GATEDSL_MUTANTS_REACHED";

    public const int Off = -1, Recording = -2;

    /// <summary>More than there are.</summary>
    public const string Most = "65536";

    public const string Text = $$"""
        namespace GateDsl.Mutation
        {
            internal static class Switch
            {
                private static readonly int[] On = (int[])System.AppDomain.CurrentDomain.GetData("{{OnName}}")
                    ?? new[] { int.TryParse(System.Environment.GetEnvironmentVariable("{{Variable}}"), out int id) ? id : -1 };
                private static readonly byte[] Reached = (byte[])System.AppDomain.CurrentDomain.GetData("{{ReachedName}}") ?? Left();

                public static bool Is(int id)
                {
                    int on = On[0];
                    if (on == -2 && id < Reached.Length)
                    {
                        Reached[id] = 1;
                    }

                    return on == id;
                }

                private static byte[] Left()
                {
                    string folder = System.Environment.GetEnvironmentVariable("{{Folder}}");
                    if (On[0] != -2 || string.IsNullOrEmpty(folder))
                    {
                        return new byte[0];
                    }

                    byte[] reached = new byte[{{Most}}];
                    System.AppDomain.CurrentDomain.ProcessExit += (_, _) =>
                        System.IO.File.WriteAllBytes(System.IO.Path.Combine(folder, System.Guid.NewGuid().ToString("N")), reached);
                    return reached;
                }
            }
        }
        """;
}
