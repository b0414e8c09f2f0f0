namespace GateDsl.Python.Tests.Support;

/// <summary>A theory that runs where there are Python with numpy and pytest, and a C compiler to link with.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonTheoryAttribute : TheoryAttribute
{
    public PythonTheoryAttribute() => Skip = PythonMachine.Lack;
}
