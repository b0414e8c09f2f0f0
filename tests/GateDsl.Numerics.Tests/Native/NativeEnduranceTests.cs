using System.Runtime.InteropServices;
using GateDsl.CompilerServices;

namespace GateDsl.Numerics.Tests.Native;

/// <summary>Many calls, wrong ones and right ones: nothing is thrown, nothing is left.</summary>
[Collection("handles")]
public sealed class NativeEnduranceTests : IDisposable
{
    private readonly NativeCaller _c = new();
    private readonly NativeCases _cases = new(3, 17);

    public void Dispose() => _c.Dispose();

    private static NativeSurface Surface => NativeCaller.Surface;

    /// <summary>Any function, with any handle, text, number and null: a status comes back, and what lives stays as it was.</summary>
    [Fact]
    public void TenThousandRandomWrongCallsAreAllRefusedOrAnswered()
    {
        long[] live = [_cases.TraineeOf(_c), _cases.DeepOf(_c), _c.Network("Trainee", """{"sigma":0.1,"seed":1}"""),
            _c.Network("Deep", """{"sigma":0.1}"""), _c.Network("Trainee.ReluTwin", """{"sigma":0.1}""")];
        long log = _c.Train(live[2], live[0], """{"step_size":0.01,"epochs":2}""");
        double loss = _c.Number(room => Surface.FindLoss(live[2], live[0], 0, room));
        long freed = _c.Network("Deep", """{"sigma":0.1}""");
        NativeCaller.Ok(Surface.Free(freed));
        string[] texts =
        [
            "", "Trainee", "Deep", "Trainee.ReluTwin", "Properties", "Pairs[0]", "{}", """{"sigma":0.1}""", """{"sigma":"x"}""",
            """{"sigma":{"a":1}}""", """{"gain":-1}""", "[[[[", "null",
            """{"step_size":1e300,"epochs":3}""", """{"epochs":-1,"step_size":1}""", "{\"step_size\":1e-3,\"epochs\":2,\"snapshot_epochs\":[5]}",
            new string('x', 3000), "\u0001\uFFFD", "/no/where.npz", "a.txt",
        ];
        nint[] pointers = [0, .. texts.Select(_c.Text), _c.Text("""{"step_size":0.001,"epochs":2}""")];
        nint arrays = _c.Arrays(_c.Array("item", new int[4], 4), _c.Array("x", new double[4], 2, 2), new NativeCaller.Given(0, 0, 0, 3, 7));
        nint room = _c.Room(256);
        Random random = new(11);
        int refused = 0;
        for (int i = 0; i < 10_000; i++)
        {
            long Any() => random.Next(6) switch
            {
                0 => live[random.Next(live.Length)],
                1 => log,
                2 => freed,
                3 => random.NextInt64(long.MinValue, long.MaxValue),
                4 => live[random.Next(live.Length)] + random.Next(-3, 4),
                _ => 0,
            };
            nint Text() => pointers[random.Next(pointers.Length)];
            nint Out() => random.Next(4) == 0 ? 0 : room;
            int Int() => random.Next(4) switch { 0 => random.Next(-2, 3), 1 => int.MaxValue, 2 => int.MinValue, _ => 1 };
            int status = random.Next(24) switch
            {
                0 => Surface.GetJson(Any(), Out()),
                1 => Surface.GetArrays(Any(), Out(), Out()),
                2 => Surface.CreateDataset(Text(), random.Next(3) == 0 ? 0 : arrays, random.Next(-1, 4), Out()),
                3 => Surface.MakeTask(Text(), Out()),
                4 => Surface.ReportGates(Text(), Out()),
                5 => Surface.ReportDataGates(Any(), Out()),
                6 => Surface.CheckGates(arrays, random.Next(2) == 0 ? arrays : 0, Int(), 0, 0, Out()),
                7 => Surface.CreateNetwork(Text(), Text(), Out()),
                8 => Surface.Load(Text(), Text(), Out()),
                9 => Surface.Save(Any(), pointers[random.Next(12)]),
                10 => Surface.ShowWeights(Any(), Out()),
                11 => Surface.Step(Any() == live[2] ? live[3] : Any() is var h && h == live[2] ? 0 : h, Any(), random.NextDouble() * 1e-6, Int(), Out()),
                12 => Surface.FindLoss(Any(), Any(), Int(), Out()),
                13 => Surface.Predict(Any(), Any(), Out()),
                14 => Surface.FindGradient(Any(), Any(), Int(), Out()),
                15 => Surface.FindActivations(Any(), Any(), Text(), Out()),
                16 => Surface.FindGates(Any(), Any(), Int(), Out()),
                17 => Surface.FindFrozenGates(Any(), Any(), Int(), Out()),
                18 => Surface.TakeCensus(Any(), Any(), Int(), Out()),
                19 => Surface.RaceExpect(Text(), Any(), Text(), Out()),
                20 => Surface.RaceForTwin(Text(), Any(), Text(), Out()),
                21 => Surface.Integrate(Any(), Any(), Text(), 0, 0, 0, Out()),
                22 => Surface.FindBand(Any(), random.NextDouble() * 2, Out()),
                _ => Surface.SaveLog(Any(), pointers[random.Next(12)]),
            };
            Assert.InRange(status, 0, 9);
            Assert.NotEqual(9, status);
            if (status != 0)
            {
                refused++;
                Assert.NotEqual("", NativeCaller.Error);
            }
        }

        Assert.True(refused > 5_000);
        Assert.Equal(loss, _c.Number(found => Surface.FindLoss(live[2], live[0], 0, found)));
    }

    /// <summary>Places in the list are used again; a number that was freed stays refused when another network lives at its place.</summary>
    [Fact]
    public void AFreedNumberIsRefusedWhereItsPlaceIsTakenAgain()
    {
        (nint name, nint start, nint room) = (_c.Text("Deep"), _c.Text("""{"sigma":0}"""), _c.Room(8));
        long data = _cases.DeepOf(_c);
        HashSet<long> freed = [];
        HashSet<long> live = [];
        for (int i = 0; i < 3_000; i++)
        {
            NativeCaller.Ok(Surface.CreateNetwork(name, start, room));
            Assert.True(freed.Add(Marshal.ReadInt64(room)));
            NativeCaller.Ok(Surface.Free(Marshal.ReadInt64(room)));
        }

        for (int i = 0; i < 3_000; i++)
        {
            NativeCaller.Ok(Surface.CreateNetwork(name, start, room));
            Assert.True(live.Add(Marshal.ReadInt64(room)));
        }

        const long Place = (1 << 24) - 1;
        Assert.NotEmpty(freed.Select(handle => handle & Place).Intersect(live.Select(handle => handle & Place)));
        Assert.All(freed, handle => Assert.Equal(6, Surface.FindLoss(handle, data, 0, room)));
        Assert.All(live, handle => Assert.Equal(0, Surface.Free(handle)));
    }

    [Fact]
    public void NothingIsLeftOfTenThousandNetworks()
    {
        using NativeCaller c = new();
        long data = _cases.DeepOf(c);
        (nint name, nint start, nint options) = (c.Text("Deep"), c.Text("""{"sigma":0.1,"seed":1}"""), c.Text("""{"step_size":0.01,"epochs":2}"""));
        (nint network, nint log, nint weights) = (c.Room(8), c.Room(8), c.Room(8));
        long handles = Surface.CountHandles();
        long before = 0;
        for (int i = 0; i < 10_000; i++)
        {
            if (i == 2_000)
            {
                before = GC.GetTotalMemory(forceFullCollection: true);
            }

            NativeCaller.Ok(Surface.CreateNetwork(name, start, network));
            long made = Marshal.ReadInt64(network);
            NativeCaller.Ok(Surface.Train(made, data, 0, options, 0, 0, 0, log));
            NativeCaller.Ok(Surface.ShowWeights(made, weights));
            NativeCaller.Ok(Surface.Free(made));
            NativeCaller.Ok(Surface.Free(Marshal.ReadInt64(log)));
            NativeCaller.Ok(Surface.Free(Marshal.ReadInt64(weights)));
        }

        Assert.Equal(handles, Surface.CountHandles());
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, before + (1 << 20));
    }
}
