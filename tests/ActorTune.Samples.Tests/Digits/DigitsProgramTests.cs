using ActorTune.Objectives;
using ActorTune.Programs;
using ActorTune.Programs.Binding;
using ActorTune.Randomness;
using ActorTune.Samples.Digits;
using ActorTune.Spaces;
using ActorTune.Spaces.Annotations;
using ActorTune.Studies;
using ActorTune.Studies.Effects;
using ActorTune.Trials;

namespace ActorTune.Samples.Tests.Digits;

public sealed class DigitsProgramTests
{
    [Fact]
    public void Every_configuration_of_the_search_space_binds_to_the_options()
    {
        SearchSpace space = SearchSpace.From<DigitsOptions>();
        for (int i = 0; i < 100; i++)
        {
            Configuration drawn = space.Draw(RandomStream.For(1, StreamName.Sampler, i, 0));

            DigitsOptions options = drawn.Bind<DigitsOptions>();

            Assert.Equal(drawn["units"].AsInt64(), options.Units);
            Assert.NotEqual(drawn.Contains("momentum"), drawn.Contains("beta2"));
        }

        Assert.Equal(new DigitsOptions(), space.Defaults()!.Bind<DigitsOptions>());
    }

    [Fact]
    public async Task A_trial_that_is_paused_and_promoted_reports_what_it_would_have_anyway()
    {
        using var folder = new TemporaryFolder();
        var straight = new KeepingChannel(pauseAt: 4);
        await RunAsync(Assignment(folder.Of("1"), null, until: 4), straight);
        var first = new KeepingChannel(pauseAt: 2);
        await RunAsync(Assignment(folder.Of("2"), null, until: 2), first);
        var second = new KeepingChannel(pauseAt: 4);
        var resume = new TrialResume(new Resource(2), first.Checkpoint!);
        await RunAsync(Assignment(folder.Of("3"), resume, until: 4), second);

        Assert.Equal(straight.Metrics, [.. first.Metrics, .. second.Metrics]);
        Assert.Equal(
            ["validation-accuracy", "validation-loss", "train-loss", "test-accuracy"],
            first.Metrics[0].Names);
    }

    [Fact]
    public async Task A_training_that_blows_up_reports_that_it_diverged()
    {
        using var folder = new TemporaryFolder();
        var channel = new KeepingChannel(pauseAt: 5);
        TrialAssignment assignment = Assignment(folder.Path, null, until: 5) with
        {
            Configuration = Of(
                ("learning-rate", ParameterValue.Of(1.0)),
                ("momentum", ParameterValue.Of(0.99)),
                ("weight-decay", ParameterValue.Of(1000.0))),
        };

        await RunAsync(assignment, channel);

        Assert.Equal(double.NaN, channel.Metrics[^1].Values[0]);
    }

    [Fact]
    public async Task A_checkpoint_of_another_epoch_is_refused()
    {
        using var folder = new TemporaryFolder();
        var first = new KeepingChannel(pauseAt: 1);
        await RunAsync(Assignment(folder.Of("1"), null, until: 1), first);
        var resume = new TrialResume(new Resource(2), first.Checkpoint!);

        var error = await Assert.ThrowsAsync<InvalidDataException>(
            () => RunAsync(Assignment(folder.Of("2"), resume, until: 3), new KeepingChannel(3)));

        Assert.Contains("is of epoch 1, not 2", error.Message);
    }

    private static Task RunAsync(TrialAssignment assignment, ITrialChannel channel) =>
        new DigitsProgram(9).RunAsync(new TrialContext(assignment, channel), default);

    private static TrialAssignment Assignment(
        string folder, TrialResume? resume, long until) => new()
        {
            Study = new StudyId("digits"),
            Attempt = new AttemptId(new TrialNumber(0), 1),
            Configuration = Of(
            ("units", ParameterValue.Of(12)),
            ("optimizer", ParameterValue.Of("adam")),
            ("dropout", ParameterValue.Of(0.1))),
            Seed = 3,
            Objective = "validation-accuracy",
            Folder = folder,
            Resumes = true,
            Resume = resume,
            Until = new Resource(until),
        };

    private static Configuration Of(params (string Name, ParameterValue Value)[] values) =>
        new(values.Select(value => KeyValuePair.Create(value.Name, value.Value)));

    private sealed class KeepingChannel(long pauseAt) : ITrialChannel
    {
        public List<MetricSet> Metrics { get; } = [];

        public string? Checkpoint { get; private set; }

        public ValueTask<TrialReply> ReportAsync(
            long report,
            Resource resource,
            MetricSet metrics,
            bool isBarrier,
            CancellationToken stop)
        {
            Metrics.Add(metrics);
            return ValueTask.FromResult(resource.Units < pauseAt
                ? new TrialReply(AttemptInstruction.Continue, new Resource(pauseAt))
                : new TrialReply(AttemptInstruction.Pause, null));
        }

        public ValueTask AnnounceCheckpointAsync(
            Resource resource, string folder, CancellationToken stop)
        {
            Checkpoint = folder;
            return ValueTask.CompletedTask;
        }
    }
}
