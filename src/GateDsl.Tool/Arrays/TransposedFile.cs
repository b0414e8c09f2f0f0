namespace GateDsl.Tool.Arrays;

/// <summary>Which of two files has its rows and columns the wrong way round, where their datapoints do not go together.</summary>
internal static class TransposedFile
{
    /// <summary>A question that points at it; empty: no sign of it.</summary>
    /// <param name="shape">The file whose columns should be the datapoints of the other.</param>
    /// <param name="datapoints">Columns that are expected.</param>
    /// <param name="other">The file that has them.</param>
    /// <param name="otherRows">Its rows.</param>
    public static string Hint(ArrayShape shape, int datapoints, string other, int otherRows) =>
        (shape.Rank == 2 && shape[0] == datapoints, shape.RowLength == otherRows) switch
        {
            (true, true) => $" (is it transposed, or {other}?)",
            (true, false) => " (is it transposed?)",
            (false, true) => $" (is {other} transposed?)",
            _ => "",
        };
}
