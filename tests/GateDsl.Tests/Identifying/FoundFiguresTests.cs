using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace GateDsl.Tests.Identifying;

/// <summary>
/// Every figure of what is found in random recordings, computed once more from its definition: from gates, strengths and the centroids that are said.
/// </summary>
public sealed class FoundFiguresTests
{
    private const double Sigma = 1e-3;
    private const double StepSize = 1e-3;

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(30)]
    [InlineData(40)]
    [InlineData(50)]
    public void AreThoseOfTheirDefinitions(int first)
    {
        int compared = 0;
        for (int seed = first; seed < first + 10; seed++)
        {
            Random random = new(seed);
            RandomRecordings recorded = RandomRecordings.Of(random, flipped: 0.12 * random.NextDouble(), hasTargets: seed % 3 > 0);
            IdentificationOptions options = Options(random, recorded);
            if (random.Next(2) == 0)
            {
                options = options with { Modules = Math.Min(Different(recorded), random.Next(1, 4)) };
            }

            IdentificationResult found = Identification.Of(recorded.Kept, recorded.Task.Data, options);
            AssertCandidates(recorded, found);
            Assert.Equal(Math.Min(Different(recorded), Math.Max(options.MostModules, options.Modules ?? 1)), found.Candidates.Count);
            AssertElbow(found, options);
            compared += HaveFigures(recorded, found) ? 1 : 0;
            AssertDoubts(recorded, found);
            if (found.ErrorKind == IdentificationError.Losses)
            {
                double[] losses = found.PredictLoss(Sigma, StepSize, options.Training!.Losses.Count);
                Assert.Equal(found.Candidates[found.Elbow.Clusters - 1].LossRms, Agreement.Between([.. options.Training.Losses], losses).Rms, 1e-12);
            }
        }

        Assert.InRange(compared, 9, 10);
    }

    private static IdentificationOptions Options(Random random, RandomRecordings recorded)
    {
        IdentificationOptions options = new() { Starts = 3, Repetitions = 3, MostModules = random.Next(1, 6), Seed = (ulong)random.Next(9) };
        if (!recorded.Task.Data.HasTargets)
        {
            return options;
        }

        double start = 0.5 * recorded.Task.Data.TargetValues!.Sum(target => target * target);
        double rate = 0.1 * random.NextDouble();
        return options with { Training = new([.. Enumerable.Range(0, 30).Select(epoch => start * Math.Exp(-rate * epoch))], Sigma, StepSize) };
    }

    private static void AssertCandidates(RandomRecordings recorded, IdentificationResult found)
    {
        IdentificationData data = recorded.Task.Data;
        List<(bool[] Gate, double Weight)> rows = [.. Rows(recorded).Where(row => row.Gate.Contains(true)).Select(row => (row.Gate, row.Weight))];
        bool isByWeight = true;
        bool isByCount = true;
        for (int k = 1; k <= found.Candidates.Count; k++)
        {
            ModuleCandidate candidate = found.Candidates[k - 1];
            Assert.Equal(k, candidate.Clusters);
            Assert.Equal(k, candidate.Centroids.Count);
            Assert.Equal(
                candidate.Centroids.Select(centroid => Bits(Rounded(centroid, data))).Where(bits => bits.Contains('1', StringComparison.Ordinal))
                    .Distinct().Order(StringComparer.Ordinal),
                candidate.Gates.Select(Bits).Order(StringComparer.Ordinal));
            double[] nearest = [.. rows.Select(row => candidate.Centroids.Min(centroid => Squared(row.Gate, centroid)))];
            isByWeight &= Math.Abs(
                (rows.Zip(nearest, (row, square) => row.Weight * square).Sum() / rows.Sum(row => row.Weight) / data.Count) - candidate.GateSpread) < 1e-9;
            isByCount &= Math.Abs((nearest.Average() / data.Count) - candidate.GateSpread) < 1e-9;
            double residual = data.HasTargets ? RidgeResidual(recorded.Task, candidate.Gates) : double.NaN;
            Assert.Equal(residual, candidate.TargetResidual, 1e-5);
            Assert.Equal(data.HasTargets ? IdentificationError.Losses : IdentificationError.Gates, found.ErrorKind);
            Assert.Equal(data.HasTargets ? Math.Sqrt(candidate.LossRms * residual) : candidate.GateSpread, candidate.Error, 1e-5);
        }

        Assert.True(found.Elbow.IsGiven ? isByWeight || isByCount : found.Elbow.Rule.Contains("plain", StringComparison.Ordinal) ? isByCount : isByWeight,
            "spread");
        foreach (ModuleCandidate candidate in found.Candidates)
        {
            AssertByFallingWeight(rows, candidate, isByWeight);
        }
    }

    // Where no row is as near to two centroids.
    private static void AssertByFallingWeight(List<(bool[] Gate, double Weight)> rows, ModuleCandidate candidate, bool isByWeight)
    {
        double[] weights = new double[candidate.Clusters];
        foreach ((bool[] gate, double weight) in rows)
        {
            double[] squares = [.. candidate.Centroids.Select(centroid => Squared(gate, centroid))];
            if (squares.Count(square => square < squares.Min() + 1e-9) > 1)
            {
                return;
            }

            weights[Array.IndexOf(squares, squares.Min())] += isByWeight ? weight : 1;
        }

        Assert.All(weights.Skip(1).Zip(weights), pair => Assert.True(pair.First <= pair.Second + 1e-9));
    }

    // The smallest k from which no further module pays, by either error; or clusters are plain, and each centroid's entries are near 0 or 1.
    private static void AssertElbow(IdentificationResult found, IdentificationOptions options)
    {
        Assert.Equal(options.Modules is not null, found.Elbow.IsGiven);
        Assert.Equal(options.Modules ?? found.Elbow.Clusters, found.Elbow.Clusters);
        if (found.Elbow.IsGiven)
        {
            return;
        }

        if (found.Elbow.Rule.Contains("plain", StringComparison.Ordinal))
        {
            Assert.All(found.Candidates[found.Elbow.Clusters - 1].Centroids,
                centroid => Assert.All(centroid, entry => Assert.InRange(Math.Min(entry, 1 - entry), 0, 0.12 + (3 * Math.Sqrt(0.12 * 0.88)))));
            return;
        }

        bool hasTargets = found.ErrorKind != IdentificationError.Gates;
        Assert.Equal(hasTargets, found.Elbow.Rule.Contains("nor the spread of the gates", StringComparison.Ordinal));
        double[] errors = [.. found.Candidates.Select(candidate => candidate.Error)];
        double[] spreads = [.. found.Candidates.Select(candidate => candidate.GateSpread)];
        int expected = Enumerable.Range(0, errors.Length)
            .First(i => Clear(errors, i, hasTargets ? 0.8 : 0.9) >= 0 && (!hasTargets || Clear(spreads, i, 0.85) >= 0));
        Assert.Equal(expected + 1, found.Elbow.Clusters);
        double margin = Distance(expected);
        for (int i = 0; i < expected; i++)
        {
            margin = Math.Min(margin, -Distance(i));
        }

        Assert.Equal(margin, found.Elbow.Margin, 1e-9);

        double Distance(int i) => Math.Min(Clear(errors, i, hasTargets ? 0.8 : 0.9), hasTargets ? Clear(spreads, i, 0.85) : 1);

        static double Clear(double[] errors, int at, double threshold) => Enumerable.Range(at + 1, errors.Length - at - 1)
            .Select(later => Math.Pow(Math.Max(errors[later], 1e-3) / Math.Max(errors[at], 1e-3), 1.0 / (later - at)))
            .Where(factor => !double.IsNaN(factor)).Append(1).Min() - threshold;
    }

    // False where a unit is as near to two centroids of different gates.
    private static bool HaveFigures(RandomRecordings recorded, IdentificationResult found)
    {
        IdentificationData data = recorded.Task.Data;
        IReadOnlyList<IReadOnlyList<double>> centroids = found.Candidates[found.Elbow.Clusters - 1].Centroids;
        string[] gates = [.. centroids.Select(centroid => Bits(Rounded(centroid, data)))];
        List<(int Recording, string Module, bool[] Gate, double Weight)> rows = [];
        foreach ((int recording, bool[] gate, double weight) in Rows(recorded))
        {
            int[] order = [.. Enumerable.Range(0, gates.Length).OrderBy(c => Squared(gate, centroids[c]))];
            if (order.Any(c => gates[c] != gates[order[0]] && Squared(gate, centroids[c]) - Squared(gate, centroids[order[0]]) < 1e-9))
            {
                return false;
            }

            rows.Add((recording, gate.Contains(true) ? gates[order[0]] : "", gate, weight));
        }

        int live = rows.Count(row => row.Module.Length > 0);
        Assert.Equal((recorded.Units, recorded.Gates.Length, rows.Count), (found.Units, found.Recordings, found.Rows));
        Assert.Equal(rows.Count - live, found.DeadRows);
        Assert.Equal(rows.Count(row => !row.Gate.Contains(false)), found.AlwaysOnRows);
        Assert.Equal(gates.Where(gate => gate.Contains('1', StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal),
            found.Modules.Select(module => Bits(module.Gate)).Order(StringComparer.Ordinal));
        double wrong = 0;
        foreach (IdentifiedModule module in found.Modules)
        {
            (int Recording, string Module, bool[] Gate, double Weight)[] own = [.. rows.Where(row => row.Module == Bits(module.Gate))];
            double weight = own.Sum(row => row.Weight);
            for (int recording = 0; recording < recorded.Gates.Length; recording++)
            {
                Assert.Equal(own.Where(row => row.Recording == recording).Sum(row => row.Weight), module.ShareByRecording[recording], 1e-9);
            }

            Assert.Equal(weight / recorded.Gates.Length, module.Share, 1e-9);
            Assert.Equal((double)own.Length / live, module.UnitShare, 1e-9);
            for (int n = 0; n < data.Count && weight > 0; n++)
            {
                Assert.Equal(own.Sum(row => row.Gate[n] ? row.Weight : 0) / weight, module.Centroid[n], 1e-9);
            }

            Assert.Equal(module.Centroid.Select((entry, n) => Math.Abs(entry - (module.Gate[n] ? 1 : 0))).Average(), module.RoundingResidual, 1e-9);
            wrong += own.Sum(row => row.Weight * row.Gate.Where((open, n) => open != module.Gate[n]).Count() / data.Count);
            Assert.InRange(module.Stability, found.Stability, 1);
        }

        double held = rows.Where(row => found.Modules.Any(module => Bits(module.Gate) == row.Module)).Sum(row => row.Weight);
        Assert.Equal(held > 0 ? wrong / held : 1, found.Residual, 1e-9);
        Assert.Equal(found.Modules.OrderBy(module => module.Gate.Contains(false)).ThenByDescending(module => module.Share), found.Modules);
        AssertNumbers(found, data);
        double lost = 1 - (held / rows.Where(row => row.Module.Length > 0).Sum(row => row.Weight));
        AssertSaid(found, lost > 0.25, $"Units that hold {lost:0%} of the path strength are in no module.");
        return true;
    }

    // Where gates come with the data they are columns in the order of the modules, but for the one that is always on.
    private static void AssertNumbers(IdentificationResult found, IdentificationData data)
    {
        IdentifiedModule[] numbered = data.GatesComeWithData ? [.. found.Modules.Where(module => module.Gate.Contains(false))] : [];
        Assert.Equal(numbered.Length, found.GateNumbers?.GetLength(1) ?? 0);
        for (int gate = 0; gate < numbered.Length; gate++)
        {
            Assert.Equal(numbered[gate].Gate, Enumerable.Range(0, data.Count).Select(n => found.GateNumbers![n, gate]));
            Assert.StartsWith(string.Create(
                CultureInfo.InvariantCulture, $"gate {gate} of the data, open at {numbered[gate].Gate.Count(open => open)} of {data.Count} "),
                    numbered[gate].Description, StringComparison.Ordinal);
        }
    }

    private static void AssertDoubts(RandomRecordings recorded, IdentificationResult found)
    {
        double rms = found.Candidates[found.Elbow.Clusters - 1].LossRms;
        AssertSaid(found, found.Residual > 0.25, $"{found.Residual:0%} of the gate bits differ from their module's gate");
        AssertSaid(found, found.Stability < 0.5, $"Other starts or samples of the units find exactly these gates in {found.Stability:0%} of the cases only.");
        AssertSaid(found, found.Elbow.Margin < 0.02, $"The elbow is not clear: a factor is within {found.Elbow.Margin:0.000} of its threshold.");
        AssertSaid(found, !found.Elbow.IsGiven && found.Candidates.Count > 1 && found.Elbow.Clusters == found.Candidates.Count,
            $"There is no elbow up to k = {found.Candidates.Count}: further modules may pay.");
        AssertSaid(found, rms is > 0.03 and <= 0.2, $"The losses of these modules differ from the network's by rms {rms:0.000} of the first loss");
        AssertSaid(found, rms > 0.2, $"The losses of these modules differ from those given by rms {rms:0.000} of the first loss, as those of another training");
        double left = recorded.Task.Data.HasTargets
            ? new GateDsl.Identifying.TargetFit(recorded.Task.Data)
                .AgainstNoise([.. found.Candidates[found.Elbow.Clusters - 1].Gates.Select(gate => gate.ToArray())])
            : double.NaN;
        AssertSaid(found, left > 0.85,
            $"The targets have no structure that these gates catch: they leave {left:0%} of what they would leave of random targets.");
        Assert.Equal(found.Doubts.Count == 0, found.WellExplained);
        Assert.Equal(found.Doubts.Count, found.Doubts.Distinct().Count());
        Assert.Equal(found.Modules.Count, found.Modules.Select(module => module.Name).Distinct().Count());
        Assert.All(recorded.Task.Data.Inputs,
            input => Assert.DoesNotContain(found.Modules, module => module.Name == input.Name || module.Name == input.IndexName));
    }

    private static void AssertSaid(IdentificationResult found, bool isSo, FormattableString said)
    {
        string text = said.ToString(CultureInfo.InvariantCulture);
        Assert.True(found.Doubts.Any(doubt => doubt.StartsWith(text, StringComparison.Ordinal)) == isSo, $"{isSo}: {text}\n{string.Join("\n", found.Doubts)}");
    }

    // A row weighs its share of its recording; where there is no strength at all, units count the same.
    private static IEnumerable<(int Recording, bool[] Gate, double Weight)> Rows(RandomRecordings recorded)
    {
        for (int recording = 0; recording < recorded.Gates.Length; recording++)
        {
            double total = recorded.Strengths[recording].Sum();
            for (int unit = 0; unit < recorded.Units; unit++)
            {
                yield return (recording, recorded.GateOf(recording, unit), total > 0 ? recorded.Strengths[recording][unit] / total : 1.0 / recorded.Units);
            }
        }
    }

    // On above a half; entries within a tenth of it follow one input, the last first, if it alone gives all others.
    private static bool[] Rounded(IReadOnlyList<double> centroid, IdentificationData data)
    {
        for (int i = data.Inputs.Count - 1; i >= 0 && data.Inputs.Count > 1; i--)
        {
            int[] value = data.Inputs[i].Index;
            bool[] alone = [.. value.Select(v => centroid.Where((_, n) => value[n] == v).Average() > 0.5)];
            if (alone.Zip(centroid).All(pair => Math.Abs(pair.Second - 0.5) < 0.1 || pair.First == pair.Second > 0.5))
            {
                return alone;
            }
        }

        return [.. centroid.Select(entry => entry > 0.5)];
    }

    private static double RidgeResidual(RandomTask task, IReadOnlyList<IReadOnlyList<bool>> gates)
    {
        int count = task.Rows.Length;
        double ridge = 0.1 * task.Rows.Sum(row => row.Sum(x => x * x)) / task.Rows[0].Length;
        Matrix<double> kernel = Matrix<double>.Build.Dense(count, count, (i, j) =>
            (gates.Count(gate => gate[i] && gate[j]) * task.Rows[i].Zip(task.Rows[j], (x, y) => x * y).Sum()) + (i == j ? ridge : 0));
        Matrix<double> targets =
            Matrix<double>.Build.Dense(count, task.Data.TargetWidth, (n, output) => task.Data.TargetValues![(n * task.Data.TargetWidth) + output]);
        return ridge * kernel.Solve(targets).FrobeniusNorm() / targets.FrobeniusNorm();
    }

    private static double Squared(bool[] gate, IReadOnlyList<double> centroid) =>
        gate.Zip(centroid, (open, entry) => ((open ? 1 : 0) - entry) * ((open ? 1 : 0) - entry)).Sum();

    private static int Different(RandomRecordings recorded) =>
        Rows(recorded).Select(row => Bits(row.Gate)).Where(bits => bits.Contains('1', StringComparison.Ordinal)).Distinct().Count();

    private static string Bits(IReadOnlyList<bool> gate) => string.Concat(gate.Select(on => on ? '1' : '0'));
}
