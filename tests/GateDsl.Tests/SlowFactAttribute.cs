namespace GateDsl.Tests;

/// <summary>A test that takes long: run with GATEDSL_SLOW=1 in the environment.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SlowFactAttribute : FactAttribute
{
    public SlowFactAttribute()
    {
        if (!IsAsked)
        {
            Skip = "Takes long; set GATEDSL_SLOW=1 to run it.";
        }
    }

    /// <summary>Whether tests that take long, and need a machine to themselves, are asked for.</summary>
    public static bool IsAsked => Environment.GetEnvironmentVariable("GATEDSL_SLOW") == "1";
}
