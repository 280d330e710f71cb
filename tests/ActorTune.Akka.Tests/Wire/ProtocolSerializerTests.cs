using ActorTune.Akka.Cluster;
using ActorTune.Akka.Persistence;
using ActorTune.Akka.Wire;
using ActorTune.Objectives;
using ActorTune.Protocol;
using ActorTune.Studies;
using ActorTune.Trials;
using Akka.Actor;

namespace ActorTune.Akka.Tests.Wire;

public sealed class ProtocolSerializerTests : IAsyncLifetime
{
    private readonly AkkaSystem _system = AkkaSystem.Create("wire", TestSettings.Quiet);
    private AkkaActorHost _host = null!;
    private ProtocolSerializer _serializer = null!;
    private IReadOnlyList<object> _samples = null!;

    public static TheoryData<string> Types => [.. MessageTypes().Select(type => type.Name)];

    public Task InitializeAsync()
    {
        _host = new AkkaActorHost(_system);
        _serializer = new ProtocolSerializer((ExtendedActorSystem)_system);
        _samples = new WireSamples(_host).All;
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _system.Terminate();
        _system.Dispose();
    }

    // A member that one side forgets is missing in the second writing: no sample has a default.
    [Theory]
    [MemberData(nameof(Types))]
    public void EveryMessage_ReadsBackWhole(string type)
    {
        object message = _samples.Single(sample => sample.GetType().Name == type);

        byte[] bytes = _serializer.ToBinary(message);
        object back = _serializer.FromBinary(bytes, _serializer.Manifest(message));

        Assert.Equal(message.GetType(), back.GetType());
        Assert.Equal(bytes, _serializer.ToBinary(back));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryMessage_IsSentByOurSerializer(string type)
    {
        object message = _samples.Single(sample => sample.GetType().Name == type);

        Assert.IsType<ProtocolSerializer>(_system.Serialization.FindSerializerFor(message));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void AMessageThatIsCutShort_IsRefused(string type)
    {
        object message = _samples.Single(sample => sample.GetType().Name == type);
        byte[] bytes = _serializer.ToBinary(message);

        for (int length = 0; length < bytes.Length; length++)
        {
            byte[] cut = bytes[..length];
            Assert.ThrowsAny<Exception>(
                () => _serializer.FromBinary(cut, _serializer.Manifest(message)));
        }
    }

    [Fact]
    public void AReport_KeepsTheBitsOfItsNumbers()
    {
        double[] values = [0.1 + 0.2, double.NaN, double.NegativeInfinity, -0.0, double.Epsilon];
        var reported = new TrialReported(
            new StudyId("s"),
            default,
            1,
            new Resource(1),
            new MetricSet(["a", "b", "c", "d", "e"], values),
            null);

        var back = (TrialReported)_serializer.FromBinary(
            _serializer.ToBinary(reported), _serializer.Manifest(reported));

        Assert.Equal(
            values.Select(BitConverter.DoubleToInt64Bits),
            back.Metrics.Values.Select(BitConverter.DoubleToInt64Bits));
        Assert.Null(back.Checkpoint);
    }

    [Fact]
    public void WhatIsLongerThanItsForm_IsRefused()
    {
        byte[] bytes = [.. _serializer.ToBinary(new WorkerGone(new WorkerId("w"))), 0];

        Assert.Throws<InvalidDataException>(() => _serializer.FromBinary(bytes, "worker-gone/1"));
    }

    [Fact]
    public void AnUnknownManifest_IsRefusedByName()
    {
        var error = Assert.Throws<InvalidDataException>(
            () => _serializer.FromBinary([], "System.Diagnostics.Process"));

        Assert.Contains("System.Diagnostics.Process", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAddressOfAnotherHost_DoesNotTravel()
    {
        await using var elsewhere = new ChannelActorHost();
        IActorRef<ToWorker> worker = elsewhere.Spawn("worker", () => new Deaf());

        var error = Assert.Throws<ArgumentException>(() => _serializer.ToBinary(
            new WorkerJoined(new WorkerId("w"), worker, 1)));
        Assert.Contains("/worker", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Type> MessageTypes() =>
    [
        .. typeof(ToWorker).Assembly.GetExportedTypes().Where(type => type is
        {
            IsClass: true, IsAbstract: false
        }),
        typeof(CallForWorkers),
        typeof(WorkerEnlisted),
        typeof(StoredBatch),
        typeof(StudyNamed),
    ];

    private sealed class Deaf : Actor<ToWorker>
    {
        protected override void Receive(ToWorker message)
        {
        }
    }
}
