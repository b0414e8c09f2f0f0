namespace GateDsl.Sweeps.Probe;

/// <summary>Everything that a run may do to its runner, behind the command line of a sweep.</summary>
public static class ProbeProgram
{
    /// <summary>The experiments.</summary>
    /// <param name="version">Of the program; another one refuses the plans of this.</param>
    public static SweepProgram Create(string version = "1.0")
    {
        Parameter<double> x = Parameter.Number("x", 1, "A number.", least: 0, most: 1000);
        Parameter<int> milliseconds = Parameter.Integer("milliseconds", 1, "How long a run takes.", least: 0, most: 600_000);
        Parameter<string> how =
            Parameter.Choice("how",
                ["well", "throws", "dies", "stubborn", "patient", "twice", "clashes", "falls", "exits", "nothing", "null", "cases"],
                "How a run ends.");
        Parameter<bool> leavesFile = Parameter.Flag("file", false, "Whether a run leaves a file.");
        Parameter<int> kilobytes = Parameter.Integer("kilobytes", 0, "Size of that file.", least: 0);

        return new SweepProgram("probe", version)
        {
            new Experiment("probe", "Does what it is told.", [x, milliseconds, how, leavesFile, kilobytes], run =>
            {
                switch (run.Get(how))
                {
                    case "throws":
                        throw new InvalidOperationException("It was told to throw,\nin two lines.");
                    case "dies" when !File.Exists(Path.Combine(run.CheckpointFolder, "died")):
                        File.WriteAllText(Path.Combine(run.CheckpointFolder, "died"), "");
                        Environment.FailFast("It was told to die.");
                        break;
                    case "twice" when run.Attempt == 1:
                        throw new InvalidOperationException("The first attempt fails.");
                    case "falls":
                        Environment.FailFast("It was told to die every time.");
                        break;
                    case "exits":
                        Environment.Exit(0);
                        break;
                    case "nothing":
                        _ = run.FileFor("never.csv");
                        return new Dictionary<string, double>();
                    case "null":
                        return null!;
                    case "cases":
                        return new Dictionary<string, double> { ["loss"] = 1, ["Loss"] = 2 };
                    case "clashes":
                        return new Dictionary<string, double> { ["x"] = 1 };
                    case "stubborn":
                        Thread.Sleep(run.Get(milliseconds));
                        break;
                    case "patient":
                        run.CancellationToken.WaitHandle.WaitOne(run.Get(milliseconds));
                        run.CancellationToken.ThrowIfCancellationRequested();
                        break;
                    default:
                        Thread.Sleep(run.Get(milliseconds));
                        break;
                }

                if (run.Get(leavesFile))
                {
                    using FileStream stream = File.Create(run.FileFor("noise.bin"));
                    byte[] block = new byte[1024];
                    for (int i = 0; i < run.Get(kilobytes); i++)
                    {
                        Array.Fill(block, (byte)(run.Seed + (ulong)i));
                        stream.Write(block);
                    }
                }

                // Numbers with all their bits, some of them none, and a column that only some runs have.
                Dictionary<string, double> results = new()
                {
                    ["third"] = (run.Get(x) + run.Seed) / 3,
                    ["odd"] = run.Seed % 7 == 0 ? double.NaN : run.Seed % 7 == 1 ? double.PositiveInfinity : -Math.Sqrt(run.Seed),
                };
                if (run.Seed % 5 == 0)
                {
                    results["fifth, maybe"] = 1e-300 * run.Seed;
                }

                return results;
            }),
            new Experiment("pair", "Has no answer where k is more than m.",
                [Parameter.Integer("k", 1, "Few."), Parameter.Integer("m", 7, "Many.", 1, 9)], _ => new Dictionary<string, double>())
            {
                WhyNot = point => point.ToString() is "k=8 m=7" ? "k is more than m" : null,
            },
        };
    }
}
