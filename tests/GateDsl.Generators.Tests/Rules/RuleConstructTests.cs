using GateDsl.Generators.Rules;

namespace GateDsl.Generators.Tests.Rules;

/// <summary>Every construct that rules may use, one by one: lowered and run over a domain, beside the same method as .NET runs it.</summary>
public sealed class RuleConstructTests
{
    private const string Colors = "enum Color { Red, Green = 3, Blue } enum Tiny : byte { A = 1, B = 200 } [Flags] enum Wide : ulong { X = 1, Y = 1UL << 63 } ";

    [Theory]
    [InlineData("=> item < 4 == (context == 1);")]
    [InlineData("=> (item + context) % 2 == 0;")]
    [InlineData("=> item / context > 1;")]
    [InlineData("=> item % context == 1;")]
    [InlineData("=> (0xF0F0_F0F0_F0F0_F0F0UL >> (item * 8 + context) & 1) != 0;")]
    [InlineData("=> (1 << item + 30) < 0;")]
    [InlineData("=> -item >>> 28 == 15 || (-5L >>> item) > long.MaxValue / 2;")]
    [InlineData("=> checked(int.MaxValue - 3 + item) > 0;")]
    [InlineData("=> unchecked(int.MaxValue - 3 + item) > 0;")]
    [InlineData("=> checked((byte)(item * 40)) > 100;")]
    [InlineData("=> (sbyte)(item * 40) < 0;")]
    [InlineData("=> checked((uint)(context - 1)) == 0u;")]
    [InlineData("=> checked(-(int.MinValue + item)) > 0;")]
    [InlineData("=> (int.MinValue + item) / (context - 2) > 0;")]
    [InlineData("=> (int.MinValue + item) % (context - 2) == 0;")]
    [InlineData("=> (long.MinValue + item) / (context - 2L) > 0;")]
    [InlineData("=> checked((long)item * long.MaxValue) > 0;")]
    [InlineData("=> checked((ulong)item * (ulong.MaxValue / 3)) > 7;")]
    [InlineData("=> checked((ulong)item - (ulong)context) < 9;")]
    [InlineData("=> ~item == -3 & !(context == 1) ^ item > 5 | false;")]
    [InlineData("=> item == 0 || 10 / item > context && context != 0 && 4 / context < 3;")]
    [InlineData("=> item > 3 ? context == 0 : item > 1 ? context == 1 : 6 / (item - 1) > 0;")]
    [InlineData("=> (char)(item + 'a') is >= 'c' and <= 'e' or 'a';")]
    [InlineData("=> item is not (1 or 2 or > 5);")]
    [InlineData("=> item is var x && x * x > context;")]
    [InlineData("=> item is int x and > 2 && x != 5;")]
    [InlineData("=> item is { };")]
    [InlineData("=> (item, context) is (0 or 1, 2) or (> 4, not 1);")]
    [InlineData("=> (item, context) is (var a, var b) && a > b;")]
    [InlineData("=> (item, (context, item > 2)) switch { (_, (0, true)) => true, (5, (var c, _)) when c < 2 => true, _ => false };")]
    [InlineData("=> (item, context) == (context, item) || (item, 2) != (item, context);")]
    [InlineData("=> item switch { 0 => true, 1 or 2 => context == 0, < 5 when context > 0 => true, >= 7 => 1 / context == 1, _ => false };")]
    [InlineData("=> item switch { 0 => true, 3 => false };")]
    [InlineData("=> item switch { > 5 => throw new ArgumentOutOfRangeException(nameof(item), item, \"too large\"), _ => true };")]
    [InlineData("=> context == 2 ? throw new InvalidOperationException(\"no\" + \"thing\") : item == 0;")]
    [InlineData("{ if (item == 1) return true; else if (item == 2) { return context == 0; } else if (item == 3) return 1 / context == 0; return false; }")]
    [InlineData("{ int n = 0; for (int i = 0, j = 1; i < item; i++, j *= 2) { if (i == 2) continue; if (i == 6) break; n += j; } return n % 3 == 0; }")]
    [InlineData("{ int n = 0, i = item; while (i > 0) { n ^= i--; } do { n += 2; } while (n < context); return (n & 2) == 0; }")]
    [InlineData("{ for (;;) { if (item-- < 0) return context == 1; if (item == 5) break; } return true; }")]
    [InlineData("{ while (true) { switch (item) { case 0: return true; case 3: item = 0; continue; default: item--; break; } if (item == 2) return context > 0; } }")]
    [InlineData("{ switch (item) { case 0: case 4: return true; default: break; case > 5 when context == 1: return 1 / (item - 6) > 0; case 6: return true; } return false; }")]
    [InlineData("{ switch (item, context) { case (1, _): return true; case (_, 2) when item > 3: return false; } return item == 0; }")]
    [InlineData("{ switch (item > 3) { case true: return context == 0; case false: return context == 1; } }")]
    [InlineData("{ byte b = 250; b += (byte)item; b++; sbyte s = (sbyte)b; s >>= 1; return s < context; }")]
    [InlineData("{ checked { byte b = 252; b += (byte)item; return b > 253; } }")]
    [InlineData("{ checked { short s = (short)(short.MaxValue - 3); while (item-- > 0) s++; return s > context; } }")]
    [InlineData("{ sbyte s = (sbyte)item; s <<= 5; short t = short.MinValue; t /= (short)(context - 2); return s + t > 0; }")]
    [InlineData("=> (item, (uint)(context - 1)) != (2, (byte)(item * 50));")]
    [InlineData("{ uint u = (uint)context; u -= 1; u <<= item; return u > int.MaxValue; }")]
    [InlineData("{ int i = item; return i++ + ++i * i-- - --i > context && (i = i + i++) == 2 * item; }")]
    [InlineData("{ int x = item, y = context; (x, y) = (y, x); var (p, q) = (x + 1, y); (_, long r) = (p, q); return p > q + r; }")]
    [InlineData("{ const int Limit = 3; bool on = item > Limit; on |= context == 0; on &= item != 5; on ^= context == 2; return on; }")]
    [InlineData("{ bool Near(int a, int b) => a - b is >= -1 and <= 1; static int Twice(int a) { return 2 * a; } return Near(Twice(context), item); }")]
    [InlineData("{ var c = (Color)item; c++; return c == Color.Blue || c < Color.Green || c - Color.Red == 2 || (c | Color.Green) == (Color)7; }")]
    [InlineData("{ var t = Tiny.B + (byte)(item * 10); return (byte)t < 100 || ~t > Tiny.B || t is Tiny.A; }")]
    [InlineData("{ checked { var t = Tiny.B + (byte)(item * 10); return t > Tiny.B; } }")]
    [InlineData("{ var w = (Wide)item | Wide.Y; w ^= Wide.X; return w > Wide.Y && (ulong)(w & ~Wide.Y) > (ulong)context; }")]
    [InlineData("=> item > Bound && item < Big.Limit && Big.Start <= context;")]
    [InlineData("=> Even(item) ? Odd(context) : Even(context: item + 1, offset: context);")]
    [InlineData("=> Even(offset: item++, context: item) && item > 2;")]
    [InlineData("=> Fibonacci(item) % 3 == context;")]
    [InlineData("=> item.Doubled() > 3 * context;")]
    [InlineData("{ _ = 1 / context; ; return item == 0; }")]
    [InlineData("{ int unused; { int inner = item; item = inner * 2; } return item == 2 * context; }")]
    public void RunsAsNetDoes(string body)
    {
        string source = $$"""
            using System;
            {{Colors}}
            static class Big { public const int Limit = 6; public static readonly long Start = 1; }
            static class Extension { public static int Doubled(this int n) => n + n; }
            public static class R
            {
                const int Bound = 1;
                public static bool M(int item, int context) {{body}}
                static bool Even(int context, int offset = 0) => context + offset == 0 || context + offset > 0 && Odd(context + offset - 1);
                static bool Odd(int n) => n != 0 && Even(n - 1);
                static int Fibonacci(int n) => n < 2 ? n : Fibonacci(n - 1) + Fibonacci(n - 2);
            }
            """;
        foreach (RuleSource rules in (RuleSource[])[RuleSource.Of(source), RuleSource.Checked(source)])
        {
            LoweredRule lowered = rules.Lower();
            Assert.Null(lowered.NotEvaluable);
            var compiled = rules.Compiled("R", "M");
            for (int item = 0; item < 8; item++)
            {
                for (int context = 0; context < 3; context++)
                {
                    Assert.Equal(compiled([item, context]), RuleEvaluator.Evaluate(lowered.Body!, [item, context]));
                }
            }
        }
    }
}
