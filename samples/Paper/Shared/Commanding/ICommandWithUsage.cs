namespace Paper.Shared.Commanding;

/// <summary>A command that is called in another way than an experiment.</summary>
internal interface ICommandWithUsage
{
    /// <summary>Its name and its options, as they are typed.</summary>
    string Usage { get; }
}
