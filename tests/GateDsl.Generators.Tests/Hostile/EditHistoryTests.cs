using GateDsl.Generators.Tests.Hostile.Editing;

namespace GateDsl.Generators.Tests.Hostile;

/// <summary>
/// Random histories of edits over several files: what is generated after each is what a compiler would generate that has seen nothing before, and
/// what did not change was not computed again. GATEDSL_HISTORIES=N in the environment runs N of them.
/// </summary>
public class EditHistoryTests
{
    private const int Unsaid = 50;
    private const int EditsEach = 20;

    [Fact]
    public void WhatIsGeneratedDoesNotDependOnWhatWasTypedBefore()
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("GATEDSL_HISTORIES"), out int asked) ? asked : Unsaid;
        for (int seed = 0; seed < count; seed++)
        {
            History history = new(seed);
            for (int edit = 0; edit < EditsEach; edit++)
            {
                string what = history.Edit();
                string? fault = history.FindFault();
                Assert.True(fault is null, $"History {seed}, edit {edit} ({what}): {fault}");
            }
        }
    }
}
