namespace GateDsl.Tool.Running;

/// <summary>A command whose help ends with an example.</summary>
internal interface ICommandWithExample
{
    /// <summary>A line as it is typed.</summary>
    string Example { get; }
}
