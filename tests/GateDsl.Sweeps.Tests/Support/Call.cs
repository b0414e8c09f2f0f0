namespace GateDsl.Sweeps.Tests;

/// <summary>Calls a program of experiments in this process.</summary>
internal static class Call
{
    public static readonly Parameter<double> Margin = Parameter.Number("margin", 0.4, "How far apart.", least: 0, most: 2);
    public static readonly Parameter<int> Width = Parameter.Integer("width", 10, "Units.", least: 1, most: 100);
    public static readonly Parameter<string> Kind = Parameter.Choice("kind", ["same", "different"], "Which structure.");
    public static readonly Parameter<bool> Bias = Parameter.Flag("bias", false, "With biases.");

    /// <summary>A program whose run gives its seed.</summary>
    public static SweepProgram Program(string version = "1") => new("called", version)
    {
        new Experiment("grid", "A grid.", [Margin, Width, Kind, Bias], run => new Dictionary<string, double> { ["answer"] = run.Seed })
        {
            WhyNot = point => point.Get(Margin) == 2 && point.Get(Width) == 100 ? "too wide so far apart" : null,
        },
        new Experiment("bare", "No parameters.", [], run => new Dictionary<string, double> { ["answer"] = run.Seed }),
    };

    public static Ended Of(SweepProgram program, params string[] arguments)
    {
        StringWriter output = new() { NewLine = "\n" };
        StringWriter error = new() { NewLine = "\n" };
        int code = new SweepCommand(program, output, error).Run(arguments);
        return new Ended(code, output.ToString(), error.ToString());
    }
}
