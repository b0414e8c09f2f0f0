using GateDsl;
using Quickstart;

// The data: every object in every context, and the properties it has there.
ContextTask task = ContextTask.Create(contexts: 3, structure: ContextStructure.Different);
ThreeContexts.Dataset data = ThreeContexts.Dataset.Create(task.Items, task.Contexts, task.Targets);
TrainingOptions options = new() { Epochs = 8001, StepSize = 1e-3, RecordEvery = 500 };

Console.WriteLine("A gated deep linear network and the ReLU network it is meant to imitate learn the same 24 datapoints.");
Console.WriteLine();
Console.WriteLine(ThreeContexts.Description);

ThreeContexts network = new(Gaussian.WithSigma(5e-5), seed: 1);
TrainingLog gated = network.Train(data, options);

ThreeContexts.ReluTwin twin = new(Gaussian.WithSigma(2.5e-5), seed: 1);
TrainingLog relu = twin.Train(data, options);
LossTable.Print(gated, relu);
