using ActorTune.TestKit.Actors;

namespace ActorTune.Actors.Tests;

/// <summary>Both hosts keep the contract that the test kit states.</summary>
public sealed class ActorHostContractTests
{
    private const int SeedCount = 50;

    public static TheoryData<string> Cases => [.. ActorHostSpec.CaseNames];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task The_channel_host_keeps(string caseName) =>
        ActorHostSpec.RunAsync(caseName, () => new ChannelHostHarness());

    [Theory]
    [MemberData(nameof(Cases))]
    public Task The_channel_host_keeps_with_batches_of_one(string caseName) =>
        ActorHostSpec.RunAsync(caseName, () => new ChannelHostHarness(throughput: 1));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_simulated_host_keeps_under_many_seeds(string caseName)
    {
        for (var seed = 0UL; seed < SeedCount; seed++)
        {
            await ActorHostSpec.RunAsync(caseName, () => new SimulatedHostHarness(seed));
        }
    }

    [Fact]
    public async Task RunAsync_UnknownCase_NamesIt()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => ActorHostSpec.RunAsync("no such case", () => new ChannelHostHarness()));
        Assert.Contains("no such case", error.Message, StringComparison.Ordinal);
    }
}
