using ActorTune.AskTell;
using ActorTune.Strategies;
using ActorTune.Studies.Events;

namespace ActorTune.Analysis;

public sealed class TrialTableTests
{
    [Fact]
    public void The_highest_resource_counts_unless_told_otherwise()
    {
        StudyState state = Study("last").State;

        TrialTable highest = TrialTable.Of(state);
        TrialTable given = TrialTable.Of(state, TrialSelection.At(new Resource(1)));
        TrialTable any = TrialTable.Of(state, TrialSelection.AtAnyResource);

        Assert.Equal((new Resource(3), "0:0.5", 1, 2), Seen(highest));
        Assert.Equal((new Resource(1), "0:0.2 1:0.4 2:0.6", 1, 0), Seen(given));
        Assert.Equal((null, "0:0.5 1:0.4 2:0.3", 1, 0), Seen(any));
        Assert.Equal(["1:3", "2:2", "3:1"], highest.MeasuredResources.Select(
            one => $"{one.Resource}:{one.TrialCount}"));
        Assert.Empty(TrialTable.Of(state, TrialSelection.At(new Resource(9))).Trials);
    }

    [Fact]
    public void The_objectives_reduction_holds_at_each_resource()
    {
        StudyState best = Study("best").State;
        Assert.Equal("0:0.2", Seen(TrialTable.Of(best)).Trials);
        StudyState mean = Study("mean").State;
        Assert.Equal(
            "0:0.55 2:0.45", Seen(TrialTable.Of(mean, TrialSelection.At(new Resource(2)))).Trials);
    }

    [Fact]
    public void Any_objective_can_be_taken_from_the_measurements()
    {
        AskTellStudy study = Study("last");
        IEnumerable<MeasurementReported> measurements =
            study.Entries.Select(entry => entry.Event).OfType<MeasurementReported>();
        var size = new Objective("size", Direction.Maximize);

        Assert.Equal("0:20 1:40 2:60", Seen(TrialTable.Of(
            study.State, size, measurements, TrialSelection.At(new Resource(1)))).Trials);
    }

    [Fact]
    public void A_study_without_measurements_has_an_empty_table()
    {
        var study = new AskTellStudy(Specifications.Of("run-to-completion"));

        Assert.Empty(TrialTable.Of(study.State).Trials);
        Assert.Empty(TrialRanks.Of(TrialTable.Of(study.State)));
        Assert.Throws<ArgumentException>(
            () => new ValueDistribution(TrialTable.Of(study.State)));
    }

    [Fact]
    public void Values_that_are_not_finite_are_refused() =>
        Assert.Throws<ArgumentException>(() => Tables.Of(1, double.NaN));

    [Fact]
    public void Equal_values_share_a_rank_and_improvements_are_strict()
    {
        TrialTable table = Tables.Of(5, 3, 3, 4, 1);

        Assert.Equal(["1:4", "2:1", "2:2", "4:3", "5:0"], TrialRanks.Of(table).Select(
            ranked => $"{ranked.Rank}:{ranked.Trial.Number}"));
        Assert.Equal([0, 1, 4], TrialRanks.Improvements(table).Select(trial => trial.Number.Value));
    }

    [Fact]
    public void A_distribution_tells_which_share_reaches_a_value()
    {
        var least = new ValueDistribution(Tables.Of(4, 1, 2, 2));
        TrialTable table = Tables.Of(4, 1, 2, 2);
        var most = new ValueDistribution(new TrialTable(
            table.Space, table.Objective with { Direction = Direction.Maximize }, table.Trials));

        Assert.Equal(
            [0, 0.25, 0.75, 0.75, 1], new[] { 0, 1, 2, 3, 4.0 }.Select(least.ShareReaching));
        Assert.Equal(
            [1, 1, 0.75, 0.25, 0], new[] { 0, 1, 2, 3, 5.0 }.Select(most.ShareReaching));
        Assert.Equal([1, 2, 2, 4], new[] { 0.25, 0.5, 0.75, 1 }.Select(least.ValueReachedBy));
        Assert.Equal(4, most.ValueReachedBy(0.1));
        Assert.Equal([new(1, 0.25), new(2, 0.75), new(4, 1)], least.Steps());
    }

    [Theory]
    [InlineData(Direction.Minimize, 0.95)]
    [InlineData(Direction.Maximize, 0.05)]
    public void Superiority_is_that_of_better_values(Direction direction, double expected)
    {
        StudyComparison comparison = StudyComparison.Of(
            Table(direction, 1, 2, 3, 4), Table(direction, 4, 5, 6, 7, 8));

        Assert.Equal(expected, comparison.Superiority, 0.03);
        Assert.Equal((4, 5, 2.5, 6), (comparison.LeftCount, comparison.RightCount,
            comparison.LeftMedian, comparison.RightMedian));
        Assert.Equal(-3.5, comparison.Shift.Estimate);
        Assert.True(comparison.Test.PValue < 0.05);
    }

    [Fact]
    public void Studies_of_different_directions_cannot_be_compared() =>
        Assert.Throws<ArgumentException>(() => StudyComparison.Of(
            Table(Direction.Minimize, 1), Table(Direction.Maximize, 1)));

    private static TrialTable Table(Direction direction, params double[] values)
    {
        TrialTable table = Tables.Of(values);
        return new TrialTable(
            table.Space, table.Objective with { Direction = direction }, table.Trials);
    }

    // Trial 0 reports 0.2, 0.9, 0.5; trial 1 0.4; trial 2 0.6, 0.3; trial 3 0.1 and fails.
    private static AskTellStudy Study(string reduction)
    {
        StudySpecification plain = Specifications.Of("run-to-completion");
        var study = new AskTellStudy(plain with
        {
            Objectives = [plain.Objective with
            {
                Reduce = reduction switch
                {
                    "best" => Reduction.Best,
                    "mean" => Reduction.MeanOfLast(2),
                    _ => Reduction.Last,
                },
            }],
        });
        Report(study, 0.2, 0.9, 0.5);
        Report(study, 0.4);
        Report(study, 0.6, 0.3);
        study.Fail(Report(study, 0.1));
        return study;
    }

    private static TrialNumber Report(AskTellStudy study, params double[] values)
    {
        TrialNumber trial = ((NextTrial.Train)study.Next()).Attempt.Trial;
        for (int i = 0; i < values.Length; i++)
            study.Report(trial, new Resource(i + 1), new MetricSet(
                ["loss", "size"], [values[i], values[i] * 100]));
        return trial;
    }

    private static (Resource? At, string Trials, int Failed, int Unmeasured) Seen(
        TrialTable table) => (
            table.Resource,
            string.Join(" ", table.Trials.Select(trial => string.Create(
                CultureInfo.InvariantCulture,
                $"{trial.Number}:{Math.Round(trial.Value, 9)}"))),
            table.FailedCount,
            table.UnmeasuredCount);
}
