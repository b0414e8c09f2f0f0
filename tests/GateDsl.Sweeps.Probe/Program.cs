using GateDsl.Sweeps.Probe;

return ProbeProgram.Create(Environment.GetEnvironmentVariable("PROBE_VERSION") ?? "1.0").Run(args);
