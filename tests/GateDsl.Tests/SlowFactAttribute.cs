namespace GateDsl.Tests;

/// <summary>A test that takes long: run with GATEDSL_SLOW=1 in the environment.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SlowFactAttribute : FactAttribute
{
    public SlowFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("GATEDSL_SLOW") != "1")
        {
            Skip = "Takes long; set GATEDSL_SLOW=1 to run it.";
        }
    }
}
