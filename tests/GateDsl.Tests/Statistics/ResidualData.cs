using System.Numerics;
using GateDsl.CompilerServices;

namespace GateDsl.Tests;

/// <summary>
/// An output that six inputs lead to: a dense one thrice, under another gate and times one factor or the other, a one-hot one times a factor beside
/// them, and two dense ones that meet no other, of which the last has one number at a time.
/// </summary>
internal sealed class ResidualData
{
    private const int Units = 3;

    private readonly double[] _y;
    private readonly double[] _first, _second, _third;
    private readonly int[] _index;
    private readonly double[][] _factors;

    public ResidualData(int datapoints)
    {
        Datapoints = datapoints;
        Random random = new(datapoints);
        _y = Numbers(Units * datapoints);
        _first = Numbers(3 * datapoints);
        _second = Numbers(5 * datapoints);
        _third = [.. Numbers(2 * datapoints).Select((value, i) => i % 2 == i / 2 % 5 % 2 ? value : 0)];
        _index = [.. Enumerable.Range(0, datapoints).Select(_ => random.Next(4))];
        _factors = [Numbers(datapoints), Numbers(datapoints), Numbers(datapoints)];

        // Numbers of 24 bits are the same in single precision.
        double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.Next(1 << 12) - 2048) / 1024.0)];
    }

    public int Datapoints { get; }

    public string[] Names { get; } = ["First", "First", "Index", "Second", "Third", "First"];

    public double[][] Maps()
    {
        Random random = new(5);
        return [.. new[] { 3, 3, 4, 5, 2, 3 }.Select(
            width => Enumerable.Range(0, Units * width).Select(_ => (random.Next(1 << 12) - 2048) / 1024.0).ToArray())];
    }

    public ResidualFactor<T> Factor<T>(ICorrelationSource<T> source)
        where T : struct, INumber<T> => Residual(new CorrelationGatherer<T, T>(source));

    public ResidualFactor<T> Residual<T>(CorrelationGatherer<T, T> gatherer)
        where T : struct, INumber<T> => gatherer.Residual("Output", Cast<T>(_y), Units, Rows(-1), [.. Inputs(gatherer)]);

    /// <summary>One feature for each input, the same where the same is read.</summary>
    public Feature<T> Feature<T>(CorrelationGatherer<T, T> gatherer, int p)
        where T : struct, INumber<T> => Inputs(gatherer)[p].Feature;

    /// <summary>What is summed up over a part of the datapoints alone.</summary>
    public StatisticSums Record(int first, int end)
    {
        RecordedCorrelations<double> recorded = new();
        RowSet part = new(Datapoints, 64, n => n >= first && n < end);
        EffectiveInput<double>[] inputs = [.. Inputs(new CorrelationGatherer<double, double>(recorded))
            .Select(input => input with { On = RowSet.Intersect(input.On, part) })];
        recorded.Output("Output", _y, Units, RowSet.Intersect(Rows(-1), part), inputs);
        return recorded.Sums;
    }

    /// <summary>Half the squares of y - sum of F x over the datapoints where the output is on, and the sums of what is left times x.</summary>
    public (double Loss, double[][] Errors) Direct(double[][] maps)
    {
        double loss = 0;
        double[][] errors = [.. maps.Select(map => new double[map.Length])];
        for (int n = 0; n < Datapoints; n++)
        {
            if (!IsOn(-1, n))
            {
                continue;
            }

            double[][] x = [.. maps.Select((map, p) => IsOn(p, n) ? Vector(p, n) : new double[map.Length / Units])];
            for (int i = 0; i < Units; i++)
            {
                double r = _y[(n * Units) + i] - x.Select((vector, p) => vector.Select((value, j) => maps[p][(i * vector.Length) + j] * value).Sum()).Sum();
                loss += r * r / 2;
                for (int p = 0; p < x.Length; p++)
                {
                    for (int j = 0; j < x[p].Length; j++)
                    {
                        errors[p][(i * x[p].Length) + j] += r * x[p][j];
                    }
                }
            }
        }

        return (loss, errors);
    }

    private static bool IsOn(int p, int n) => n % 7 != 6 && p switch
    {
        0 or 2 => n % 3 != 0,
        1 or 5 => n % 3 != 0 && n % 4 == 1,
        3 => n % 3 == 0 && n % 4 != 1,
        4 => n % 3 == 0 && n % 4 == 1,
        _ => true,
    };

    private double[] Vector(int p, int n) => p switch
    {
        0 => _first[(3 * n)..((3 * n) + 3)],
        1 => [.. _first[(3 * n)..((3 * n) + 3)].Select(value => value * _factors[0][n] * _factors[1][n])],
        5 => [.. _first[(3 * n)..((3 * n) + 3)].Select(value => value * _factors[1][n] * _factors[2][n])],
        2 => [.. Enumerable.Range(0, 4).Select(i => i == _index[n] ? _factors[2][n] : 0)],
        3 => _second[(5 * n)..((5 * n) + 5)],
        _ => _third[(2 * n)..((2 * n) + 2)],
    };

    private RowSet Rows(int p) => new(Datapoints, 64, n => IsOn(p, n));

    private EffectiveInput<T>[] Inputs<T>(CorrelationGatherer<T, T> gatherer)
        where T : struct, INumber<T>
    {
        Feature<T> first = Kept(gatherer, "First", () => gatherer.Dense("First", Cast<T>(_first), 3));
        return
        [
            new(first, Rows(0), "G0"),
            gatherer.Multiplied(first, Rows(1), "G1", Cast<T>(_factors[0]), Cast<T>(_factors[1])),
            gatherer.Multiplied(Kept(gatherer, "Index", () => gatherer.OneHot("Index", _index, 4)), Rows(2), "G2", Cast<T>(_factors[2])),
            new(Kept(gatherer, "Second", () => gatherer.Dense("Second", Cast<T>(_second), 5)), Rows(3), "G3"),
            new(Kept(gatherer, "Third", () => gatherer.Dense("Third", Cast<T>(_third), 2)), Rows(4), "G4"),
            gatherer.Multiplied(first, Rows(1), "G5", Cast<T>(_factors[1]), Cast<T>(_factors[2])),
        ];
    }

    private readonly Dictionary<(object Gatherer, string Name), object> _kept = [];

    private Feature<T> Kept<T>(CorrelationGatherer<T, T> gatherer, string name, Func<Feature<T>> make)
        where T : struct, INumber<T>
    {
        if (!_kept.TryGetValue((gatherer, name), out object? feature))
        {
            _kept.Add((gatherer, name), feature = make());
        }

        return (Feature<T>)feature;
    }

    private static T[] Cast<T>(double[] values)
        where T : struct, INumber<T> => Array.ConvertAll(values, T.CreateTruncating);
}
