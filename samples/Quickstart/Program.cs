using GateDsl;
using Quickstart;

// The data: every object in every context, and the properties it has there. A row is a datapoint.
ContextTask task = ContextTask.Create(contexts: 3, structure: ContextStructure.Different);
ThreeContexts.Dataset data = ThreeContexts.Dataset.Create(task.Items, task.Contexts, task.Targets);
TrainingOptions options = new() { Epochs = 8001, StepSize = 1e-3, RecordEvery = 500 };

// One rule for both networks: initial weights are drawn from N(0, sigma^2), sigma = 0.005 / (units of a hidden layer).
double gatedSigma = 0.005 / 100;
double reluSigma = 0.005 / 200;

Console.WriteLine("A gated deep linear network and the ReLU network it is meant to imitate learn the same 24 datapoints.");
Console.WriteLine();
Console.WriteLine(ThreeContexts.Description);

// Predicted before any weight is drawn, from the data and sigma alone.
RaceLog predicted = ThreeContexts.Race.Expect(data, gatedSigma).Integrate(options.Epochs, options.StepSize);

TrainingLog gated = new ThreeContexts(Gaussian.WithSigma(gatedSigma), seed: 1).Train(data, options);
TrainingLog relu = new ThreeContexts.ReluTwin(Gaussian.WithSigma(reluSigma), seed: 1).Train(data, options);
LossTable.Print(gated, [.. gated.Epochs.Select(epoch => predicted.Loss[epoch])], relu);
