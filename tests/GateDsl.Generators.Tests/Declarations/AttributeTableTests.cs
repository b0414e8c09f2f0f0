using System.Reflection;
using GateDsl.Generators.Parsing.Reading;

namespace GateDsl.Generators.Tests.Declarations;

/// <summary>What the parser believes of the attributes is what the runtime declares.</summary>
public class AttributeTableTests
{
    private static readonly Assembly Runtime = typeof(GatedNetworkAttribute).Assembly;

    /// <summary>Every attribute of the language: a nested class of the table that has a name.</summary>
    public static TheoryData<string> Attributes =>
        [.. typeof(AttributeTable).GetNestedTypes().Where(entry => NameOf(entry) is not null).Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void APlaceIsThatOfAConstructorParameterAndANameThatOfAProperty(string entry)
    {
        Type row = typeof(AttributeTable).GetNestedType(entry)!;
        Type attribute = Runtime.GetType(AttributeTable.Namespace + "." + NameOf(row), throwOnError: true)!;
        ParameterInfo[] parameters = attribute.GetConstructors().Single().GetParameters();
        foreach (FieldInfo field in row.GetFields().Where(field => field.Name is not ("Name" or "FullName")))
        {
            if (field.GetRawConstantValue() is int place)
            {
                Assert.Equal(field.Name, parameters[place].Name, ignoreCase: true);
            }
            else
            {
                Assert.True(attribute.GetProperty((string)field.GetRawConstantValue()!)?.SetMethod is { IsPublic: true }, field.Name);
            }
        }
    }

    [Fact]
    public void EveryAttributeOfTheRuntimeIsInTheTable() => Assert.Equal(
        Runtime.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute)) && !type.IsAbstract && type.Namespace == AttributeTable.Namespace)
            .Select(type => type.Name).Order(StringComparer.Ordinal),
        typeof(AttributeTable).GetNestedTypes().Select(NameOf).OfType<string>().Order(StringComparer.Ordinal));

    [Fact]
    public void WhatEveryTaskSaysIsInItsBase() => Assert.Equal(
        typeof(TaskAttribute).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).Order(StringComparer.Ordinal),
        typeof(AttributeTable.Task).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal));

    [Fact]
    public void EnumerationsHaveTheValuesOfTheRuntime()
    {
        foreach (LanguageEnum known in typeof(AttributeTable.Enums).GetFields().Select(field => (LanguageEnum)field.GetValue(null)!))
        {
            Type declared = Runtime.GetType(AttributeTable.Namespace + "." + known.Name, throwOnError: true)!;
            Assert.Equal(Enum.GetNames(declared), known.Values);
            Assert.Equal(Enumerable.Range(0, known.Values.Count), Enum.GetValues(declared).Cast<object>().Select(Convert.ToInt32));
        }
    }

    [Theory]
    [InlineData(typeof(InputAttribute))]
    [InlineData(typeof(OneHotInputAttribute))]
    [InlineData(typeof(SelectorAttribute))]
    [InlineData(typeof(HiddenAttribute))]
    [InlineData(typeof(OutputAttribute))]
    public void AKindBeginsWithItsSize(Type attribute) => Assert.Equal(
        typeof(int), attribute.GetConstructors().Single().GetParameters()[AttributeTable.Kind.Size].ParameterType);

    private static string? NameOf(Type entry) => (string?)entry.GetField("Name")?.GetRawConstantValue();
}
