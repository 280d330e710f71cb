namespace ActorTune.Journal.Tests;

public sealed class FaultyStudyJournalTests
{
    private static readonly StudyId Study = new("study");
    private static readonly Epoch One = new(1);
    private static readonly StudyJournalSpec Spec = new(StudyJournalTraits.None, Create);

    public static IEnumerable<object[]> Names => Spec.Names.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Names))]
    public Task Without_faults_it_keeps_the_contract(string name) => Spec.RunAsync(name);

    [Fact]
    public async Task Fail_writes_nothing_and_throws()
    {
        await using FaultyStudyJournal journal = With(
            JournalFault.OnAppend(JournalFaultEffect.Fail, 2));
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        await writer.AppendAsync(One, StudyEventSamples.Measurement);
        await Assert.ThrowsAsync<JournalException>(
            () => writer.AppendAsync(One, StudyEventSamples.Measurement));
        Assert.Equal(1, (await writer.RefreshAsync(default)).Value);
        await writer.AppendAsync(One, StudyEventSamples.Measurement);
        Assert.Equal(3, journal.AppendCount);
    }

    [Fact]
    public async Task FailAfterWrite_writes_and_throws_and_refreshing_tells_the_real_head()
    {
        await using FaultyStudyJournal journal = With(
            JournalFault.OnEvent<WallTimeReached>(JournalFaultEffect.FailAfterWrite).Once());
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        await writer.AppendAsync(One, StudyEventSamples.Measurement);
        await Assert.ThrowsAsync<JournalException>(
            () => writer.AppendAsync(One, new WallTimeReached(), new WallTimeReached()));
        Assert.Equal(3, (await writer.RefreshAsync(default)).Value);
        Assert.Equal(3, (await journal.ReadAllAsync(Study)).Count);
        await writer.AppendAsync(One, new WallTimeReached());
    }

    [Theory]
    [InlineData(JournalFaultEffect.StaleEpoch, AppendOutcome.StaleEpoch)]
    [InlineData(JournalFaultEffect.Conflict, AppendOutcome.Conflict)]
    public async Task An_outcome_is_given_and_nothing_written(
        JournalFaultEffect effect, AppendOutcome outcome)
    {
        await using FaultyStudyJournal journal = With(
            JournalFault.When(effect, append => append.Study == Study)
                .And(append => append.Entries.Count == 2));
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        await writer.AppendAsync(One, StudyEventSamples.Measurement);
        var head = new SequenceNumber(1);
        IReadOnlyList<JournalEntry> batch = JournalOperations.Number(
            head, One, StudyEventSamples.Measurement, StudyEventSamples.Measurement);
        Assert.Equal(outcome, await writer.AppendAsync(One, head, batch, default));
        Assert.Single(await journal.ReadAllAsync(Study));
    }

    [Fact]
    public async Task A_delay_waits_for_the_clock_given_and_then_asks_the_next_fault()
    {
        var clock = new ManualClock();
        await using var journal = new FaultyStudyJournal(
            new InMemoryStudyJournal(),
            clock,
            Late(TimeSpan.FromDays(1)),
            JournalFault.OnAppend(JournalFaultEffect.Fail, 1));
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        Task append = writer.AppendAsync(One, StudyEventSamples.Measurement);
        Assert.False(append.IsCompleted);
        Assert.Equal(TimeSpan.FromDays(1), clock.Due);
        clock.Fire();
        await Assert.ThrowsAsync<JournalException>(() => append);
    }

    private static JournalFault Late(TimeSpan delay) =>
        JournalFault.OnAppend(JournalFaultEffect.Delay, 1) with { Delay = delay };

    private static FaultyStudyJournal With(params JournalFault[] faults) =>
        new(new InMemoryStudyJournal(), TimeProvider.System, faults);

    private static StudyJournalSubject Create() => new() { Open = () => With() };

    private sealed class ManualClock : TimeProvider
    {
        private TimerCallback? _callback;
        private object? _state;

        internal TimeSpan Due { get; private set; }

        public override ITimer CreateTimer(
            TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_callback, _state, Due) = (callback, state, dueTime);
            return new Nothing();
        }

        internal void Fire() => _callback!(_state);

        private sealed class Nothing : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
                // There is no timer to end.
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
