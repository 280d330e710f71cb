using ActorTune.TestKit.Actors;

namespace ActorTune.Akka.Tests;

/// <summary>The host on Akka.NET keeps the contract that the built-in hosts keep.</summary>
public sealed class ActorHostContractTests
{
    public static TheoryData<string> Cases => [.. ActorHostSpec.CaseNames];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task The_host_on_Akka_keeps(string caseName) =>
        ActorHostSpec.RunAsync(caseName, () => new AkkaHostHarness());
}
