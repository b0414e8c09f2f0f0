using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission.Maps;

/// <summary>
/// Maps with a row for every feature: F^T is features x units, and the products run along the units of the module. Where inputs are one-hot, what
/// is left to learn is then found by adding whole rows, E^T too. Weights stand so that every product reads along rows: those that leave hidden
/// modules or enter outputs source x target, those from inputs into hidden modules target x source.
/// </summary>
internal sealed class FeatureRows : MapStatements
{
    private readonly NameTable _names = new();

    public FeatureRows(NetworkPlan plan, StatisticsPlan statistics)
        : base(plan, statistics)
    {
        foreach (string name in statistics.Maps.Select(map => map.Name).Concat(statistics.Outputs.SelectMany(output => new[] { output.Stack, output.Residual })))
        {
            _names.NameFor(name, name);
        }
    }

    public override string Residual => "DatapointResidual";

    public override string Gathering => "ByDatapoint";

    public override string Description =>
        "All inputs are one-hot: maps stand transposed, a row for every feature, those into an output one below the other, so that what is left to " +
        "learn is found by adding rows, and products run along units.";

    public override string ErrorsSummary =>
        "E(p) = Syx(p) - sum over maps j into the same output of M_j Sx(j, p) (Eq. 4), and the loss, over the distinct datapoints d: with r_d = y_d - " +
        "sum over maps p of column x_p of M_p, r_d is added to the columns x_p of E(p), c_d times where c_d datapoints are equal, and L = 1/2 sum c_d |r_d|^2.";

    public override string CorrelationsSummary =>
        "What a step from correlations needs of a data set: for each output its distinct datapoints, as the paths see them (zero where their gate is " +
        "off), with their number and mean target.";

    public override string WeightsDescription => "source x target, from an input into a hidden module target x source";

    public override string BlockSuffix => "Transposed";

    public override bool IsTransposed(WeightMember member) => !IsFromInputIntoHidden(member);

    public override (int Rows, int Stride) StackExtent(OutputMapsPlan output) => (output.Maps.Sum(map => Statistics.Map(map).Columns), Packed(output.Units));

    public override Place InStack(OutputMapsPlan output, string map, string owner)
    {
        int row = output.Maps.TakeWhile(name => name != map).Sum(name => Statistics.Map(name).Columns);
        int stride = StackExtent(output).Stride;
        string stack = $"{owner}.{output.Stack}";
        return new Place(row == 0 ? stack : $"{stack}.AsSpan({row} * {stride})", stride);
    }

    public override IEnumerable<(string Name, string Entries)> MapMatrices() =>
        Computed.Where(map => !IsIntoOutput(map)).Select(map => (map.Name, $"{map.Columns} * {Packed(map.Rows)}"));

    public override IEnumerable<(string Name, string Entries)> ErrorMatrices()
    {
        foreach (MapPlan map in Statistics.Maps)
        {
            if (!IsIntoOutput(map))
            {
                yield return (map.Name, $"{map.Rows} * {Packed(map.Columns)}");
            }

            if (IsTransposedBack(map))
            {
                yield return (IsIntoOutput(map)
                    ? (NameOfTransposed(map), $"{map.Rows} * {Packed(map.Columns)}")
                    : (NameOfTransposed(map), $"{map.Columns} * {Packed(map.Rows)}"));
            }
        }
    }

    public override List<string> Forward()
    {
        List<string> statements = [];
        foreach (MapPlan map in Computed)
        {
            statements.Add($"// {map.Name} = {SumOf(map)}, transposed    ({map.Columns} x {map.Rows}: {Counted(map)})");
            Place to = Values(map);
            bool isFirst = true;
            foreach (TermPlan term in map.Terms.OrderBy(term => term.Map is not null))
            {
                statements.Add(term.Map is null ? Direct(map, term, to) : Product(Statistics.Map(term.Map), map, term, to, isFirst));
                isFirst = false;
            }
        }

        return statements;
    }

    public override List<string> Backward()
    {
        List<string> statements = [];
        HashSet<string> reached = [.. MapsIntoOutputs];
        foreach (IGrouping<string, MapPlan> module in Statistics.Maps.GroupBy(map => map.Module).Reverse())
        {
            MapPlan[] passing = [.. module.Where(IsTransposedBack)];
            if (passing.Length > 0)
            {
                statements.Add($"// back over the edges into {module.Key}: B_source = W_e^T B    ({Counted(passing)})");
                statements.AddRange(passing.Select(Transpose));
                statements.AddRange(passing.SelectMany(map => map.Terms.Where(term => term.Map is not null).Select(term => Back(map, term, reached.Add(term.Map!)))));
            }

            statements.Add($"// the edges into {module.Key} move: {(module.All(map => map.IsWeight) ? "W_e += eta B" : "W_e += eta B F_source^T")}    ({Counted(module)})");
            statements.AddRange(module.SelectMany(map => map.Terms.Select(term => Move(map, term))));
        }

        return statements;
    }

    /// <summary>An edge from the input: its weights stand as the map does where it ends at an output, else the other way.</summary>
    private string Direct(MapPlan map, TermPlan term, Place to) => IsIntoOutput(map)
        ? $"MatrixPacking.Copy<{Scalar}>({Weight(term)}, {Packed(map.Rows)}, {to.Span}, {to.Stride}, {map.Columns}, {map.Rows});"
        : $"MatrixPacking.Transpose<{Scalar}>({Weight(term)}, {Packed(map.Columns)}, {to.Span}, {to.Stride}, {map.Rows}, {map.Columns});";

    /// <summary>(W F)^T = F^T W^T: F is the weights of the first edge, units x features, or a map, features x units.</summary>
    private string Product(MapPlan source, MapPlan map, TermPlan term, Place to, bool isFirst)
    {
        Place from = Values(source);
        string call = (isFirst ? "Set" : "Add") + (IsFirstEdge(source) ? "FromTransposed" : "");
        return $"MatrixProducts.{call}<{Scalar}>({from.Span}, {from.Stride}, {Weight(term)}, {Packed(map.Rows)}, {to.Span}, {to.Stride}, {map.Columns}, {term.Inner}, {Packed(map.Rows)}{(isFirst ? "" : ", 1")});";
    }

    /// <summary>The error of a map in the other layout too: one is a factor of what is carried back, the other of the weights' step.</summary>
    private string Transpose(MapPlan map)
    {
        Place stack = ErrorRows(map), units = ErrorUnits(map);
        return IsIntoOutput(map)
            ? $"MatrixPacking.Transpose<{Scalar}>({stack.Span}, {stack.Stride}, {units.Span}, {units.Stride}, {map.Columns}, {map.Rows});"
            : $"MatrixPacking.Transpose<{Scalar}>({units.Span}, {units.Stride}, {stack.Span}, {stack.Stride}, {map.Rows}, {map.Columns});";
    }

    private string Back(MapPlan map, TermPlan term, bool isFirst)
    {
        Place error = ErrorUnits(map), to = ErrorUnits(Statistics.Map(term.Map!));
        return $"MatrixProducts.{(isFirst ? "Set" : "Add")}<{Scalar}>({Weight(term)}, {Packed(map.Rows)}, {error.Span}, {error.Stride}, {to.Span}, {to.Stride}, {term.Inner}, {map.Rows}, {Packed(map.Columns)}{(isFirst ? "" : ", 1")});";
    }

    private string Move(MapPlan map, TermPlan term)
    {
        if (term.Map is null)
        {
            (Place error, int rows, int columns) = IsIntoOutput(map) ? (ErrorRows(map), map.Columns, map.Rows) : (ErrorUnits(map), map.Rows, map.Columns);
            return $"MatrixPacking.Add<{Scalar}>({error.Span}, {error.Stride}, {Weight(term)}, {Packed(columns)}, {rows}, {columns}, eta);";
        }

        MapPlan source = Statistics.Map(term.Map);
        (Place from, Place by) = (Values(source), ErrorRows(map));
        return $"MatrixProducts.{(IsFirstEdge(source) ? "Add" : "AddFromTransposed")}<{Scalar}>({from.Span}, {from.Stride}, {by.Span}, {by.Stride}, {Weight(term)}, {Packed(map.Rows)}, {term.Inner}, {map.Columns}, {Packed(map.Rows)}, eta);";
    }

    private bool IsFromInputIntoHidden(WeightMember member) =>
        Plan.Inputs.Any(input => input.Name == member.Source) && !Plan.OutputModules.Any(module => module.Layer == member.Target);

    /// <summary>The map is the weights of an edge from an input into a hidden module.</summary>
    private bool IsFirstEdge(MapPlan map) => map.IsWeight && !IsIntoOutput(map);

    /// <summary>Errors are carried on from the map: it has a path through a hidden module.</summary>
    private static bool IsTransposedBack(MapPlan map) => map.Terms.Any(term => term.Map is not null);

    private Place Values(MapPlan map) => IsIntoOutput(map)
        ? InStack(OutputOf(map), map.Name, "f")
        : IsFirstEdge(map)
            ? new Place(Weight(map.Terms[0]), Packed(map.Columns))
            : new Place($"f.{map.Name}", Packed(map.Rows));

    /// <summary>The error of a map, features x units.</summary>
    private Place ErrorRows(MapPlan map) => IsIntoOutput(map) ? InStack(OutputOf(map), map.Name, "b") : new Place($"b.{NameOfTransposed(map)}", Packed(map.Rows));

    /// <summary>The error of a map, units x features.</summary>
    private Place ErrorUnits(MapPlan map) => new(IsIntoOutput(map) ? $"b.{NameOfTransposed(map)}" : $"b.{map.Name}", Packed(map.Columns));

    private string NameOfTransposed(MapPlan map) => _names.NameFor("transposed " + map.Name, "Transposed_" + map.Name);
}
