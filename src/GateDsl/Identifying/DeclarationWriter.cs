namespace GateDsl.Identifying;

internal static class DeclarationWriter
{
    public static string Write(string className, IdentificationResult result, IdentificationData data, DeclarationPlan plan) => $"// {className}\n";
}
