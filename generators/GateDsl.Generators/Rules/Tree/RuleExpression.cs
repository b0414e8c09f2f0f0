using GateDsl.Generators.Model;

namespace GateDsl.Generators.Rules;

/// <summary>Something with a value: the nodes of a lowered rule, compared by value.</summary>
internal abstract record RuleExpression
{
    /// <summary>Computes the value, in the form that <see cref="ScalarType"/> describes.</summary>
    /// <returns>False: the evaluation ends here, with the fault that the machine has been given.</returns>
    /// <remarks>
    /// Faults travel as results because a rule may throw at every datapoint of its domain, and thrown exceptions are a thousand times slower.
    /// </remarks>
    public abstract bool TryEvaluate(RuleMachine machine, out long value);
}

internal sealed record ConstantExpression(long Value) : RuleExpression
{
    public static readonly ConstantExpression True = new(1);

    public override bool TryEvaluate(RuleMachine machine, out long value)
    {
        value = Value;
        return true;
    }
}

internal sealed record VariableExpression(int Slot) : RuleExpression
{
    public override bool TryEvaluate(RuleMachine machine, out long value)
    {
        value = machine[Slot];
        return true;
    }
}

/// <summary>Stores a value; its value is what was stored.</summary>
internal sealed record AssignmentExpression(int Slot, RuleExpression Value) : RuleExpression
{
    public override bool TryEvaluate(RuleMachine machine, out long value)
    {
        if (!Value.TryEvaluate(machine, out value))
        {
            return false;
        }

        machine[Slot] = value;
        return true;
    }
}

/// <summary>Stores a value; its value is what was there before: x++ and x--.</summary>
internal sealed record PostfixExpression(int Slot, RuleExpression Value) : RuleExpression
{
    public override bool TryEvaluate(RuleMachine machine, out long value)
    {
        value = machine[Slot];
        if (!Value.TryEvaluate(machine, out long next))
        {
            return false;
        }

        machine[Slot] = next;
        return true;
    }
}

/// <summary>Evaluates <paramref name="Before"/> in order, then has the value of <paramref name="Last"/>.</summary>
internal sealed record SequenceExpression(EquatableArray<RuleExpression> Before, RuleExpression Last) : RuleExpression
{
    public override bool TryEvaluate(RuleMachine machine, out long value)
    {
        foreach (RuleExpression expression in Before)
        {
            if (!expression.TryEvaluate(machine, out value))
            {
                return false;
            }
        }

        return Last.TryEvaluate(machine, out value);
    }
}

/// <param name="Operator">The operator.</param>
/// <param name="Type">Of the operands where it compares, of the result otherwise.</param>
/// <param name="IsChecked">An overflow throws; otherwise it wraps.</param>
/// <param name="Left">Evaluated first.</param>
/// <param name="Right">Evaluated second; of a shift, an int.</param>
internal sealed record BinaryExpression(RuleOperator Operator, ScalarType Type, bool IsChecked, RuleExpression Left, RuleExpression Right)
    : RuleExpression
{
    public override bool TryEvaluate(RuleMachine machine, out long value)
    {
        if (!Left.TryEvaluate(machine, out value) || !Right.TryEvaluate(machine, out long right))
        {
            return false;
        }

        Fault fault = ScalarArithmetic.Apply(Operator, Type, IsChecked, value, right, out value);
        return fault == Fault.None || machine.Throw(fault);
    }
}

internal sealed record ConversionExpression(ScalarType From, ScalarType To, bool IsChecked, RuleExpression Operand) : RuleExpression
{
    public override bool TryEvaluate(RuleMachine machine, out long value)
    {
        if (!Operand.TryEvaluate(machine, out value))
        {
            return false;
        }

        Fault fault = ScalarArithmetic.Convert(From, To, IsChecked, value, out value);
        return fault == Fault.None || machine.Throw(fault);
    }
}

/// <summary>
/// Operands joined by &amp;&amp; or by ||: evaluated until one is <paramref name="Stop"/>. A chain is one node, so that long ones are not deep.
/// </summary>
/// <param name="Stop">The operand value that decides: true for ||, false for &amp;&amp;.</param>
/// <param name="Operands">Two or more.</param>
internal sealed record LogicalExpression(bool Stop, EquatableArray<RuleExpression> Operands) : RuleExpression
{
    public override bool TryEvaluate(RuleMachine machine, out long value)
    {
        value = 0;
        foreach (RuleExpression operand in Operands)
        {
            if (!operand.TryEvaluate(machine, out value))
            {
                return false;
            }

            if ((value != 0) == Stop)
            {
                return true;
            }
        }

        return true;
    }
}

/// <summary>The value of the first arm whose condition holds: ?: and switch expressions. Where none holds, it throws as a switch does.</summary>
internal sealed record ChoiceExpression(EquatableArray<ChoiceArm> Arms) : RuleExpression
{
    public override bool TryEvaluate(RuleMachine machine, out long value)
    {
        value = 0;
        int tested = 0;
        foreach (ChoiceArm arm in Arms)
        {
            if (!machine.TrySpendOnArm(ref tested))
            {
                return false;
            }

            if (!arm.Condition.TryEvaluate(machine, out value))
            {
                return false;
            }

            if (value != 0)
            {
                return arm.Value.TryEvaluate(machine, out value);
            }
        }

        value = 0;
        return machine.Throw(Fault.NoArm);
    }
}

internal sealed record ChoiceArm(RuleExpression Condition, RuleExpression Value);

/// <summary>Calls another function of the program.</summary>
/// <param name="Function">Its place in the program.</param>
/// <param name="Arguments">The caller's slots that hold the arguments, in the order of the parameters.</param>
internal sealed record CallExpression(int Function, EquatableArray<int> Arguments) : RuleExpression
{
    public override bool TryEvaluate(RuleMachine machine, out long value) => machine.TryCall(Function, Arguments, out value);
}

/// <summary>Throws an exception of the given type.</summary>
internal sealed record ThrowExpression(string Exception) : RuleExpression
{
    public override bool TryEvaluate(RuleMachine machine, out long value)
    {
        value = 0;
        return machine.Throw(Exception);
    }
}
