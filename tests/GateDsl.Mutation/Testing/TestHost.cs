using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using GateDsl.Mutation.Mutating;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace GateDsl.Mutation.Testing;

/// <summary>
/// The process that runs tests, one at a time, for as many mutants as it is asked about. A kill counts only if its test passes afterwards, in the same
/// process, with the mutant off: this says so itself, or is asked for many kills at a time.
/// </summary>
internal sealed class TestHost
{
    /// <summary>How much longer than the processor the clock may take, on a machine that has other things to do.</summary>
    public const int WallClock = 20;

    private const int Beat = 50, LongMilliseconds = 400;

    private readonly string _left = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "reached")).FullName;
    private readonly int[] _on = [SwitchSource.Off];
    private readonly byte[] _reached;
    private readonly TextWriter _out;
    private readonly ITestFrameworkExecutor _executor;
    private readonly IReadOnlyList<ITestCase> _tests;

    private TestHost(string assembly, int mutants, TextWriter output)
    {
        _out = output;
        _reached = new byte[mutants];
        Environment.SetEnvironmentVariable(SwitchSource.Folder, _left);

        // Before anything of the assemblies is touched.
        AppDomain.CurrentDomain.SetData(SwitchSource.OnName, _on);
        AppDomain.CurrentDomain.SetData(SwitchSource.ReachedName, _reached);
        Assembly tests = Assembly.Load(new AssemblyName(Path.GetFileNameWithoutExtension(assembly)));
        XunitTestFramework framework = new(new Sink());
        _executor = framework.GetExecutor(tests.GetName());
        Sink found = new();
        framework.GetDiscoverer(Reflector.Wrap(tests)).Find(includeSourceInformation: false, found, new Options());
        found.Wait(TimeSpan.FromMinutes(5));
        _tests = found.Found;
    }

    public static void Run(string assembly, int mutants)
    {
        TextWriter output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        TextReader input = Console.In;
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        TestHost host = new(assembly, mutants, output);
        foreach (ITestCase test in host._tests)
        {
            host.Say($"test {test.UniqueID} {test.DisplayName.ReplaceLineEndings(" ").Replace('\t', ' ')}");
        }

        host.Say("ready");
        while (input.ReadLine() is { } line)
        {
            string[] words = line.Split(' ');
            if (words[0] == "cover")
            {
                host.Cover(Number(words[1]));
            }
            else
            {
                host.Try(words[0] == "run", Number(words[1]),
                    [.. words[2..].Select(word => word.Split(':')).Select(pair => (Number(pair[0]), Number(pair[1])))]);
            }
        }
    }

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);

    private void Say(string line) => _out.WriteLine(Protocol.Mark + line);

    /// <summary>
    /// Twice: what only the first run reaches is computed once for all tests, or is the start of a process. Long tests run once.
    /// </summary>
    private void Cover(int test)
    {
        Array.Clear(_reached);
        Stopwatch watch = Stopwatch.StartNew();
        Verdict verdict = RunTest(test, SwitchSource.Recording, int.MaxValue);
        byte[] once = Bits(_reached), always = once;
        if (verdict == Verdict.Survived && watch.ElapsedMilliseconds < LongMilliseconds)
        {
            Array.Clear(_reached);
            watch.Restart();
            verdict = RunTest(test, SwitchSource.Recording, int.MaxValue);
            always = Bits(_reached);
        }

        foreach (string file in Directory.GetFiles(_left))
        {
            always = Or(always, Bits(File.ReadAllBytes(file)[.._reached.Length]));
            File.Delete(file);
        }

        Say(string.Create(CultureInfo.InvariantCulture, $"covered {(verdict == Verdict.Survived ? "passed" : "failed")} {watch.ElapsedMilliseconds} "
            + $"{Convert.ToBase64String(always)} {Convert.ToBase64String([.. once.Zip(always, (first, second) => (byte)(first & ~second))])}"));
    }

    private void Try(bool isChecked, int mutant, (int Test, int Milliseconds)[] tests)
    {
        foreach ((int test, int milliseconds) in tests)
        {
            Say($"at {test}");
            Verdict verdict = RunTest(test, mutant, milliseconds);
            if (verdict != Verdict.Survived)
            {
                Say($"{(!isChecked || RunTest(test, SwitchSource.Off, milliseconds) == Verdict.Survived ? verdict : Verdict.Unsound)} {test}");
                return;
            }
        }

        Say($"{Verdict.Survived} -1");
    }

    /// <summary>
    /// A test that takes more than five times its time, and a second of the processor more, is late. The mutant is then switched off, which
    /// ends most loops.
    /// </summary>
    private Verdict RunTest(int test, int mutant, int milliseconds)
    {
        Environment.SetEnvironmentVariable(SwitchSource.Variable, mutant.ToString(CultureInfo.InvariantCulture));
        Volatile.Write(ref _on[0], mutant);
        TimeSpan begun = Process.GetCurrentProcess().TotalProcessorTime;
        long limit = milliseconds == int.MaxValue ? long.MaxValue / WallClock : (5L * milliseconds) + 1000;
        Stopwatch watch = Stopwatch.StartNew();
        Sink sink = new();
        Thread thread = new(() => _executor.RunTests([_tests[test]], sink, new Options())) { IsBackground = true };
        thread.Start();
        bool isLate = false;
        while (!sink.Wait(TimeSpan.FromMilliseconds(Beat)))
        {
            if (!isLate && (watch.ElapsedMilliseconds > WallClock * limit
                || (Process.GetCurrentProcess().TotalProcessorTime - begun).TotalMilliseconds > limit))
            {
                isLate = true;
                Volatile.Write(ref _on[0], SwitchSource.Off);
            }
        }

        Volatile.Write(ref _on[0], SwitchSource.Off);
        return isLate ? Verdict.Late : sink.Failed > 0 ? Verdict.Killed : Verdict.Survived;
    }

    private static byte[] Or(byte[] left, byte[] right) => [.. left.Zip(right, (one, other) => (byte)(one | other))];

    private static byte[] Bits(byte[] flags)
    {
        byte[] bits = new byte[(flags.Length + 7) / 8];
        for (int i = 0; i < flags.Length; i++)
        {
            bits[i / 8] |= (byte)(flags[i] << (i % 8));
        }

        return bits;
    }

    private sealed class Sink : Xunit.LongLivedMarshalByRefObject, IMessageSink
    {
        private readonly ManualResetEventSlim _finished = new();

        public List<ITestCase> Found { get; } = [];

        public int Failed { get; private set; }

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestCaseDiscoveryMessage discovery:
                    Found.Add(discovery.TestCase);
                    break;
                case ITestFailed or ITestCleanupFailure or ITestClassCleanupFailure or ITestAssemblyCleanupFailure or IErrorMessage:
                    Failed++;
                    break;
                case IDiscoveryCompleteMessage or ITestAssemblyFinished:
                    _finished.Set();
                    break;
            }

            return true;
        }

        public bool Wait(TimeSpan most) => _finished.Wait(most);
    }

    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private static readonly Dictionary<string, object> Values = new()
        {
            ["xunit.discovery.PreEnumerateTheories"] = true,
            ["xunit.discovery.SynchronousMessageReporting"] = true,
            ["xunit.execution.SynchronousMessageReporting"] = true,
            ["xunit.execution.DisableParallelization"] = true,
            ["xunit.execution.MaxParallelThreads"] = 1,
        };

        public TValue GetValue<TValue>(string name) => Values.TryGetValue(name, out object? value) ? (TValue)value : default!;

        public void SetValue<TValue>(string name, TValue value)
        {
        }
    }
}
