namespace GateDsl.Generators.Tests.Hostile.Editing;

/// <summary>What somebody does to a project.</summary>
internal enum EditKind
{
    TypeIntoComment,
    RenameLayer,
    ChangeSize,
    ChangeRule,
    ChangeConstant,
    AddUsing,
    ChangeOption,
    AddFile,
    RemoveFile,
    DeleteToken,
    MoveFile,
    Undo,
}
