namespace Digits.Reading;

/// <summary>How many images are read right.</summary>
internal static class Accuracy
{
    /// <summary>The part of the images whose digit a network gives the largest logit.</summary>
    /// <param name="images">The images.</param>
    /// <param name="predict">Writes the logits of all of them, images x digits.</param>
    public static double Of(Images images, Action<float[]> predict)
    {
        float[] logits = new float[images.Count * RoutedDigits.Classes];
        predict(logits);
        return Of(logits, images.Labels);
    }

    /// <summary>The part of the images whose digit has the largest logit, the first of them where several have.</summary>
    /// <param name="logits">Images x digits, row by row.</param>
    /// <param name="labels">The digit of each image.</param>
    public static double Of(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels)
    {
        int classes = logits.Length / labels.Length;
        int right = 0;
        for (int image = 0; image < labels.Length; image++)
        {
            ReadOnlySpan<float> row = logits.Slice(image * classes, classes);
            int best = 0;
            for (int digit = 1; digit < classes; digit++)
            {
                best = row[digit] > row[best] ? digit : best;
            }

            right += best == labels[image] ? 1 : 0;
        }

        return (double)right / labels.Length;
    }
}
