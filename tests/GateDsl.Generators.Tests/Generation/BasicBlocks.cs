using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace GateDsl.Generators.Tests.Generation;

/// <summary>Counts the basic blocks of a method: they begin at its start, at every target of a branch and behind every branch.</summary>
internal static class BasicBlocks
{
    private static readonly Dictionary<ushort, OpCode> OpCodes = typeof(OpCodes).GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value);

    public static int Count(byte[] il)
    {
        HashSet<int> starts = [0];
        int at = 0;
        while (at < il.Length)
        {
            OpCode code = OpCodes[il[at] == 0xFE ? (ushort)(0xFE00 | il[at + 1]) : il[at]];
            at += code.Size;
            int size = SizeOf(code.OperandType, il, at);
            int next = at + size;
            if (code.OperandType == OperandType.InlineSwitch)
            {
                starts.UnionWith(Enumerable.Range(1, (size / 4) - 1).Select(k => next + BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at + (4 * k)))));
            }
            else if (code.OperandType == OperandType.InlineBrTarget)
            {
                starts.Add(next + BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at)));
            }
            else if (code.OperandType == OperandType.ShortInlineBrTarget)
            {
                starts.Add(next + (sbyte)il[at]);
            }

            if (code.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw)
            {
                starts.Add(next);
            }

            at = next;
        }

        starts.Remove(il.Length);
        return starts.Count;
    }

    private static int SizeOf(OperandType operand, byte[] il, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at))),
        _ => 4,
    };
}
