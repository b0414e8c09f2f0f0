namespace GateDsl.Commanding;

/// <summary>A command that is called in another way than an experiment.</summary>
public interface ICommandWithUsage
{
    /// <summary>Its name and its options, as they are typed.</summary>
    string Usage { get; }
}
