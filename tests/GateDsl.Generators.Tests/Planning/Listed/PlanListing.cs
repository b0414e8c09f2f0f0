using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using GateDsl.Generators.Model;
using GateDsl.Generators.Planning;
using GateDsl.Generators.Planning.Program;

namespace GateDsl.Generators.Tests.Planning.Listed;

/// <summary>A plan written out for people, whatever its records hold: a line for a value, a gate in words, a program as its formulas and calls.</summary>
internal sealed class PlanListing
{
    /// <summary>Of many things alike, that so many are as planned and how many there are tells enough.</summary>
    private const int MostShown = 12;

    private readonly StringBuilder _text = new();
    private bool _hasNetwork;

    public static string Of(CompilationPlan plan)
    {
        PlanListing listing = new();
        listing.Record(plan, 1);
        listing.Line(1, "Pathways");
        ModuleChain[] pathways = [.. Pathways.Of(plan.Network)];
        foreach (ModuleChain pathway in pathways.Take(MostShown))
        {
            listing.Line(2, pathway.ToString());
        }

        listing.Rest(pathways.Length, 2);

        return listing._text.ToString();
    }

    // What is short on one line, the rest below it.
    private void Record(object record, int indent)
    {
        (string Name, object? Value, string? Text)[] all = [.. Shown(record.GetType()).Select(property => (property.Name, Value: property.GetValue(record)))
            .Where(pair => pair.Value is not (NetworkModel or TypeModel)).Select(pair => (pair.Name, pair.Value, Inline(pair.Value)))];
        if (all.Any(pair => pair.Text is not null))
        {
            Line(indent, string.Join("; ", all.Where(pair => pair.Text is not null).Select(pair => $"{pair.Name} {pair.Text}")));
        }

        foreach ((string name, object? value, _) in all.Where(pair => pair.Text is null))
        {
            Write(name, value, indent);
        }
    }

    private void Write(string name, object? value, int indent)
    {
        switch (value)
        {
            case NetworkPlan network when _hasNetwork:
                Line(indent, $"{name}: {string.Join(", ", network.Modules.Select(module => $"{module.Name} {module.Units}"))}");
                break;
            case ProgramMethod method:
                Line(indent, $"{name}: {method.Name}, in {method.Parts.Count}");
                method.Groups.Take(2 * MostShown).ToList().ForEach(group => Group(group, indent + 1));
                Rest(method.Groups.Count - MostShown, indent + 1);
                break;
            case not null when Inline(value) is { } text:
                Line(indent, $"{name} {text}");
                break;
            case IEnumerable elements:
                Line(indent, name);
                object[] all = [.. elements];
                foreach (object element in all.Take(MostShown))
                {
                    Write("-", element, indent + 1);
                }

                Rest(all.Length, indent + 1);
                break;
            case not null:
                _hasNetwork |= value is NetworkPlan;
                Line(indent, name);
                Record(value, indent + 1);
                break;
            default:
                Line(indent, $"{name}: none");
                break;
        }
    }

    private void Group(CallGroup group, int indent)
    {
        string loop = group.Loop is { } range ? $" for k = {range.First} to {range.Last}" : "";
        Line(indent, string.Concat(group.Formula.Select(part => part.Operand is { } operand ? Inline(operand) : part.Text)) + loop);
        foreach (KernelCall call in group.Calls)
        {
            Line(indent + 1, $"{call.Kernel} {string.Join(' ', call.AllOperands.Select(Inline))} {call.Factor}".TrimEnd());
        }
    }

    private static string? Inline(object? value) => value switch
    {
        null => "none",
        string text => text,
        IFormattable number when value.GetType().IsPrimitive || value is Enum => number.ToString(null, CultureInfo.InvariantCulture),
        bool truth => truth ? "yes" : "no",
        Gate gate => gate.InWords,
        Operand operand => (operand.Owner.Length > 0 ? operand.Owner + "." : "") + operand.Indexed(name => name),
        ModuleId id => id.ToString(),
        MapId id => id.ToString(),
        ProgramMethod or NetworkPlan => null,
        IEnumerable elements =>
            elements.Cast<object>().Select(Inline).ToArray() is var texts && texts.All(text => text is { Length: < 24 })
                ? $"[{string.Join(", ", texts)}]"
                : null,
        _ =>
            Shown(value.GetType()).Select(property => (property.Name, Text: Inline(property.GetValue(value)))).ToArray() is var parts
                && parts.All(part => part.Text is not null)
            ? $"{{ {string.Join(", ", parts.Select(part => $"{part.Name} {part.Text}"))} }}"
            : null,
    };

    // What was planned, and work that is computed of it.
    private static IEnumerable<PropertyInfo> Shown(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite || property.Name is nameof(CompilationPlan.SpanWork) or nameof(StatisticsPlan.GatheringWork))
        .OrderBy(property => property.MetadataToken);

    private void Rest(int count, int indent)
    {
        if (count > MostShown)
        {
            Line(indent, $"and {count - MostShown} more");
        }
    }

    private void Line(int indent, string text) => _text.Append(' ', 2 * indent).Append(text).Append('\n');
}
