using GateDsl.Identifying;

namespace GateDsl.Tests.Identifying.Modules;

/// <summary>Which inputs a module reads: a gate of the context alone does not read it, every other one reads all.</summary>
public sealed class ModuleInputsTests
{
    /// <summary>All gates over three inputs of two values, one of them dense in turn: the context is the last one-hot input where there are two.</summary>
    [Theory]
    [InlineData("HHH", 2)]
    [InlineData("HHD", 1)]
    [InlineData("DHH", 2)]
    [InlineData("HDH", 2)]
    [InlineData("HDD", -1)]
    [InlineData("DDD", -1)]
    public void AGateOfTheContextAloneDoesNotReadIt(string kinds, int context)
    {
        IdentificationData data = IdentificationData.Of(8);
        for (int i = 0; i < 3; i++)
        {
            int[] values = [.. Enumerable.Range(0, 8).Select(n => n >> i & 1)];
            data = kinds[i] == 'H' ? data.OneHot($"Input{i}", 2, values) : data.Dense($"Input{i}", $"Which{i}", 1, [.. values.Select(value => value + 0.5)]);
        }

        for (int set = 1; set < 256; set++)
        {
            bool[] gate = [.. Enumerable.Range(0, 8).Select(n => (set >> n & 1) != 0)];
            bool isOfContext = context >= 0 && set != 255
                && Enumerable.Range(0, 8).All(n => Enumerable.Range(0, 8).All(m => (n >> context & 1) != (m >> context & 1) || gate[n] == gate[m]));

            Assert.Equal(Enumerable.Range(0, 3).Where(i => !isOfContext || i != context), ModuleInputs.Of(data, gate));
        }
    }
}
