using System.CommandLine;
using GateDsl.Commanding;
using GateDsl.Tool.Running;

namespace GateDsl.Tool.Publishing;

/// <summary><c>python</c>: a declaration as a shared library, for Python and C.</summary>
internal sealed class PythonCommand : Command, ICommandWithUsage, ICommandWithExample
{
    private readonly Argument<string> _declaration =
        PathOptions.FileArgument("DECLARATION", "A C# file with the networks, ThreeContexts.cs.", "DECLARATION.cs");
    private readonly Option<string> _out = PathOptions.Folder("--out", "Folder for the library, its header, its stubs, and dist with a wheel.", "DIR");

    public PythonCommand(Func<PythonRequest, int> run)
        : base("python", "The networks of a C# file as a shared library that Python and C call, and as a wheel. The .NET SDK does it, and gcc or clang.")
    {
        Add(_declaration);
        Add(_out);
        SetAction(parsed => run(new PythonRequest(parsed.GetRequiredValue(_declaration), parsed.GetRequiredValue(_out))));
    }

    public string Usage => "python DECLARATION.cs --out DIR";

    public string Example => "gatedsl python ThreeContexts.cs --out built";
}

/// <summary>What <c>python</c> was asked for.</summary>
/// <param name="Declaration">A C# file.</param>
/// <param name="Folder">Where the library goes.</param>
internal sealed record PythonRequest(string Declaration, string Folder);
