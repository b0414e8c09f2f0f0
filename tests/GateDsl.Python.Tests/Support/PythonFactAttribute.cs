namespace GateDsl.Python.Tests.Support;

/// <summary>Runs where there are Python with numpy and pytest, and a C compiler to link with.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute() => Skip = PythonMachine.Lack;
}
