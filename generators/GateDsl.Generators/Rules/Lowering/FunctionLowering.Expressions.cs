using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GateDsl.Generators.Rules;

internal sealed partial class FunctionLowering
{
    private RuleExpression Expression(IOperation operation)
    {
        if (ScalarTypes.Of(operation.Type) is not null && operation.ConstantValue is { HasValue: true, Value: var constant }
            && ScalarTypes.Constant(constant) is { } value)
        {
            return new ConstantExpression(value);
        }

        if (!TryEnter())
        {
            return Placeholder;
        }

        RuleExpression expression = operation switch
        {
            ILocalReferenceOperation local => new VariableExpression(SlotOf(local.Local, local.Local.Type)),
            IParameterReferenceOperation parameter => new VariableExpression(SlotOf(parameter.Parameter, parameter.Parameter.Type)),
            IFieldReferenceOperation field => Field(field.Field),
            IConversionOperation conversion => Conversion(conversion),
            IUnaryOperation unary => Unary(unary),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } and => Chain(and, stop: false),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } or => Chain(or, stop: true),
            IBinaryOperation binary => Binary(binary),
            ITupleBinaryOperation tuples => TupleComparison(tuples),
            IConditionalOperation { WhenFalse: not null, IsRef: false } conditional => Conditional(conditional),
            ISimpleAssignmentOperation { IsRef: false } assignment => Assignment(assignment),
            ICompoundAssignmentOperation compound => Compound(compound),
            IIncrementOrDecrementOperation increment => Increment(increment),
            ISwitchExpressionOperation @switch => Switch(@switch),
            IIsPatternOperation isPattern => IsPattern(isPattern),
            IInvocationOperation call => Call(call),
            IThrowOperation @throw => Throw(@throw),
            _ => Unsupported(operation),
        };
        Leave();
        return expression;
    }

    private RuleExpression Conversion(IConversionOperation conversion)
    {
        if (conversion.Operand is IThrowOperation @throw)
        {
            return Throw(@throw);
        }

        return Converted(conversion, Expression(conversion.Operand));
    }

    private RuleExpression Converted(IConversionOperation conversion, RuleExpression operand)
    {
        if (conversion.OperatorMethod is { } method)
        {
            return Refuse($"converts by an operator of {method.ContainingType.Name}");
        }

        ScalarType from = TypeOf(conversion.Operand);
        ScalarType to = TypeOf(conversion);
        if (!conversion.Conversion.Exists || (from == ScalarType.Boolean) != (to == ScalarType.Boolean))
        {
            return Refuse("does not compile");
        }

        // The operation says so of conversions between numbers only, never of those from and to enums.
        bool isChecked = conversion.IsChecked || (IsEnum(conversion) || IsEnum(conversion.Operand)) && _program.IsChecked(conversion.Syntax);
        return Convert(from, to, isChecked, operand);
    }

    private static bool IsEnum(IOperation operation) => operation.Type?.TypeKind == TypeKind.Enum;

    private static RuleExpression Convert(ScalarType from, ScalarType to, bool isChecked, RuleExpression operand) =>
        from == to ? operand : new ConversionExpression(from, to, isChecked, operand);

    private RuleExpression Unary(IUnaryOperation unary)
    {
        if (unary.OperatorMethod is not null || unary.IsLifted)
        {
            return Refuse(unary.IsLifted ? "uses nullable values" : "uses an operator of its own");
        }

        ScalarType type = TypeOf(unary);
        RuleExpression operand = Expression(unary.Operand);
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Plus => operand,
            UnaryOperatorKind.Minus => new BinaryExpression(RuleOperator.Subtract, type, unary.IsChecked, Placeholder, operand),
            UnaryOperatorKind.Not => Not(operand),
            UnaryOperatorKind.BitwiseNegation =>
                new BinaryExpression(RuleOperator.Xor, type, false, operand, new ConstantExpression(ScalarArithmetic.Wrap(type, -1))),
            _ => Unsupported(unary),
        };
    }

    private static BinaryExpression Not(RuleExpression operand) =>
        new(RuleOperator.Xor, ScalarType.Boolean, false, operand, ConstantExpression.True);

    private RuleExpression Binary(IBinaryOperation binary)
    {
        if (binary.OperatorMethod is not null || binary.IsLifted)
        {
            return Refuse(binary.IsLifted ? "uses nullable values" : "uses an operator of its own");
        }

        // What compares is typed by its operands. Otherwise the result says how to compute, also for enums, whose operands may differ.
        if (Operator(binary.OperatorKind) is not { } op)
        {
            return Unsupported(binary);
        }

        ScalarType left = TypeOf(binary.LeftOperand);
        TypeOf(binary.RightOperand);
        ScalarType type = op >= RuleOperator.Equal ? left : TypeOf(binary);
        return new BinaryExpression(op, type, binary.IsChecked, Expression(binary.LeftOperand), Expression(binary.RightOperand));
    }

    private static RuleOperator? Operator(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => RuleOperator.Add,
        BinaryOperatorKind.Subtract => RuleOperator.Subtract,
        BinaryOperatorKind.Multiply => RuleOperator.Multiply,
        BinaryOperatorKind.Divide => RuleOperator.Divide,
        BinaryOperatorKind.Remainder => RuleOperator.Remainder,
        BinaryOperatorKind.LeftShift => RuleOperator.ShiftLeft,
        BinaryOperatorKind.RightShift => RuleOperator.ShiftRight,
        BinaryOperatorKind.UnsignedRightShift => RuleOperator.ShiftRightUnsigned,
        BinaryOperatorKind.And => RuleOperator.And,
        BinaryOperatorKind.Or => RuleOperator.Or,
        BinaryOperatorKind.ExclusiveOr => RuleOperator.Xor,
        BinaryOperatorKind.Equals => RuleOperator.Equal,
        BinaryOperatorKind.NotEquals => RuleOperator.NotEqual,
        BinaryOperatorKind.LessThan => RuleOperator.Less,
        BinaryOperatorKind.LessThanOrEqual => RuleOperator.LessOrEqual,
        BinaryOperatorKind.GreaterThan => RuleOperator.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => RuleOperator.GreaterOrEqual,
        _ => null,
    };

    /// <summary>a &amp;&amp; b &amp;&amp; c is parsed as a tree that leans left: its spine becomes a list.</summary>
    private RuleExpression Chain(IBinaryOperation operation, bool stop)
    {
        List<RuleExpression> operands = new();
        Stack<IOperation> spine = new();
        IOperation left = operation;
        while (left is IBinaryOperation binary && binary.OperatorKind == operation.OperatorKind && !binary.ConstantValue.HasValue)
        {
            if (binary.OperatorMethod is not null)
            {
                return Refuse("uses an operator of its own");
            }

            spine.Push(binary.RightOperand);
            left = binary.LeftOperand;
        }

        operands.Add(Expression(left));
        operands.AddRange(spine.Select(Expression));
        return Joined(stop, operands);
    }

    /// <summary>Operands joined by || (<paramref name="stop"/> true) or &amp;&amp;.</summary>
    private static RuleExpression Joined(bool stop, IReadOnlyList<RuleExpression> operands) =>
        operands.Count == 1 ? operands[0] : new LogicalExpression(stop, operands.ToEquatableArray());

    private ChoiceExpression Conditional(IConditionalOperation conditional)
    {
        List<ChoiceArm> arms = new();
        IOperation rest = conditional;
        while (rest is IConditionalOperation { WhenFalse: { } whenFalse, ConstantValue.HasValue: false, IsRef: false } next)
        {
            arms.Add(new ChoiceArm(Expression(next.Condition), Expression(next.WhenTrue)));
            rest = whenFalse;
        }

        arms.Add(new ChoiceArm(ConstantExpression.True, Expression(rest)));
        return new ChoiceExpression(arms.ToEquatableArray());
    }

    private RuleExpression Assignment(ISimpleAssignmentOperation assignment) => assignment.Target is IDiscardOperation
        ? Expression(assignment.Value)
        : new AssignmentExpression(Target(assignment.Target), Expression(assignment.Value));

    /// <summary>The slot that is written to.</summary>
    private int Target(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                return SlotOf(local.Local, local.Local.Type);
            case IParameterReferenceOperation parameter:
                return SlotOf(parameter.Parameter, parameter.Parameter.Type);
            case IFieldReferenceOperation field:
                Refuse($"writes to {_program.NameOf(field.Field)}");
                return 0;
            case IPropertyReferenceOperation property:
                Refuse($"writes to {_program.NameOf(property.Property)}");
                return 0;
            default:
                Unsupported(target);
                return 0;
        }
    }

    /// <summary>x op= y is x = (T)(x op y), computed in the type that the operator has for the two operands.</summary>
    private RuleExpression Compound(ICompoundAssignmentOperation compound)
    {
        if (compound.OperatorMethod is not null || compound.IsLifted)
        {
            return Refuse(compound.IsLifted ? "uses nullable values" : "uses an operator of its own");
        }

        if (Operator(compound.OperatorKind) is not { } op)
        {
            return Unsupported(compound);
        }

        int slot = Target(compound.Target);
        ScalarType target = TypeOf(compound.Target);
        ScalarType right = TypeOf(compound.Value);
        ScalarType type = IsEnum(compound.Target) ? target
            : op is RuleOperator.ShiftLeft or RuleOperator.ShiftRight or RuleOperator.ShiftRightUnsigned ? Promoted(target)
            : right;
        RuleExpression left = Convert(target, type, false, new VariableExpression(slot));
        BinaryExpression result = new(op, type, compound.IsChecked, left, Expression(compound.Value));

        // Of a shift the operation says that it is not checked; the conversion back to a narrow type is all the same.
        return new AssignmentExpression(slot, Convert(type, target, _program.IsChecked(compound.Syntax), result));
    }

    private static ScalarType Promoted(ScalarType type) => type < ScalarType.Int32 ? ScalarType.Int32 : type;

    private RuleExpression Increment(IIncrementOrDecrementOperation increment)
    {
        if (increment.OperatorMethod is not null || increment.IsLifted)
        {
            return Refuse(increment.IsLifted ? "uses nullable values" : "uses an operator of its own");
        }

        int slot = Target(increment.Target);
        RuleOperator op = increment.Kind == OperationKind.Increment ? RuleOperator.Add : RuleOperator.Subtract;
        BinaryExpression next = new(
            op, TypeOf(increment.Target), increment.IsChecked, new VariableExpression(slot), ConstantExpression.True);
        return increment.IsPostfix ? new PostfixExpression(slot, next) : new AssignmentExpression(slot, next);
    }

    private SequenceExpression Switch(ISwitchExpressionOperation operation)
    {
        List<RuleExpression> before = new();
        Subject subject = Bind(operation.Value, before);
        List<ChoiceArm> arms = new();
        foreach (ISwitchExpressionArmOperation arm in operation.Arms)
        {
            arms.Add(new ChoiceArm(Guarded(Pattern(arm.Pattern, subject), arm.Guard), Expression(arm.Value)));
        }

        return new SequenceExpression(before.ToEquatableArray(), new ChoiceExpression(arms.ToEquatableArray()));
    }

    private SequenceExpression IsPattern(IIsPatternOperation operation)
    {
        List<RuleExpression> before = new();
        Subject subject = Bind(operation.Value, before);
        return new SequenceExpression(before.ToEquatableArray(), Pattern(operation.Pattern, subject));
    }
}
