namespace GateDsl.Theory.Tasks;

/// <summary>
/// The property structures of the papers' tasks: matrices of properties x objects, row-major, entry (p, o) the value of
/// property p for object o.
/// </summary>
internal static class Structures
{
    /// <summary>Objects of <see cref="Ring"/> and <see cref="Cross"/>.</summary>
    public const int RingObjects = 8;

    private const double NearRing = 0.33;
    private const double MiddleRing = 0.66;

    private static readonly double[] RingRow = [0, NearRing, MiddleRing, 1, 1, MiddleRing, NearRing, 0];

    private static readonly int[][] CrossPairs = [[0, 2], [1, 3], [4, 6], [5, 7]];

    /// <summary>Rows of a structure over <paramref name="objects"/> objects: 2n - 1.</summary>
    public static int RowCount(int objects) => (2 * objects) - 1;

    /// <summary>Whether a binary hierarchy over that many objects exists: a power of two.</summary>
    public static bool HasHierarchy(int objects) => objects > 0 && (objects & (objects - 1)) == 0;

    /// <summary>The binary hierarchy: indicators of all objects, of the halves, the quarters, ..., of single objects; (2n - 1) x n.</summary>
    public static double[] Hierarchy(int objects)
    {
        double[] structure = new double[RowCount(objects) * objects];
        int row = 0;
        for (int members = objects; members >= 1; members /= 2)
        {
            for (int first = 0; first < objects; first += members, row++)
            {
                for (int o = first; o < first + members; o++)
                {
                    structure[(row * objects) + o] = 1;
                }
            }
        }

        return structure;
    }

    /// <summary>The ring: a row of ones, then one bump rotated left by 0 .. 13; 15 x 8.</summary>
    public static double[] Ring()
    {
        double[] structure = new double[RowCount(RingObjects) * RingObjects];
        for (int o = 0; o < RingObjects; o++)
        {
            structure[o] = 1;
        }

        for (int row = 1; row < RowCount(RingObjects); row++)
        {
            for (int o = 0; o < RingObjects; o++)
            {
                structure[(row * RingObjects) + o] = RingRow[(o + row - 1) % RingObjects];
            }
        }

        return structure;
    }

    /// <summary>The cross hierarchy: the hierarchy of 8 objects whose quarters are {0,2}, {1,3}, {4,6}, {5,7}; 15 x 8.</summary>
    public static double[] Cross()
    {
        const int FirstQuarterRow = 3;
        double[] structure = Hierarchy(RingObjects);
        for (int pair = 0; pair < CrossPairs.Length; pair++)
        {
            int row = (FirstQuarterRow + pair) * RingObjects;
            Array.Clear(structure, row, RingObjects);
            foreach (int o in CrossPairs[pair])
            {
                structure[row + o] = 1;
            }
        }

        return structure;
    }
}
