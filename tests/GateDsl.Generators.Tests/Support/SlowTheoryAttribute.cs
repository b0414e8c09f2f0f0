namespace GateDsl.Generators.Tests.Support;

/// <summary>A theory that takes long: run with GATEDSL_SLOW=1 in the environment.</summary>
internal sealed class SlowTheoryAttribute : TheoryAttribute
{
    public SlowTheoryAttribute()
    {
        if (Environment.GetEnvironmentVariable("GATEDSL_SLOW") != "1")
        {
            Skip = "Takes long; set GATEDSL_SLOW=1 to run it.";
        }
    }
}
