using GateDsl.Generators.Planning;

namespace GateDsl.Generators.Emission.Maps;

/// <summary>Maps with a row for every unit, as weights stand: F is units x features, and the products run along the features of inputs.</summary>
internal sealed class UnitRows(NetworkPlan plan, StatisticsPlan statistics) : MapStatements(plan, statistics)
{
    public override string Residual => "ResidualFactor";

    public override string Gathering => "Residual";

    public override string Description =>
        "Maps stand with a row for every unit, those into an output side by side in one matrix, and products run along the features of inputs.";

    public override string ErrorsSummary =>
        "E(p) = Syx(p) - sum over maps j into the same output of M_j Sx(j, p) (Eq. 4), and the loss. With Sx(j, p) = K_j K_p^T this is R K_p^T, where " +
        "R = Y* - sum over maps j of M_j K_j is a residual and 1/2 |R|^2 the loss that can still be lowered.";

    public override string CorrelationsSummary =>
        "The effective correlations of a data set (Eq. 4), as sums over datapoints: Syx(p) = sum of g_p y x^T, Sx(j, p) = sum of g_j x_j x_p^T g_p. " +
        "Distinct ones are gathered once, and kept as a factor for each output: Sx = K K^T, Syx = M* Sx.";

    public override string WeightsDescription => "target x source";

    public override string BlockSuffix => "";

    public override bool IsTransposed(WeightMember member) => false;

    public override (int Rows, int Stride) StackExtent(OutputMapsPlan output) => (output.Units, output.Maps.Sum(map => Packed(Statistics.Map(map).Columns)));

    public override Place InStack(OutputMapsPlan output, string map, string owner)
    {
        int offset = output.Maps.TakeWhile(name => name != map).Sum(name => Packed(Statistics.Map(name).Columns));
        string stack = $"{owner}.{output.Stack}";
        return new Place(offset == 0 ? stack : $"{stack}.AsSpan({offset})", StackExtent(output).Stride);
    }

    public override IEnumerable<(string Name, string Entries)> MapMatrices() =>
        Computed.Where(map => !IsIntoOutput(map)).Select(map => (map.Name, $"{Packed(map.Rows)} * {Packed(map.Columns)}"));

    public override IEnumerable<(string Name, string Entries)> ErrorMatrices()
    {
        foreach (MapPlan map in Statistics.Maps.Where(map => !IsIntoOutput(map)))
        {
            yield return (map.Name, $"{Packed(map.Rows)} * {Packed(map.Columns)}");
        }

        foreach (MapPlan map in Statistics.Maps)
        {
            foreach (TermPlan term in map.Terms.Where(term => term.Map is not null && IsMovedFirst(Statistics.Map(term.Map), map, term)))
            {
                yield return ($"Step_{map.Name}", $"{map.Rows} * {Packed(term.Inner)}");
            }
        }
    }

    public override List<string> Forward()
    {
        List<string> statements = [];
        foreach (MapPlan map in Computed)
        {
            statements.Add($"// {map.Name} = {SumOf(map)}    ({map.Rows} x {map.Columns}: {Counted(map)})");
            Place to = Values(map, "f");
            bool isFirst = true;
            foreach (TermPlan term in map.Terms.OrderBy(term => term.Map is not null))
            {
                if (term.Map is null)
                {
                    statements.Add($"MatrixPacking.{(isFirst ? "Copy" : "Add")}<{Scalar}>({Weight(term)}, {Packed(map.Columns)}, {to.Span}, {to.Stride}, {map.Rows}, {map.Columns}{(isFirst ? "" : ", 1")});");
                }
                else
                {
                    Place from = Values(Statistics.Map(term.Map), "f");
                    statements.Add($"MatrixProducts.{(isFirst ? "Set" : "Add")}<{Scalar}>({Weight(term)}, {Packed(term.Inner)}, {from.Span}, {from.Stride}, {to.Span}, {to.Stride}, {map.Rows}, {term.Inner}, {Packed(map.Columns)}{(isFirst ? "" : ", 1")});");
                }

                isFirst = false;
            }
        }

        return statements;
    }

    public override List<string> Backward()
    {
        List<string> statements = [];
        HashSet<string> reached = [.. MapsIntoOutputs];
        HashSet<string> moved = [];
        foreach (IGrouping<string, MapPlan> module in Statistics.Maps.GroupBy(map => map.Module).Reverse())
        {
            MapPlan[] maps = [.. module.Where(map => !moved.Contains(map.Name))];
            List<TermPlan> later = [];
            if (maps.Any(map => map.Terms.Any(term => term.Map is not null)))
            {
                statements.Add($"// back over the edges into {module.Key}: B_source = W_e^T B    ({Counted(maps)})");
            }

            foreach (MapPlan map in maps)
            {
                foreach (TermPlan term in map.Terms.Where(term => term.Map is not null))
                {
                    MapPlan source = Statistics.Map(term.Map!);
                    if (IsMovedFirst(source, map, term))
                    {
                        MoveFirst(statements, map, term, source);
                        moved.Add(source.Name);
                        later.Add(term);
                        continue;
                    }

                    bool isFirst = reached.Add(source.Name);
                    (Place error, Place back) = (Errors(map), Errors(source));
                    statements.Add($"MatrixProducts.{(isFirst ? "SetFromTransposed" : "AddFromTransposed")}<{Scalar}>({Weight(term)}, {Packed(term.Inner)}, {error.Span}, {error.Stride}, {back.Span}, {back.Stride}, {term.Inner}, {map.Rows}, {Packed(map.Columns)}{(isFirst ? "" : ", 1")});");
                }
            }

            if (maps.Length > 0)
            {
                statements.Add($"// the edges into {module.Key} move: {(maps.All(map => map.IsWeight) ? "W_e += eta B" : "W_e += eta B F_source^T")}    ({Counted(maps)})");
            }

            foreach (MapPlan map in maps)
            {
                Place error = Errors(map);
                foreach (TermPlan term in map.Terms)
                {
                    if (later.Contains(term))
                    {
                        statements.Add($"MatrixPacking.Add<{Scalar}>(b.Step_{map.Name}, {Packed(term.Inner)}, {Weight(term)}, {Packed(term.Inner)}, {map.Rows}, {term.Inner}, eta);");
                    }
                    else if (term.Map is null)
                    {
                        statements.Add($"MatrixPacking.Add<{Scalar}>({error.Span}, {error.Stride}, {Weight(term)}, {Packed(map.Columns)}, {map.Rows}, {map.Columns}, eta);");
                    }
                    else
                    {
                        Place source = Values(Statistics.Map(term.Map), "f");
                        statements.Add($"MatrixProducts.AddTransposed<{Scalar}>({error.Span}, {error.Stride}, {source.Span}, {source.Stride}, {Weight(term)}, {Packed(term.Inner)}, {map.Rows}, {map.Columns}, {Packed(term.Inner)}, eta);");
                    }
                }
            }
        }

        return statements;
    }

    /// <summary>
    /// The larger of two matrices in series should be read and written once: where the first is larger, it moves before the second, whose step
    /// is kept meanwhile. Only where nothing else reads the first.
    /// </summary>
    private bool IsMovedFirst(MapPlan source, MapPlan map, TermPlan term) =>
        source.IsWeight && !IsIntoOutput(source) && map.Terms.Count == 1 && (long)source.Rows * source.Columns > (long)map.Rows * term.Inner
        && Statistics.Maps.Sum(other => other.Terms.Count(one => one.Map == source.Name)) == 1
        && Statistics.Maps.Sum(other => other.Terms.Count(one => one.Weight == term.Weight)) == 1
        && Statistics.Maps.Sum(other => other.Terms.Count(one => one.Weight == source.Terms[0].Weight)) == 1;

    private void MoveFirst(List<string> statements, MapPlan map, TermPlan term, MapPlan source)
    {
        Place error = Errors(map);
        Place from = Values(source, "f");
        int inner = Packed(term.Inner);
        statements.Add($"global::System.Array.Clear(b.Step_{map.Name});");
        statements.Add($"MatrixProducts.AddTransposed<{Scalar}>({error.Span}, {error.Stride}, {from.Span}, {from.Stride}, b.Step_{map.Name}, {inner}, {map.Rows}, {map.Columns}, {inner}, 1);");
        statements.Add($"MatrixProducts.AddFromTransposed<{Scalar}>({Weight(term)}, {inner}, {error.Span}, {error.Stride}, {from.Span}, {from.Stride}, {term.Inner}, {map.Rows}, {Packed(map.Columns)}, eta);");
    }

    /// <summary>The values of a map: in the stack of its output, a weight matrix itself, or computed.</summary>
    private Place Values(MapPlan map, string owner) => IsIntoOutput(map)
        ? InStack(OutputOf(map), map.Name, owner)
        : owner == "f" && map.IsWeight
            ? new Place(Weight(map.Terms[0]), Packed(map.Columns))
            : new Place($"{owner}.{map.Name}", Packed(map.Columns));

    private Place Errors(MapPlan map) => Values(map, "b");
}
