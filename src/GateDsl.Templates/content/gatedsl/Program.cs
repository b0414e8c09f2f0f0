using System.Globalization;
using GateDsl;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Initial weights are drawn from N(0, Sigma^2), so small that the network has to find its pathways by itself.
const double Sigma = 5e-5;
const double StepSize = 1e-3;
const int Epochs = 8001;

// The data: every object in every context, and the 60 properties it has there. A row is a datapoint.
ContextTask task = ContextTask.Create(contexts: 3, structure: ContextStructure.Different);
ThreeContexts.Dataset data = ThreeContexts.Dataset.Create(task.Items, task.Contexts, task.Targets);

Console.WriteLine("The network:");
Console.WriteLine(ThreeContexts.Description);

// The prediction comes first: it knows the data and Sigma, and no weight.
RaceLog predicted = ThreeContexts.Race.Expect(data, Sigma).Integrate(Epochs, StepSize);

// Then the training, by plain gradient descent on all datapoints at once.
ThreeContexts network = new(Gaussian.WithSigma(Sigma), seed: 1);
TrainingLog trained = network.Train(data, new TrainingOptions { Epochs = Epochs, StepSize = StepSize });

Console.WriteLine("The loss, half the sum of squared errors, while it trains and as it was predicted:");
Console.WriteLine($"{"epoch",6}  {"trained",8}  {"predicted",9}");
for (int epoch = 0; epoch < Epochs; epoch += 1000)
{
    Console.WriteLine($"{epoch,6}  {trained.Loss[epoch],8:F3}  {predicted.Loss[epoch],9:F3}");
}

Agreement agreement = Agreement.Between(trained.Loss, predicted.Loss);
Console.WriteLine($"The curves differ by {agreement.Rms:P1} of the first loss on average (root mean square). Nothing was fitted.");
Console.WriteLine();

// What the trained network says: a row of 60 properties for each datapoint.
double[] answers = new double[task.Count * task.TargetWidth];
network.Predict(data, answers);
double worst = 0;
for (int i = 0; i < answers.Length; i++)
{
    worst = Math.Max(worst, Math.Abs(answers[i] - task.Targets[i]));
}

Console.WriteLine($"Trained, the network is wrong by at most {worst:F3} about any of the 60 properties of any of the {task.Count} datapoints.");

LossFigure.Write(
    "loss.svg",
    "Three contexts: a training and its prediction",
    new LossCurve("trained", trained.Loss, "#1f5fa8", IsDashed: false),
    new LossCurve("predicted before training", predicted.Loss, "#d9480f", IsDashed: true));
Console.WriteLine($"Both curves are drawn in {Path.GetFullPath("loss.svg")}; a browser shows it.");
