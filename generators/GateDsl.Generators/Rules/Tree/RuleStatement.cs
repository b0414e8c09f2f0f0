using GateDsl.Generators.Model;

namespace GateDsl.Generators.Rules;

/// <summary>How a statement ends.</summary>
internal enum Flow
{
    Next,
    Break,
    Continue,
    Return,

    /// <summary>The evaluation ends; the machine knows the fault.</summary>
    Fault,
}

/// <summary>Something that is done: compared by value like <see cref="RuleExpression"/>.</summary>
internal abstract record RuleStatement
{
    public abstract Flow Execute(RuleMachine machine);
}

internal sealed record ExpressionStatement(RuleExpression Expression) : RuleStatement
{
    public override Flow Execute(RuleMachine machine) => Expression.TryEvaluate(machine, out _) ? Flow.Next : Flow.Fault;
}

internal sealed record BlockStatement(EquatableArray<RuleStatement> Statements) : RuleStatement
{
    public static readonly BlockStatement Empty = new([]);

    public override Flow Execute(RuleMachine machine)
    {
        foreach (RuleStatement statement in Statements)
        {
            if (!machine.TrySpend())
            {
                return Flow.Fault;
            }

            Flow flow = statement.Execute(machine);
            if (flow != Flow.Next)
            {
                return flow;
            }
        }

        return Flow.Next;
    }
}

internal sealed record ReturnStatement(RuleExpression Value) : RuleStatement
{
    public override Flow Execute(RuleMachine machine)
    {
        if (!Value.TryEvaluate(machine, out long value))
        {
            return Flow.Fault;
        }

        machine.Result = value;
        return Flow.Return;
    }
}

/// <summary>break or continue; which loop or switch it leaves follows from where it stands.</summary>
internal sealed record JumpStatement(Flow Flow) : RuleStatement
{
    public override Flow Execute(RuleMachine machine) => Flow;
}

/// <summary>if, else if, ..., else: a chain is one statement, so that long ones are not deep.</summary>
internal sealed record IfStatement(EquatableArray<IfArm> Arms) : RuleStatement
{
    public override Flow Execute(RuleMachine machine)
    {
        foreach (IfArm arm in Arms)
        {
            if (!arm.Condition.TryEvaluate(machine, out long holds))
            {
                return Flow.Fault;
            }

            if (holds != 0)
            {
                return arm.Body.Execute(machine);
            }
        }

        return Flow.Next;
    }
}

internal sealed record IfArm(RuleExpression Condition, RuleStatement Body);

/// <param name="Initial">What happens before the first test: it stores what is switched on.</param>
/// <param name="Sections">The sections with a label other than default, in order; the first whose condition holds is run.</param>
/// <param name="Default">Run where no condition holds; empty where there is no default.</param>
internal sealed record SwitchStatement(EquatableArray<RuleExpression> Initial, EquatableArray<IfArm> Sections, RuleStatement Default)
    : RuleStatement
{
    public override Flow Execute(RuleMachine machine)
    {
        foreach (RuleExpression expression in Initial)
        {
            if (!expression.TryEvaluate(machine, out _))
            {
                return Flow.Fault;
            }
        }

        RuleStatement chosen = Default;
        int tested = 0;
        foreach (IfArm section in Sections)
        {
            if (!machine.TrySpendOnArm(ref tested))
            {
                return Flow.Fault;
            }

            if (!section.Condition.TryEvaluate(machine, out long holds))
            {
                return Flow.Fault;
            }

            if (holds != 0)
            {
                chosen = section.Body;
                break;
            }
        }

        Flow flow = chosen.Execute(machine);
        return flow == Flow.Break ? Flow.Next : flow;
    }
}

/// <summary>while, do and for.</summary>
/// <param name="TestsFirst">False: the body runs once before the first test.</param>
/// <param name="Condition">Tested before every other run.</param>
/// <param name="Body">The body.</param>
/// <param name="Step">What follows the body, also after continue.</param>
internal sealed record LoopStatement(bool TestsFirst, RuleExpression Condition, RuleStatement Body, RuleStatement Step) : RuleStatement
{
    public override Flow Execute(RuleMachine machine)
    {
        for (bool tests = TestsFirst; machine.TrySpend(); tests = true)
        {
            long holds = 1;
            if (tests && !Condition.TryEvaluate(machine, out holds))
            {
                return Flow.Fault;
            }

            if (holds == 0)
            {
                return Flow.Next;
            }

            Flow flow = Body.Execute(machine);
            if (flow == Flow.Break)
            {
                return Flow.Next;
            }

            if (flow is Flow.Return or Flow.Fault)
            {
                return flow;
            }

            if (Step.Execute(machine) == Flow.Fault)
            {
                return Flow.Fault;
            }
        }

        return Flow.Fault;
    }
}
