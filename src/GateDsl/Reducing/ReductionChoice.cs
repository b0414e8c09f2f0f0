using System.ComponentModel;
using System.Globalization;

namespace GateDsl.CompilerServices;

/// <summary>Which exact reductions a training by statistics takes, and why. Used by generated code.</summary>
/// <param name="IsNarrow">Hidden layers are only as wide as what they touch.</param>
/// <param name="IsInBases">Dense inputs are in the eigenvectors of their correlations.</param>
/// <param name="Reason">Why, as a sentence.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public readonly record struct ReductionChoice(bool IsNarrow, bool IsInBases, string Reason)
{
    /// <summary>Everything as declared.</summary>
    public static ReductionChoice None(string reason) => new(false, false, reason);

    /// <summary>What the options ask for; Auto takes a reduction where the epochs save more counted work than it costs.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="declared">Multiplications and additions of an epoch with all units.</param>
    /// <param name="narrow">The same with reduced hidden layers; as much where no layer is wider than what it touches.</param>
    /// <param name="span">Multiplications and additions of reducing them.</param>
    /// <param name="isBasisPossible">Some input may have a basis.</param>
    /// <param name="isBasisWorth">Whether it is worth its price for a number of epochs.</param>
    public static ReductionChoice Of(
        TrainingOptions options, long declared, long narrow, long span, bool isBasisPossible, Func<int, bool>? isBasisWorth = null)
    {
        if (options.Reductions == StateReductions.Never || options.Epochs == 0)
        {
            return None(options.Epochs == 0 ? "Nothing is reduced: there is no epoch." : "Nothing is reduced: the options forbid it.");
        }

        bool isForced = options.Reductions == StateReductions.Always;
        bool isNarrow = Narrows(options, declared, narrow, span);
        // Decay moves what the correlations do not reach, and a basis leaves that out.
        bool hasDecay = options.WeightDecay > 0;
        bool isInBases = isBasisPossible && !hasDecay && (isForced || isBasisWorth!(options.Epochs));
        string width = isNarrow
            ? string.Create(CultureInfo.InvariantCulture,
                $"Hidden layers are kept as wide as what they touch: {narrow:N0} operations an epoch instead of {declared:N0}")
            : narrow < declared
                ? "Hidden layers keep all units: so few epochs save less than finding their bases costs"
                : "No hidden layer is wider than what it touches";
        string basis = isInBases
            ? "; dense inputs are kept in the eigenvectors of their correlations"
            : isBasisPossible && hasDecay ? "; dense inputs stay as they are: weights decay that their correlations do not reach"
            : isBasisPossible ? "; so few epochs do not pay for the eigenvectors of the inputs' correlations" : "";
        return new ReductionChoice(isNarrow, isInBases, width + basis + ".");
    }

    /// <summary>Multiplications and additions of a whole training, with those of reducing hidden layers where they are reduced.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="declared">Of an epoch with all units.</param>
    /// <param name="narrow">Of an epoch with reduced hidden layers.</param>
    /// <param name="span">Of reducing them.</param>
    internal static double Work(TrainingOptions options, long declared, long narrow, long span) =>
        Narrows(options, declared, narrow, span) ? ((double)narrow * options.Epochs) + span : (double)declared * options.Epochs;

    private static bool Narrows(TrainingOptions options, long declared, long narrow, long span) =>
        narrow < declared && options.Epochs > 0 && options.Reductions switch
        {
            StateReductions.Never => false,
            StateReductions.Always => true,
            _ => (double)(declared - narrow) * options.Epochs > span,
        };
}
