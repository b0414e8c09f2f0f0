using System.Runtime.CompilerServices;
using GateDsl.Generators.Model;

namespace GateDsl.Generators.Rules;

/// <summary>The state of one evaluation: a stack of frames, the steps left, and how it ended.</summary>
internal sealed class RuleMachine(RuleProgram program)
{
    /// <summary>
    /// Statements, loop runs and calls that one datapoint may take. Enough for any rule that a person would write; a loop without end is noticed
    /// after about a millisecond.
    /// </summary>
    public const int StepBudget = 100_000;

    /// <summary>Calls within calls at one datapoint.</summary>
    public const int CallDepth = 100;

    private readonly EquatableArray<RuleFunction> _functions = program.Functions;
    private long[] _stack = new long[program.Functions[0].Slots];
    private int _frame;
    private int _frameEnd = program.Functions[0].Slots;
    private int _depth;
    private int _steps = StepBudget;
    private RuleOutcome _fault;

    /// <summary>What the last return statement returned.</summary>
    public long Result { get; set; }

    /// <summary>Steps taken so far, the start of the rule being one.</summary>
    public int StepsUsed => 1 + StepBudget - Math.Max(0, _steps);

    /// <summary>A variable of the running function.</summary>
    public long this[int slot]
    {
        get => _stack[_frame + slot];
        set => _stack[_frame + slot] = value;
    }

    public RuleOutcome Run(int[] arguments)
    {
        RuleFunction rule = _functions[0];
        if (arguments.Length != rule.Parameters)
        {
            throw new ArgumentException($"The rule takes {rule.Parameters} values, not {arguments.Length}.", nameof(arguments));
        }

        for (int i = 0; i < arguments.Length; i++)
        {
            _stack[i] = arguments[i];
        }

        try
        {
            if (rule.Body.Execute(this) == Flow.Fault)
            {
                return _fault;
            }
        }
        catch (InsufficientExecutionStackException)
        {
            return RuleOutcome.BudgetExceeded;
        }

        return Result != 0 ? RuleOutcome.On : RuleOutcome.Off;
    }

    public bool TrySpend()
    {
        if (_steps-- > 0)
        {
            return true;
        }

        _fault = RuleOutcome.BudgetExceeded;
        return false;
    }

    /// <summary>Arms of a switch are tested one by one: each hundred costs a step, so that ten thousand over a large domain have an end.</summary>
    public bool TrySpendOnArm(ref int tested) => ++tested % 100 != 0 || TrySpend();

    public bool TryCall(int function, EquatableArray<int> arguments, out long value)
    {
        RuleFunction callee = _functions[function];
        value = 0;
        if (!TrySpend())
        {
            return false;
        }

        if (_depth == CallDepth)
        {
            _fault = RuleOutcome.BudgetExceeded;
            return false;
        }

        // The host may have called us with little stack left.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        int caller = _frame;
        int callerEnd = _frameEnd;
        int end = callerEnd + callee.Slots;
        if (end > _stack.Length)
        {
            Array.Resize(ref _stack, 2 * end);
        }

        for (int i = 0; i < arguments.Count; i++)
        {
            _stack[callerEnd + i] = _stack[caller + arguments[i]];
        }

        (_frame, _frameEnd, _depth) = (callerEnd, end, _depth + 1);
        Flow flow = callee.Body.Execute(this);
        (_frame, _frameEnd, _depth) = (caller, callerEnd, _depth - 1);
        value = Result;
        return flow != Flow.Fault;
    }

    public bool Throw(string exception)
    {
        _fault = RuleOutcome.Throws(exception);
        return false;
    }

    public bool Throw(Fault fault) => Throw(fault switch
    {
        Fault.Overflow => nameof(OverflowException),
        Fault.DivideByZero => nameof(DivideByZeroException),
        _ => "SwitchExpressionException",
    });
}
