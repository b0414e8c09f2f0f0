namespace GateDsl.Theory.ClosedForms;

/// <summary>One mode of one path with one hidden layer in closed form; times in tau.</summary>
internal interface IModeFlow
{
    /// <summary>Input-output strength s.</summary>
    double S { get; }

    /// <summary>Input strength d.</summary>
    double D { get; }

    /// <summary>Mode strength at time 0.</summary>
    double Start { get; }

    /// <summary>Where the mode goes.</summary>
    double End { get; }

    /// <summary>v^T Q11 v at time 0: |W1 v|^2 of the mode's input direction.</summary>
    double IncomingStart { get; }

    /// <summary>u^T Q22 u at time 0: |W2^T u|^2 of the mode's output direction.</summary>
    double OutgoingStart { get; }

    /// <summary>The mode strength u^T W2 W1 v.</summary>
    double At(double time);

    /// <summary>By how much |W1 v|^2 and |W2^T u|^2, which move together, have grown since time 0.</summary>
    double GrowthAt(double time);

    /// <summary>The strength after steps of gradient descent, each of which advances time by <paramref name="step"/>.</summary>
    double AfterSteps(double steps, double step);

    /// <summary>The first time from 0 on at which the mode has a strength; infinity where that never happens.</summary>
    double TimeTo(double strength);
}
