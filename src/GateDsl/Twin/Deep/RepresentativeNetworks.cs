namespace GateDsl;

/// <summary>
/// The predictor of ReLU networks of any depth (mathematics.md, ReLU networks): draws of smaller networks that do to every direction, and between
/// layers to the whole
/// spectrum, what the large one does. At small starts everything that a layer of H units does depends on sigma sqrt(H), so the cost does not
/// depend on H. It is a simulation of smaller networks, not a closed form.
/// </summary>
/// <remarks>
/// Output parts outside the span of the targets are missed, as with representative units; they matter for standard deviations of 0.01 and up.
/// </remarks>
internal static class RepresentativeNetworks
{
    /// <summary>
    /// Chooses and trains the draws over the cores; every start has a stream of its own and they are added up in order, so the bits do not depend on
    /// the number of cores.
    /// </summary>
    /// <param name="task">What the twin learns.</param>
    /// <param name="shape">The twin.</param>
    /// <param name="descent">How it descends.</param>
    /// <param name="plan">
    /// Size, number and seed of the draws, and what is read from them. With one hidden layer there is one draw, of representative units.
    /// </param>
    /// <exception cref="TrainingDivergedException">A draw diverged.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static NetworkDraws Run(TwinTask task, TwinShape shape, TwinDescent descent, DrawPlan plan)
    {
        shape.Validated();
        descent.Validated(shape.Sigmas.Length);
        plan.Validated(descent.Epochs);
        bool isDrawn = shape.Widths.Length > 1;
        int[] widths = isDrawn
            ? RepresentativeWidths.Of(shape.Widths, plan.Units)
            : [RepresentativeUnits.CountFor(shape.Widths[0], task.Features + task.OutputUnits)];
        RequireMemory(task, widths, plan);
        (TwinTask reduced, TwinTask? test) = task.ReducedWith(plan.Test);
        plan = plan with { Test = test };
        widths = isDrawn ? widths : [RepresentativeUnits.CountFor(shape.Widths[0], reduced.Features + reduced.OutputUnits)];
        ulong[] starts = isDrawn ? [.. Starts(reduced, shape, widths, descent, plan).Select(start => (ulong)start)] : [0];
        TrainingOptions options = new()
        {
            Epochs = descent.Epochs,
            StepSize = descent.StepSize,
            Progress = descent.Progress,
            CancellationToken = descent.CancellationToken,
        };
        return NetworkDraws.Of(ManyTrainings.Run<NetworkDraw>(starts, options, (start, own) =>
            NetworkDraw.Train(reduced, shape, widths, descent with { Progress = own.Progress }, plan, (int)start)), descent.Epochs, plan);
    }

    // Each candidate by itself, so that the choice does not depend on the number of cores.
    private static int[] Starts(TwinTask task, TwinShape shape, int[] widths, TwinDescent descent, DrawPlan plan)
    {
        double[] times = new double[plan.Draws * StratifiedStarts.CandidatesADraw];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = descent.CancellationToken };
        Parallel.For(0, times.Length, parallel, start => times[start] = FirstFall.Of(
            NetworkDraw.Start(task, shape, widths, plan.Seed, start), descent.WeightFactors, descent.BiasFactors, descent.CancellationToken));
        return StratifiedStarts.Choose(times, plan.Draws);
    }

    // Every draw has kernels of its own until their means are taken: by hidden layer, of all of them, and tangents.
    private static void RequireMemory(TwinTask task, int[] widths, DrawPlan plan)
    {
        decimal kernels = (decimal)(widths.Length + 2) * task.Count * task.Count * sizeof(double);
        Memory.RequireBytes(
            nameof(plan.SnapshotEpochs), $"The kernels of {task.Count:N0} datapoints at {plan.SnapshotEpochs.Count:N0} epochs of {plan.Draws:N0} draws",
            kernels * plan.SnapshotEpochs.Count * plan.Draws);
        Memory.Require(nameof(task), $"The activations of {widths.Max():N0} units at {task.Count:N0} datapoints", (long)widths.Max() * task.Count,
            sizeof(double));
    }
}
