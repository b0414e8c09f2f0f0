using GateDsl.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GateDsl.Generators.Rules;

internal sealed partial class FunctionLowering
{
    private RuleStatement Statement(IOperation? operation)
    {
        if (operation is null || !TryEnter())
        {
            return BlockStatement.Empty;
        }

        RuleStatement statement = operation switch
        {
            IBlockOperation block => Block(block.Operations),
            IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } => new ReturnStatement(Expression(value)),
            IConditionalOperation conditional => If(conditional),
            IExpressionStatementOperation expression => Effect(expression.Operation),
            IVariableDeclarationGroupOperation group => Declarations(group),
            ISwitchOperation @switch => Switch(@switch),
            IForLoopOperation loop => For(loop),
            IWhileLoopOperation { ConditionIsUntil: false, Condition: { } condition } loop =>
                new LoopStatement(loop.ConditionIsTop, Expression(condition), Statement(loop.Body), BlockStatement.Empty),
            IBranchOperation { BranchKind: BranchKind.Break } => new JumpStatement(Flow.Break),
            IBranchOperation { BranchKind: BranchKind.Continue } => new JumpStatement(Flow.Continue),
            IThrowOperation @throw => new ExpressionStatement(Throw(@throw)),

            // A local function is lowered where it is called.
            IEmptyOperation or ILocalFunctionOperation => BlockStatement.Empty,
            _ => new ExpressionStatement(Unsupported(operation)),
        };
        Leave();
        return statement;
    }

    private BlockStatement Block(IEnumerable<IOperation> operations) => new(operations.Select(Statement).ToEquatableArray());

    /// <summary>An expression for its effects. Tuples may be taken apart here, where nobody asks for their value.</summary>
    private RuleStatement Effect(IOperation expression) => expression is IDeconstructionAssignmentOperation deconstruction
        ? new ExpressionStatement(Deconstruction(deconstruction))
        : new ExpressionStatement(Expression(expression));

    private IfStatement If(IConditionalOperation conditional)
    {
        List<IfArm> arms = new();
        IOperation? rest = conditional;
        for (; rest is IConditionalOperation next; rest = next.WhenFalse)
        {
            arms.Add(new IfArm(Expression(next.Condition), Statement(next.WhenTrue)));
        }

        if (rest is not null)
        {
            arms.Add(new IfArm(ConstantExpression.True, Statement(rest)));
        }

        return new IfStatement(arms.ToEquatableArray());
    }

    private BlockStatement Declarations(IVariableDeclarationGroupOperation group)
    {
        List<RuleStatement> assignments = new();
        foreach (IVariableDeclaratorOperation declarator in group.Declarations.SelectMany(declaration => declaration.Declarators))
        {
            ILocalSymbol local = declarator.Symbol;
            if (!local.IsConst)
            {
                int slot = SlotOf(local, local.Type);
                if (declarator.GetVariableInitializer() is { } initializer)
                {
                    assignments.Add(new ExpressionStatement(new AssignmentExpression(slot, Expression(initializer.Value))));
                }
            }
        }

        return new BlockStatement(assignments.ToEquatableArray());
    }

    private BlockStatement For(IForLoopOperation loop)
    {
        RuleStatement before = Block(loop.Before);
        RuleExpression condition = loop.Condition is null ? ConstantExpression.True : Expression(loop.Condition);
        return new BlockStatement([before, new LoopStatement(true, condition, Statement(loop.Body), Block(loop.AtLoopBottom))]);
    }

    private SwitchStatement Switch(ISwitchOperation operation)
    {
        List<RuleExpression> initial = new();
        Subject subject = Bind(operation.Value, initial);
        List<IfArm> sections = new();
        RuleStatement? byDefault = null;
        foreach (ISwitchCaseOperation section in operation.Cases)
        {
            List<RuleExpression> labels = new();
            bool isDefault = false;
            foreach (ICaseClauseOperation clause in section.Clauses)
            {
                switch (clause)
                {
                    case IDefaultCaseClauseOperation:
                        isDefault = true;
                        break;
                    case ISingleValueCaseClauseOperation single:
                        labels.Add(EqualTo(subject, single.Value));
                        break;
                    case IPatternCaseClauseOperation pattern:
                        labels.Add(Guarded(Pattern(pattern.Pattern, subject), pattern.Guard));
                        break;
                    default:
                        Unsupported(clause);
                        break;
                }
            }

            RuleStatement body = Block(section.Body);
            if (labels.Count > 0)
            {
                sections.Add(new IfArm(Joined(stop: true, labels), body));
            }

            byDefault = isDefault ? body : byDefault;
        }

        return new SwitchStatement(initial.ToEquatableArray(), sections.ToEquatableArray(), byDefault ?? BlockStatement.Empty);
    }
}
