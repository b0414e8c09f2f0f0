using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GateDsl.Generators.Rules;

internal sealed partial class FunctionLowering
{
    /// <summary>What a pattern looks at: a value that can be read again and again, or a tuple literal, kept as the subjects of its elements.</summary>
    private sealed record Subject(ITypeSymbol? Type, RuleExpression Read, IReadOnlyList<Subject>? Elements);

    /// <summary>Evaluates a value once, in order, into slots of its own.</summary>
    /// <param name="value">The value, or a tuple of values.</param>
    /// <param name="before">Takes what is to be evaluated first.</param>
    /// <param name="defersConversions">Evaluate what is converted, but convert when it is read.</param>
    private Subject Bind(IOperation value, List<RuleExpression> before, bool defersConversions = false)
    {
        IOperation operand = value;
        while (operand is IConversionOperation { IsImplicit: true, Operand: var inner } && value.Type?.IsTupleType == true)
        {
            operand = inner;
        }

        if (operand is ITupleOperation tuple)
        {
            List<Subject> elements = new();
            foreach (IOperation element in tuple.Elements)
            {
                elements.Add(Bind(element, before, defersConversions));
            }

            return new Subject(value.Type, Placeholder, elements);
        }

        TypeOf(value);
        if (defersConversions && value is IConversionOperation { ConstantValue.HasValue: false, Operand: not IThrowOperation } conversion)
        {
            return new Subject(value.Type, Converted(conversion, Bind(conversion.Operand, before, true).Read), null);
        }

        int slot = NewSlot();
        before.Add(new AssignmentExpression(slot, Expression(value)));
        return new Subject(value.Type, new VariableExpression(slot), null);
    }

    /// <summary>A condition over the subject. Matching may store: patterns declare variables.</summary>
    private RuleExpression Pattern(IPatternOperation pattern, Subject subject)
    {
        if (!TryEnter())
        {
            return Placeholder;
        }

        RuleExpression condition = pattern switch
        {
            IDiscardPatternOperation => ConstantExpression.True,
            IConstantPatternOperation constant => EqualTo(subject, constant.Value),
            IRelationalPatternOperation relational when Operator(relational.OperatorKind) is { } op => Compare(op, subject, relational.Value),
            INegatedPatternOperation negated => Not(Pattern(negated.Pattern, subject)),
            IBinaryPatternOperation binary => PatternChain(binary, subject),
            ITypePatternOperation type when IsOf(type.MatchedType, subject) => ConstantExpression.True,
            IDeclarationPatternOperation { DeclaredSymbol: null } declaration when MatchesAny(declaration, subject) => ConstantExpression.True,
            IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local } declaration when MatchesAny(declaration, subject) =>
                Captured(local, subject),
            IRecursivePatternOperation recursive => Positional(recursive, subject),
            _ => Unsupported(pattern),
        };
        Leave();
        return condition;
    }

    private RuleExpression EqualTo(Subject subject, IOperation value) => Compare(RuleOperator.Equal, subject, value);

    private RuleExpression Compare(RuleOperator op, Subject subject, IOperation constant)
    {
        if (subject.Elements is not null || !constant.ConstantValue.HasValue)
        {
            return Refuse("does not compile");
        }

        TypeOf(constant);
        return new BinaryExpression(op, TypeOf(subject.Type), false, subject.Read, Expression(constant));
    }

    private RuleExpression PatternChain(IBinaryPatternOperation pattern, Subject subject)
    {
        Stack<IPatternOperation> spine = new();
        IPatternOperation left = pattern;
        while (left is IBinaryPatternOperation binary && binary.OperatorKind == pattern.OperatorKind)
        {
            spine.Push(binary.RightPattern);
            left = binary.LeftPattern;
        }

        List<RuleExpression> conditions = new()
        { Pattern(left, subject) };
        conditions.AddRange(spine.Select(right => Pattern(right, subject)));
        return Joined(stop: pattern.OperatorKind == BinaryOperatorKind.Or, conditions);
    }

    private static bool IsOf(ITypeSymbol type, Subject subject) =>
        subject.Elements is null && SymbolEqualityComparer.Default.Equals(type, subject.Type);

    private static bool MatchesAny(IDeclarationPatternOperation pattern, Subject subject) =>
        pattern.MatchedType is null || pattern.MatchesNull || IsOf(pattern.MatchedType, subject);

    private RuleExpression Captured(ILocalSymbol local, Subject subject)
    {
        int slot = SlotOf(local, local.Type);
        return new SequenceExpression([new AssignmentExpression(slot, subject.Read)], ConstantExpression.True);
    }

    private RuleExpression Positional(IRecursivePatternOperation pattern, Subject subject)
    {
        if (pattern.DeclaredSymbol is not null || pattern.PropertySubpatterns.Length > 0 || pattern.DeconstructSymbol is IMethodSymbol)
        {
            return Unsupported(pattern);
        }

        if (subject.Elements is null)
        {
            // A scalar is never null, so that { } always matches.
            return pattern.DeconstructionSubpatterns.IsEmpty && IsOf(pattern.MatchedType, subject) ? ConstantExpression.True : Unsupported(pattern);
        }

        if (pattern.DeconstructionSubpatterns.Length != subject.Elements.Count)
        {
            return pattern.DeconstructionSubpatterns.IsEmpty ? ConstantExpression.True : Refuse("does not compile");
        }

        List<RuleExpression> conditions = pattern.DeconstructionSubpatterns.Select((element, i) => Pattern(element, subject.Elements[i])).ToList();
        return Joined(stop: false, conditions);
    }

    /// <summary>A pattern with its when clause.</summary>
    private RuleExpression Guarded(RuleExpression condition, IOperation? guard) =>
        guard is null ? condition : Joined(stop: false, [condition, Expression(guard)]);

    /// <summary>
    /// (a, b) == (c, d): all elements from left to right first, then the comparisons until one decides. The compiler leaves conversions of the
    /// elements to the comparison, so that one which overflows behind a difference does not throw.
    /// </summary>
    private RuleExpression TupleComparison(ITupleBinaryOperation operation)
    {
        List<RuleExpression> before = new();
        Subject left = Bind(operation.LeftOperand, before, defersConversions: true);
        Subject right = Bind(operation.RightOperand, before, defersConversions: true);
        List<RuleExpression> comparisons = new();
        CompareElements(left, right, comparisons);
        RuleExpression equal = Joined(stop: false, comparisons);
        return new SequenceExpression(
            before.ToEquatableArray(), operation.OperatorKind == BinaryOperatorKind.NotEquals ? Not(equal) : equal);
    }

    private void CompareElements(Subject left, Subject right, List<RuleExpression> comparisons)
    {
        if (left.Elements is { } lefts && right.Elements is { } rights && lefts.Count == rights.Count)
        {
            for (int i = 0; i < lefts.Count; i++)
            {
                CompareElements(lefts[i], rights[i], comparisons);
            }
        }
        else if (left.Elements is null && right.Elements is null)
        {
            // Equal numbers are held equally whatever their types, where C# finds a type to compare them in.
            comparisons.Add(new BinaryExpression(
                RuleOperator.Equal, ScalarType.Int64, false, left.Read, right.Read));
        }
        else
        {
            Refuse("does not compile");
        }
    }

    /// <summary>(a, b) = (c, d), also where it declares: all values first, then the assignments from left to right.</summary>
    private RuleExpression Deconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        List<RuleExpression> effects = new();
        Subject values = Bind(deconstruction.Value, effects);
        Assign(deconstruction.Target, values, effects);
        return new SequenceExpression(effects.ToEquatableArray(), Placeholder);
    }

    private void Assign(IOperation target, Subject value, List<RuleExpression> effects)
    {
        if (target is IDeclarationExpressionOperation declaration)
        {
            Assign(declaration.Expression, value, effects);
        }
        else if (target is ITupleOperation tuple && value.Elements is { } elements && tuple.Elements.Length == elements.Count)
        {
            for (int i = 0; i < elements.Count; i++)
            {
                Assign(tuple.Elements[i], elements[i], effects);
            }
        }
        else if (target is not IDiscardOperation && value.Elements is null)
        {
            RuleExpression converted = Convert(TypeOf(value.Type), TypeOf(target), false, value.Read);
            effects.Add(new AssignmentExpression(Target(target), converted));
        }
        else if (target is not IDiscardOperation)
        {
            Unsupported(target);
        }
    }
}
