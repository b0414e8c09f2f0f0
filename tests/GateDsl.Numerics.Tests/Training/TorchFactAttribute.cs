namespace GateDsl.Numerics.Tests.Training;

/// <summary>Runs where /usr/bin/python3 has PyTorch, as Debian's python3-torch.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TorchFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> HasTorch = new(() => File.Exists("/usr/bin/python3") && NumpyFactAttribute.Run("import numpy, torch").ExitCode == 0);

    public TorchFactAttribute() => Skip = Reason;

    /// <summary>Why it does not run here; null where it does.</summary>
    public static string? Reason => HasTorch.Value ? null : "/usr/bin/python3 has no torch; Debian's package is python3-torch.";
}

/// <summary>Runs where /usr/bin/python3 has PyTorch.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TorchTheoryAttribute : TheoryAttribute
{
    public TorchTheoryAttribute() => Skip = TorchFactAttribute.Reason;
}

/// <summary>Runs where the interpreter that GATEDSL_SAFETENSORS names, or the system's, has the library safetensors.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SafetensorsFactAttribute : FactAttribute
{
    private const string Variable = "GATEDSL_SAFETENSORS";

    private static readonly string Python = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : "/usr/bin/python3";

    private static readonly Lazy<bool> HasLibrary = new(() => File.Exists(Python) && Run("import numpy, safetensors.numpy").ExitCode == 0);

    public SafetensorsFactAttribute() => Skip = HasLibrary.Value ? null : $"{Python} has no safetensors; {Variable} names an interpreter that has it.";

    public static (int ExitCode, string Output) Run(string program, params string[] arguments) => NumpyFactAttribute.Run(Python, program, arguments);
}
