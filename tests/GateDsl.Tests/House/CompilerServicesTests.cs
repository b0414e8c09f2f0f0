using System.ComponentModel;
using System.Reflection;

namespace GateDsl.Tests.House;

/// <summary>What only generated code calls is unmistakable, and nothing else looks like it.</summary>
public sealed class CompilerServicesTests
{
    private const string Namespace = "GateDsl.CompilerServices";

    private static readonly Type[] Types = [.. typeof(Gaussian).Assembly.GetTypes().Where(type => !type.IsNested)];

    [Fact]
    public void WhatGeneratedCodeCallsIsHiddenAndMarked() => Assert.Empty(
        Types.Where(type => type.IsPublic && type.Namespace == Namespace && !(IsHidden(type) && IsMarked(type))).Select(type => type.FullName));

    [Fact]
    public void WhatNobodyOutsideCallsStandsElsewhere() => Assert.Empty(
        Types.Where(type => !type.IsPublic && type.Namespace == Namespace && !type.Name.StartsWith('<')).Select(type => type.FullName));

    [Fact]
    public void WhatUsersHoldIsVisible() => Assert.Empty(
        Types.Where(type => type.IsPublic && type.Namespace != Namespace && (IsHidden(type) || IsMarked(type))).Select(type => type.FullName));

    [Fact]
    public void WhatUsersHoldIsInOneNamespace() => Assert.Equal(
        ["GateDsl", Namespace], Types.Where(type => type.IsPublic).Select(type => type.Namespace).Distinct().Order(StringComparer.Ordinal));

    private static bool IsHidden(Type type) => type.GetCustomAttribute<EditorBrowsableAttribute>()?.State == EditorBrowsableState.Never;

    private static bool IsMarked(Type type) => type.GetCustomAttribute<ObsoleteAttribute>()?.DiagnosticId == "GDSL301";
}
