using GateDsl;

namespace Quickstart;

/// <summary>Prints two loss curves side by side.</summary>
internal static class LossTable
{
    private const int BarLength = 30;

    public static void Print(TrainingLog gated, TrainingLog relu)
    {
        double first = gated.Loss[0];
        Console.WriteLine($"{"epoch",6}  {"gated",8}  {"",-BarLength}  {"ReLU",8}");
        for (int i = 0; i < gated.Loss.Length; i++)
        {
            Console.WriteLine($"{gated.Epochs[i],6}  {gated.Loss[i],8:F3}  {Bar(gated.Loss[i] / first)}  {relu.Loss[i],8:F3}  {Bar(relu.Loss[i] / first)}");
        }

        Console.WriteLine();
        Console.WriteLine($"Distance of the two curves: {Agreement.Between(relu.Loss, gated.Loss).Rms:P1} of the initial loss (root mean square).");
    }

    private static string Bar(double share) => new string('█', (int)Math.Round(share * BarLength)).PadRight(BarLength);
}
