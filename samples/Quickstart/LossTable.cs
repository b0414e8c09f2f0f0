using GateDsl;

namespace Quickstart;

/// <summary>Prints loss curves side by side: a training, its prediction, and the network that it imitates.</summary>
internal static class LossTable
{
    private const int BarLength = 24;

    public static void Print(TrainingLog gated, double[] predicted, TrainingLog relu)
    {
        double first = gated.Loss[0];
        Console.WriteLine($"{"epoch",6}  {"predicted",9}  {"gated",8}  {"",-BarLength}  {"ReLU",8}");
        for (int i = 0; i < gated.Loss.Length; i++)
        {
            Console.WriteLine(
                $"{gated.Epochs[i],6}  {predicted[i],9:F3}  {gated.Loss[i],8:F3}  {Bar(gated.Loss[i] / first)}  {relu.Loss[i],8:F3}  {Bar(relu.Loss[i] / first)}");
        }

        Console.WriteLine();
        Console.WriteLine("Distances of the curves in parts of the first loss (root mean square):");
        Console.WriteLine($"  gated network and its prediction, made before any weight was drawn: {Agreement.Between(gated.Loss, predicted).Rms:P1}");
        Console.WriteLine($"  gated network and ReLU network: {Agreement.Between(relu.Loss, gated.Loss).Rms:P1}");
    }

    private static string Bar(double share) => new string('█', (int)Math.Round(share * BarLength)).PadRight(BarLength);
}
