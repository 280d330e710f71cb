using ActorTune.Journal;
using ActorTune.Simulation;
using ActorTune.Simulation.WhatIf;
using ActorTune.TestKit.Cluster;

namespace ActorTune.TestKit.Recorded;

/// <summary>
/// The fixtures are nine trainings of samples/01-digits over nine epochs, as "actortune journal
/// export" wrote them: all events, and the measurements.
/// </summary>
public sealed class RecordedTrialsTests
{
    private const string Accuracy = "validation-accuracy";

    private static readonly StudySpecification Digits = OwnStudies.Of() with
    {
        Objectives = [new Objective(Accuracy, Direction.Maximize)],
        Scheduler = new StrategyOptions("asha"),
    };

    private static RecordedTrials OfJournal { get; } = RecordedTrials.Read(Fixture("digits.jsonl"));

    private static RecordedTrials OfTable { get; } =
        RecordedTrials.Read(Fixture("digits.csv"), Accuracy);

    [Fact]
    public void A_journal_and_its_table_hold_the_same_curves()
    {
        Assert.Equal(Enumerable.Range(0, 9), OfJournal.Trials);
        Assert.Equal(OfJournal.Trials, OfTable.Trials);
        foreach (int trial in OfJournal.Trials)
        {
            for (int epoch = 1; epoch <= 9; epoch++)
                Assert.Equal(OfJournal.At(trial, epoch), OfTable.At(trial, epoch));
        }

        Assert.Equal(0.8913649025069638, OfTable.At(1, 1));
        Assert.True(OfJournal[1].UnitTime > TimeSpan.Zero);
        Assert.True(OfJournal[1].Configuration.Contains("learning-rate"));
    }

    [Fact]
    public async Task A_journal_that_is_open_gives_them_too()
    {
        await using var journal = new InMemoryStudyJournal();
        StudySpecification study = Digits with { Stop = new StopConditions { Trials = 9 } };
        SimulatedCluster.Start(journal, study, new ScriptedProgramRunner(OfTable.Step)).Run();

        RecordedTrials again = await RecordedTrials.OfAsync(journal, study.Study);

        Assert.Equal(OfTable.At(3, 1), again.At(3, 1));
        FormatException none = await Assert.ThrowsAsync<FormatException>(
            () => RecordedTrials.OfAsync(journal, new StudyId("other")));
        Assert.Equal("The journal of 'other' has no study.", none.Message);
    }

    [Fact]
    public void A_scheduler_is_driven_over_them_step_by_step()
    {
        SchedulerHarness harness = new SchedulerHarness(
            () => new OwnHalving(Digits.Objective, [1, 3, 9], 3)).Start(3);

        // After one epoch: 0.100, 0.802 and 0.891 of the validation digits.
        harness.Train(0, OfTable).ShouldPause();
        harness.Train(2, OfTable).ShouldPause();
        harness.Train(1, OfTable).ShouldPromote(until: 3);
        harness.Train(1, OfTable).ShouldPause();
        harness.Next(mayStart: false).ShouldWait();
    }

    [Fact]
    public void A_simulation_and_a_cluster_decide_alike_over_them()
    {
        SimulationResult simulated = StudySimulation.Run(Digits, OfJournal);
        var journal = new InMemoryStudyJournal();
        SimulatedCluster cluster = SimulatedCluster.Start(
            journal, Digits, new ScriptedProgramRunner(OfJournal.Step));

        Assert.True(cluster.Run());
        var state = new StudyState(StandardStrategies.Instance);
        foreach (JournalEntry entry in SimulatedCluster.Read(journal, Digits.Study))
            state.Evolve(entry);
        Assert.Equal(Outcomes(simulated.State), Outcomes(state));
        Assert.Equal(OfTable.At(state.FinalBest!.Value.Value, 9), state.Trials[
            state.FinalBest.Value.Value].Value);
    }

    [Fact]
    public void Rows_of_json_may_be_sparse_and_diverge()
    {
        RecordedTrials trials = RecordedTrials.Parse("curves.jsonl", """
            {"trial": 4, "resource": 3, "metrics": {"loss": 0.5}}
            {"trial": 4, "resource": 6, "loss": 0.25}

            {"trial": 7, "resource": 3, "loss": "NaN"}
            """, "loss");

        Assert.Equal([4, 7], trials.Trials);
        Assert.Equal(0.25, trials.At(4, 6));
        Assert.Equal(CurveEnd.Cut, trials[4].End);
        Assert.Equal(CurveEnd.Failed, trials[7].End);
        Assert.Equal(
            "fail 7",
            new SchedulerHarness(() => OwnStudies.Halving(OwnStudies.Of())).Start(8)
                .Train(7, trials).Answer);
    }

    [Theory]
    [InlineData("c.csv", "trial,resource,loss\n0,1,0.5\n0,1,0.4", "c.csv, line 3: the resource 1 "
        + "of trial 0 does not grow beyond 1 in line 2")]
    [InlineData("c.csv", "trial,resource,loss\n0,one,0.5", "c.csv, line 2: the resource 'one' is "
        + "no whole number from 1 on")]
    [InlineData("c.csv", "trial,resource,loss\n0,1,", "c.csv, line 2: the loss '' is no number")]
    [InlineData("c.csv", "trial,resource,loss\n0,1", "c.csv, line 2: 2 values for the 3 columns")]
    [InlineData("c.csv", "trial,epoch,loss\n0,1,2", "c.csv, line 2: say which metric the curves "
        + "are of; it has [epoch, loss]")]
    [InlineData("c.csv", "trial,loss\n0,1", "c.csv, line 2: there is no 'resource' among")]
    [InlineData("c.csv", "trial,resource,loss\n0,1,nan\n0,2,1", "line 3: trial 0 has diverged in")]
    [InlineData("c.csv", "trial,resource,\"loss\n0,1,nan", "c.csv, line 1: a quote is not closed")]
    [InlineData("c.csv", "trial,resource,loss\n", "c.csv has no measurement.")]
    [InlineData("c.jsonl", "{\"trial\": 0", "c.jsonl, line 1: it is no JSON object")]
    [InlineData("c.jsonl", "[1]", "c.jsonl, line 1: it is no JSON object")]
    [InlineData("c.jsonl", "{\"seq\": 1, \"event\": {}}", "c.jsonl: Line 1 is not an entry")]
    public void What_is_no_table_is_refused_by_file_and_line(
        string name, string text, string message)
    {
        FormatException refused = Assert.Throws<FormatException>(
            () => RecordedTrials.Parse(name, text));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_recorded_is_named_when_it_is_asked_for()
    {
        RecordedTrials trials = RecordedTrials.Parse("c.csv", "trial,resource,loss\n0,1,0.5");
        SchedulerHarness harness =
            new SchedulerHarness(() => new OwnHalving(OwnStudies.Of().Objective, [3, 9], 3))
                .Start(2);

        Assert.Equal(
            "c.csv has trial 0 up to 1 only, and more is asked for.",
            Assert.Throws<SpecException>(() => harness.Train(0, trials)).Message);
        Assert.Equal(
            "c.csv has no trial 1; it has 1 up to 0.",
            Assert.Throws<SpecException>(() => harness.Train(1, trials)).Message);
        Assert.Equal(
            "c.csv has no measurement of trial 0 at 2.",
            Assert.Throws<SpecException>(() => trials.At(0, 2)).Message);
    }

    private static IEnumerable<string> Outcomes(StudyState state) => state.Trials.Select(
        trial => FormattableString.Invariant($"{trial.Status} {trial.Resource} {trial.Value}"));

    private static string Fixture(string name) =>
        Path.Combine(AppContext.BaseDirectory, "curves", name);
}
