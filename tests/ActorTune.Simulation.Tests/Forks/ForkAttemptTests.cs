using ActorTune.Studies;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.Simulation.Forks;

/// <summary>What becomes of attempts and checkpoints in a fork.</summary>
public sealed class ForkAttemptTests
{
    [Fact]
    public void Attempts_that_ran_are_lost_and_cost_no_retry()
    {
        StudySpecification study = ForkStudies.Study("asha") with
        {
            Failures = new FailurePolicy { LostWorkerRetries = 0, ErrorRetries = 0 },
        };
        IReadOnlyList<JournalEntry> parent = Journals.Run(study);
        int at = 1 + parent.ToList().FindIndex(
            parent.Count / 2, entry => entry.Event is TrialSuggested);
        StudyState before = Journals.Fold(parent.Take(at));
        Assert.NotEmpty(before.Running);

        IReadOnlyList<JournalEntry> fork =
            Journals.Fork(parent, at, study, keepsScheduler: true, keepsSampler: true);
        StudyState begun = Journals.Fold(fork);
        StudyState end = Journals.CheckWhole(Journals.Run(study, fork));

        Assert.Empty(begun.Running);
        Assert.Empty(begun.Offers);
        Assert.Superset(before.Running.ToHashSet(), begun.Waiting.ToHashSet());
        Assert.All(before.Running, number => Assert.True(
            end.Trial(number).Attempt.Number > before.Trial(number).Attempt.Number));
    }

    [Theory]
    [InlineData("asha", 9)]
    [InlineData("asha type=stopping", 4)]
    [InlineData("hyperband", 9)]
    [InlineData("median", 5)]
    public void A_lost_attempt_runs_to_the_next_decision_of_the_new_rule(string to, long max)
    {
        StudySpecification study = ForkStudies.Study("run-to-completion");
        IReadOnlyList<JournalEntry> parent = Journals.Run(study);
        int at = 1 + parent.ToList().FindIndex(40, entry => entry.Event is TrialSuggested);
        StudySpecification other = study with
        {
            Scheduler = ForkStudies.Options(to),
            MaxResource = new Resource(max),
        };

        StudyState begun = Journals.Fold(Journals.Fork(parent, at, other));

        long[] levels = [.. begun.Scheduler.Rungs().Select(rung => rung.Level.Units), max];
        Assert.True(begun.Waiting.Count > 1);
        Assert.All(begun.Waiting.Select(begun.Trial), trial => Assert.Equal(
            levels.Where(level => level > trial.Resource.Units).DefaultIfEmpty(max).Min(),
            trial.Until!.Value.Units));
    }

    [Fact]
    public void No_trial_goes_on_from_a_checkpoint_that_is_missing()
    {
        StudySpecification study = ForkStudies.Study("asha");
        IReadOnlyList<JournalEntry> parent = Journals.Run(study);
        int at = parent.Count / 2;
        Checkpoint[] missing = [.. Journals.Fold(parent.Take(at)).Trials
            .SelectMany(trial => trial.Checkpoints)];
        Assert.NotEmpty(missing);

        IReadOnlyList<JournalEntry> fork = Journals.Fork(parent, at, study, missing: missing);
        IReadOnlyList<JournalEntry> journal = Journals.Run(study, fork);

        Journals.CheckWhole(journal);
        IEnumerable<Checkpoint?> used = journal.Skip(at).Select(entry => entry.Event switch
        {
            TrialPromoted promoted => promoted.From,
            TrialRetried retried => retried.From,
            _ => null,
        });
        Assert.Empty(used.OfType<Checkpoint>().Intersect(missing));
    }
}
