using ActorTune.Actors;
using ActorTune.Journal;
using ActorTune.Simulation;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Events;
using ActorTune.TestKit.Cluster;

namespace ActorTune.Coordinator;

/// <summary>
/// A person changes the trial scheduler of a study that runs, and the engine is killed after every
/// single event, before the change and after it.
/// </summary>
public sealed class SwitchSweepTests
{
    private const int SwitchAfter = 24;

    [Theory]
    [InlineData("asha", "hyperband")]
    [InlineData("hyperband", "median")]
    [InlineData("median", "asha")]
    [InlineData("run-to-completion", "pasha")]
    public async Task Killed_after_any_event_the_switched_study_ends(string from, string to)
    {
        StudySpecification study = Studies.Small(from);
        IReadOnlyList<JournalEntry> whole = await RunAsync(study, to, 1, int.MaxValue);
        for (int kill = 1; kill <= whole.Count; kill++)
            await RunAsync(study, to, (ulong)kill, kill);
    }

    [Fact]
    public async Task What_cannot_take_over_is_refused_and_the_study_goes_on()
    {
        await using var journal = new InMemoryStudyJournal();
        StudySpecification study = Studies.Small();
        var answers = new List<Acceptance>();
        int seen = 0;
        var cluster = SimulatedCluster.Start(
            journal, study, Studies.Falling(), Options(1, count => seen = count));
        cluster.Run(() => seen >= SwitchAfter);
        Tell(cluster, "wilcoxon", answers.Add);

        Assert.True(cluster.Run(), cluster.Host.FormatTrace());

        var refused = Assert.IsType<Acceptance.Refused>(Assert.Single(answers));
        Assert.Contains("'wilcoxon' cannot take over", refused.Reason);
        Assert.DoesNotContain(
            SimulatedCluster.Read(journal, study.Study),
            entry => entry.Event is SchedulerSwitchRequested or MessageRejected);
    }

    private static async Task<IReadOnlyList<JournalEntry>> RunAsync(
        StudySpecification study, string to, ulong seed, int killAfter)
    {
        await using var journal = new InMemoryStudyJournal();
        bool isDone = false;
        bool isAcknowledged = false;
        for (int life = 0; !isDone; life++)
        {
            Assert.True(life < 4, "it did not come to an end");
            int seen = SimulatedCluster.Read(journal, study.Study).Count;
            var cluster = SimulatedCluster.Start(
                journal, study, Studies.Falling(), Options(seed, count => seen = count));
            int limit = life == 0 ? killAfter : int.MaxValue;
            isDone = cluster.Run(() => seen >= Math.Min(limit, SwitchAfter));
            if (isDone || seen >= limit)
                continue;
            if (!isAcknowledged)
                Tell(cluster, to, _ => isAcknowledged = true);
            isDone = cluster.Run(() => seen >= limit);
        }

        return Check(SimulatedCluster.Read(journal, study.Study), to, isAcknowledged);
    }

    private static SimulatedClusterOptions Options(ulong seed, Action<int> seen) => new()
    {
        Seed = seed,
        SlotsPerWorker = 3,
        Committed = entries => seen((int)entries[^1].Sequence.Value),
    };

    private static void Tell(SimulatedCluster cluster, string to, Action<Acceptance> heard)
    {
        IActorRef<Acceptance> reply = cluster.Host.Spawn("person", () => new Person(heard));
        cluster.Study.Tell(new PersonSaid(
            new SwitchScheduler(new StrategyOptions(to)), reply));
    }

    // What was acknowledged is in the journal, and every decision on both sides is recomputed.
    private static IReadOnlyList<JournalEntry> Check(
        IReadOnlyList<JournalEntry> entries, string to, bool isAcknowledged)
    {
        VerificationReport report = StudyVerification.Run(entries);
        Assert.Empty(report.Problems);
        Assert.Equal(report.Decisions, report.Recomputed);
        Assert.IsType<StudyFinished>(entries[^1].Event);
        IEnumerable<SchedulerSwitched> switches =
            entries.Select(entry => entry.Event).OfType<SchedulerSwitched>();
        Assert.All(switches, switched => Assert.Equal(to, switched.Scheduler.Name));
        if (isAcknowledged)
            Assert.NotEmpty(switches);
        return entries;
    }

    private sealed class Person(Action<Acceptance> heard) : Actor<Acceptance>
    {
        protected override void Receive(Acceptance message) => heard(message);
    }
}
