// What the language asks for by name and netstandard2.0 does not have; the compiler needs the names and nothing else. Written out here, as generators of
// such types emit them in another order each time, and then no build has the bytes of the one before.
namespace System.Runtime.CompilerServices
{
    /// <summary>Marks an accessor as <c>init</c>.</summary>
    internal static class IsExternalInit;

    /// <summary>Marks a member, and its type, as <c>required</c>.</summary>
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
    internal sealed class RequiredMemberAttribute : Attribute;

    /// <summary>Keeps compilers that do not know a feature from what is written with it.</summary>
    [AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
    internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        public string FeatureName { get; } = featureName;

        public bool IsOptional { get; set; }
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    /// <summary>Marks a constructor that sets every required member.</summary>
    [AttributeUsage(AttributeTargets.Constructor, Inherited = false)]
    internal sealed class SetsRequiredMembersAttribute : Attribute;
}
