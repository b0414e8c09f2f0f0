using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GateDsl;

/// <summary>Updates of weights, each array read and written once.</summary>
internal static class DescentKernels
{
    /// <summary>
    /// G = s D - lambda W; without velocities W = W + eta G, else U = mu U + G, then W = W + eta U, or with Nesterov W = W + eta (G + mu U).
    /// </summary>
    /// <param name="w">W.</param>
    /// <param name="d">D, as long.</param>
    /// <param name="u">U, as long; empty: no momentum.</param>
    /// <param name="eta">Step size, with the factor of the edge.</param>
    /// <param name="scale">s.</param>
    /// <param name="decay">lambda.</param>
    /// <param name="momentum">mu.</param>
    /// <param name="isNesterov">Weights move by G + mu U.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Move<T>(Span<T> w, ReadOnlySpan<T> d, Span<T> u, T eta, T scale, T decay, T momentum, bool isNesterov)
        where T : struct, INumber<T>
    {
        bool hasVelocity = !u.IsEmpty;
        Extent.Check(d.Length, w.Length, nameof(d));
        Extent.Check(hasVelocity ? u.Length : w.Length, w.Length, nameof(u));
        Span<Vector<T>> weights = MemoryMarshal.Cast<T, Vector<T>>(w);
        ReadOnlySpan<Vector<T>> steps = MemoryMarshal.Cast<T, Vector<T>>(d)[..weights.Length];
        Span<Vector<T>> velocities = hasVelocity ? MemoryMarshal.Cast<T, Vector<T>>(u)[..weights.Length] : [];
        for (int i = 0; i < weights.Length; i++)
        {
            Vector<T> g = (scale * steps[i]) - (decay * weights[i]);
            if (hasVelocity)
            {
                Vector<T> v = (momentum * velocities[i]) + g;
                velocities[i] = v;
                g = isNesterov ? g + (momentum * v) : v;
            }

            weights[i] += eta * g;
        }

        for (int i = weights.Length * Vector<T>.Count; i < w.Length; i++)
        {
            T g = (scale * d[i]) - (decay * w[i]);
            if (hasVelocity)
            {
                T v = (momentum * u[i]) + g;
                u[i] = v;
                g = isNesterov ? g + (momentum * v) : v;
            }

            w[i] += eta * g;
        }
    }

    /// <summary>W = W + eta U, then U = mu U - lambda W: what is left of the velocity when the next step is added to it.</summary>
    /// <param name="w">W.</param>
    /// <param name="u">U, as long.</param>
    /// <param name="eta">Step size, with the factor of the edge.</param>
    /// <param name="decay">lambda.</param>
    /// <param name="momentum">mu.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Roll<T>(Span<T> w, Span<T> u, T eta, T decay, T momentum)
        where T : struct, INumber<T>
    {
        Extent.Check(u.Length, w.Length, nameof(u));
        Span<Vector<T>> weights = MemoryMarshal.Cast<T, Vector<T>>(w);
        Span<Vector<T>> velocities = MemoryMarshal.Cast<T, Vector<T>>(u)[..weights.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            Vector<T> velocity = velocities[i];
            Vector<T> moved = weights[i] + (eta * velocity);
            weights[i] = moved;
            velocities[i] = (momentum * velocity) - (decay * moved);
        }

        for (int i = weights.Length * Vector<T>.Count; i < w.Length; i++)
        {
            w[i] += eta * u[i];
            u[i] = (momentum * u[i]) - (decay * w[i]);
        }
    }
}
