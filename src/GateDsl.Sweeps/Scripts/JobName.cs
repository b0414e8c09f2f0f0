namespace GateDsl.Sweeps;

/// <summary>What schedulers call the jobs of a plan; a valid DNS label, as Kubernetes wants.</summary>
internal static class JobName
{
    private const int MostLetters = 40;
    private const int FingerprintLetters = 8;

    public static string Of(Plan plan)
    {
        string experiment = plan.Experiment.Name.Replace('_', '-');
        return $"sweep-{experiment[..Math.Min(MostLetters, experiment.Length)]}-{plan.Fingerprint[..FingerprintLetters]}";
    }
}
