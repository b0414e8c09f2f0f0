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

        string read = Python("w = numpy.load(sys.argv[1]); print(sorted(w.files)); print(w['LowToHigh[1]'].dtype, w['LowToHigh[1]'].shape, repr(float(w['LowToHigh[1]'][2, 3])))", "w.npz");

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

        Assert.Equal("[0, 3, 6] 3 3 True\n", Python("w = numpy.load(sys.argv[1]); print(w['Epochs'].tolist(), len(w['Loss']), len(w['TestLoss']), w['Loss'][0] > w['Loss'][2])", "log.npz"));
        Assert.Equal("[0, 1, 2, 3] (4, 5)\n", Python("w = numpy.load(sys.argv[1]); print(w['Epochs'].tolist(), w['ModeStrengths/Pairs[0]'].shape[:1] + (5,))", "race.npz"));
    }

    private string At(string name) => Path.Combine(_folder, name);

    private string Python(string program, string file)
    {
        (int exitCode, string output) = NumpyFactAttribute.Run("import sys, numpy; " + program, At(file));
        Assert.True(exitCode == 0, output);
        return output;
    }
}
