using System.Globalization;

namespace GateDsl.Numerics.Tests.Training;

/// <summary>numpy reads what is saved, and what numpy saves is loaded.</summary>
public sealed class NumpyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("numpy").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [NumpyFact]
    public void NumpyReadsSavedWeights()
    {
        Deep network = new(Gaussian.WithSigma(0.3), 5);
        network.Save(At("w.npz"));

        string read = Python(
            "w = numpy.load(sys.argv[1]); print(sorted(w.files)); print(w['LowToHigh[1]'].dtype, w['LowToHigh[1]'].shape, repr(float(w['LowToHigh[1]'][2, 3])))", "w.npz");

        Assert.Equal(
            "['HighToAnswer[0]', 'HighToAnswer[1]', 'LowToHigh[0]', 'LowToHigh[1]', 'StimulusToAnswer', 'StimulusToLow']\n"
            + $"float32 (4, 6) {((double)network.LowToHigh[1][2, 3]).ToString("R", CultureInfo.InvariantCulture)}\n", read);
    }

    [NumpyFact]
    public void WhatNumpySavesIsLoaded()
    {
        Deep network = new(Gaussian.WithSigma(0.3), 5);
        network.Save(At("w.npz"));

        // Compressed, in double precision, one array with its columns one after the other, one with its bytes the other way round.
        Python(
            "w = dict(numpy.load(sys.argv[1])); w['LowToHigh[1]'] = numpy.asfortranarray(w['LowToHigh[1]']); w['StimulusToLow'] = w['StimulusToLow'].astype('>f8'); "
            + "w['HighToAnswer[0]'] = w['HighToAnswer[0]'].astype('float64'); numpy.savez_compressed(sys.argv[1], **w)", "w.npz");
        Deep loaded = Deep.Load(At("w.npz"));

        for (int edge = 0; edge < network.Weights.Count; edge++)
        {
            Assert.True(System.Numerics.Tensors.Tensor.EqualsAll<float>(network.Weights[edge].Values, loaded.Weights[edge].Values), network.Weights[edge].Name);
        }
    }

    [NumpyFact]
    public void NumpyReadsLogs()
    {
        Trainee network = new(Gaussian.WithSigma(0.1), 5);
        Trainee.Dataset data = TrainingData.Of(12, 1);
        TrainingLog log = network.Train(data, new TrainingOptions { Epochs = 7, StepSize = 0.01, RecordEvery = 3 }, TrainingData.Of(5, 2));
        log.Save(At("log.npz"));
        Trainee.Race.Expect(data, 0.1).Integrate(4, 0.01).Save(At("race.npz"));

        Assert.Equal("[0, 3, 6] 3 3 True\n",
            Python("w = numpy.load(sys.argv[1]); print(w['Epochs'].tolist(), len(w['Loss']), len(w['TestLoss']), w['Loss'][0] > w['Loss'][2])", "log.npz"));
        Assert.Equal("[0, 1, 2, 3] (4, 5)\n",
            Python("w = numpy.load(sys.argv[1]); print(w['Epochs'].tolist(), w['ModeStrengths/Pairs[0]'].shape[:1] + (5,))", "race.npz"));
    }

    /// <summary>The page's own lines, on the snapshots of a training.</summary>
    [NumpyFact]
    public void DissimilaritiesOfThePageAreThoseOfTheLibrary()
    {
        Snapshot[] snapshots = SaveSnapshots();
        double[,] last = Representation.Rdm(snapshots[^1].HiddenKernel, RdmMetric.SquaredEuclidean);

        (int exitCode, string output) = NumpyFactAttribute.Run(
            $"import os, sys; os.chdir(sys.argv[1])\n{PythonOfThePage("HiddenKernel/")}\n"
            + "print(epochs, rdms.shape, rdms.dtype, log['TangentKernel/0'].shape, log['Predictions/Properties/7'].shape, repr(float(rdms[-1, 2, 5])), repr(float(log['Predictions/Properties/7'][3, 1])))",
            _folder);

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture,
                $"[0, 2, 7] (3, 12, 12) float64 (12, 12) (12, 5) {last[2, 5]:R} {snapshots[^1].Predictions["Properties"][3, 1]:R}"),
            output.TrimEnd());
    }

    [RsaToolboxFact]
    public void RsaToolboxComparesThemAsTheLibraryDoes()
    {
        Snapshot[] snapshots = SaveSnapshots();
        double[][,] rdms = [.. snapshots.Select(snapshot => Representation.Rdm(snapshot.HiddenKernel, RdmMetric.SquaredEuclidean))];

        (int exitCode, string output) = RsaToolboxFactAttribute.Run(
            $"import os, sys; os.chdir(sys.argv[1])\n{PythonOfThePage("HiddenKernel/")}\n{PythonOfThePage("rsatoolbox")}\n"
            + "print(*[repr(float(one)) for one in agreement[:, 0]])",
            _folder);

        Assert.True(exitCode == 0, output);
        double[] compared = [.. output.TrimEnd().Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        Assert.Equal([.. rdms.Select(rdm => Representation.Correlation(rdm, rdms[^1]))], compared, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    private Snapshot[] SaveSnapshots()
    {
        Trainee network = new(Gaussian.WithSigma(0.1), 5);
        TrainingLog log = network.Train(TrainingData.Of(12, 1), new TrainingOptions { Epochs = 7, StepSize = 0.01, SnapshotEpochs = [7, 0, 2] });
        log.Save(At("log.npz"));
        return [.. log.Snapshots];
    }

    private static string PythonOfThePage(string holds)
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GateDsl.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        string[] blocks = [.. File.ReadAllText(Path.Combine(folder, "docs", "saving.md")).Split("```python\n").Skip(1).Select(block => block.Split("```")[0])];
        return blocks.Single(block => block.Contains(holds, StringComparison.Ordinal));
    }

    private string At(string name) => Path.Combine(_folder, name);

    private string Python(string program, string file)
    {
        (int exitCode, string output) = NumpyFactAttribute.Run("import sys, numpy; " + program, At(file));
        Assert.True(exitCode == 0, output);
        return output;
    }
}
