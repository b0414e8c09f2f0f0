using System.ComponentModel;

namespace GateDsl.CompilerServices;

/// <summary>Makes the matrices of banks, and lists matrices with the names of their edges. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[Obsolete(GeneratedCode.Only, DiagnosticId = GeneratedCode.Id, UrlFormat = GeneratedCode.Page)]
public static class Matrices
{
    /// <summary>One matrix for every copy.</summary>
    public static T[][] Bank<T>(int copies, int entries)
    {
        T[][] bank = new T[copies][];
        for (int k = 0; k < copies; k++)
        {
            bank[k] = new T[entries];
        }

        return bank;
    }

    /// <summary>
    /// One matrix for every pair of copies that can be on together, null for the others: generated code touches no other pair, so the entries
    /// it reads are not declared as possibly null.
    /// </summary>
    /// <param name="sources">Copies of the source.</param>
    /// <param name="targets">Copies of the target.</param>
    /// <param name="entries">Entries of a matrix.</param>
    /// <param name="pairs">For each source copy one character per target copy: 1 where they can be on together.</param>
    public static T[][][] Grid<T>(int sources, int targets, int entries, params ReadOnlySpan<string> pairs)
    {
        T[][][] grid = new T[sources][][];
        for (int i = 0; i < sources; i++)
        {
            grid[i] = new T[targets][];
            for (int j = 0; j < targets; j++)
            {
                grid[i][j] = pairs[i][j] == '1' ? new T[entries] : null!;
            }
        }

        return grid;
    }

    /// <summary>A matrix under the name of its edge.</summary>
    public static EdgeMatrix<T> Named<T>(
        string name, string source, string target, int targets, int sources, T[] matrix, bool isTransposed = false) =>
        new(name, source, target, targets, sources, matrix, isTransposed);

    /// <summary>The matrices of a bank under the names of their edges; [] in the name of a layer becomes the index of its copy.</summary>
    public static IEnumerable<EdgeMatrix<T>> Named<T>(
        string name, string source, string target, int targets, int sources, T[][] bank, bool isTransposed = false) =>
        bank.Select((matrix, k) => new EdgeMatrix<T>($"{name}[{k}]", CopyOf(source, k), CopyOf(target, k), targets, sources, matrix, isTransposed));

    /// <summary>The matrices of a grid under the names of their edges, [source copy, target copy].</summary>
    public static IEnumerable<EdgeMatrix<T>> Named<T>(
        string name, string source, string target, int targets, int sources, T[]?[][] grid, bool isTransposed = false)
    {
        for (int i = 0; i < grid.Length; i++)
        {
            for (int j = 0; j < grid[i].Length; j++)
            {
                if (grid[i][j] is { } matrix)
                {
                    yield return new EdgeMatrix<T>($"{name}[{i}, {j}]", CopyOf(source, i), CopyOf(target, j), targets, sources, matrix, isTransposed);
                }
            }
        }
    }

    private static string CopyOf(string layer, int copy) => layer.Replace("[]", $"[{copy}]", StringComparison.Ordinal);
}
