namespace GateDsl.Numerics.Tests.Training;

/// <summary>Runs where the interpreter that GATEDSL_RSATOOLBOX names, or the system's, has rsatoolbox.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RsaToolboxFactAttribute : FactAttribute
{
    private const string Variable = "GATEDSL_RSATOOLBOX";

    private static readonly string Python = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : "/usr/bin/python3";

    private static readonly Lazy<bool> HasToolbox = new(() => File.Exists(Python) && Run("import rsatoolbox").ExitCode == 0);

    public RsaToolboxFactAttribute() => Skip = HasToolbox.Value ? null : $"{Python} has no rsatoolbox; {Variable} names an interpreter that has it.";

    public static (int ExitCode, string Output) Run(string program, params string[] arguments) => NumpyFactAttribute.Run(Python, program, arguments);
}
