using GateDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GateDsl.Generators.Parsing;

/// <summary>What <c>[GatedNetwork]</c> says.</summary>
internal static class ClassReader
{
    public static void Read(Declaration declaration)
    {
        if (declaration.Type.FirstLanguage(AttributeNames.GatedNetwork) is not { } attribute)
        {
            declaration.LeaveToCompiler();
            return;
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            switch (argument.Key, argument.Value.Value)
            {
                case ("Precision", 0 or 1):
                    declaration.IsDouble = argument.Value.Value is 1;
                    break;
                case ("Precision", int value):
                    declaration.Report(
                        ClassDescriptors.UndefinedEnumValue,
                        attribute.LocateNamed("Precision", declaration.Cancellation),
                        declaration.Name, Text.Number(value), "Precision", "Single, Double");
                    break;
                case ("Rectified", bool rectified):
                    declaration.Rectified = rectified;
                    break;
                default:
                    declaration.LeaveToCompiler();
                    break;
            }
        }
    }
}
