using ActorTune.Cli.Conditions;

namespace ActorTune.Cli.Tests;

/// <summary>Conditions see forked and switched studies as they are.</summary>
public sealed class SuccessionViewTests
{
    public static TheoryData<string> Names => [.. GoldenSuccessions.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Trials_and_rungs_are_counted_at_every_event(string name)
    {
        var view = new StudyView();
        foreach (JournalEntry entry in GoldenSuccessions.All[name]())
        {
            view.Take(entry);
            Assert.All(Enum.GetValues<TrialStatus>(), status => Assert.Equal(
                view.State.Trials.Count(trial => trial.Status == status), view.Count(status)));
            Assert.Equal(
                view.State.Scheduler.Rungs().FirstOrDefault(rung => rung.Rung == 1),
                view.Rung(null, 1));
            Assert.Equal(BestTrials.Best(view.State), view.Best);
        }
    }
}
