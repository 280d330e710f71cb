namespace ActorTune.Strategies.Samplers.History;

public sealed class ImportedTrialsTests
{
    private static readonly SearchSpace Space = new([new FloatParameter("x", 0, 1)]);

    [Fact]
    public void Without_own_observations_the_losses_are_normal_quantiles()
    {
        TrialHistory history = Import(0.9, 0.5, 0.25);

        Assert.Equal(3, history.ObservedCount);
        Assert.Equal([-3, -2, -1], history.Ranked.Select(trial => trial.Number));
        Assert.Equal(-0.6744897501960817, history.Ranked[0].Loss, 12);
        Assert.Equal(0, history.Ranked[1].Loss, 12);
        Assert.Equal([-3, -2, -1], history.Known.Select(trial => trial.Number));
    }

    [Fact]
    public void With_own_observations_they_stand_where_own_trials_of_their_quantile_stand()
    {
        TrialHistory history = Import(0.95, 0.5, 0.125, 0.05);
        Observe(history, 0, 4);
        Observe(history, 1, 1);
        Observe(history, 2, 8);
        Observe(history, 3, 2);

        Assert.Equal(
            [-4, -3, 1, 3, -2, 0, 2, -1], history.Ranked.Select(trial => trial.Number));
        double[] losses = [.. history.Ranked.Where(trial => trial.IsImported)
            .Select(trial => trial.Loss)];
        Assert.Equal(0.14025381330004427, losses[0], 10);
        Assert.Equal(1, losses[1], 12);
        Assert.Equal(3, losses[2], 12);
        Assert.Equal(10.149365466749884, losses[3], 10);
    }

    [Fact]
    public void A_single_own_observation_is_their_median_with_the_spread_one()
    {
        TrialHistory history = Import(0.75, 0.25);
        Observe(history, 0, 5);

        Assert.Equal([-2, 0, -1], history.Ranked.Select(trial => trial.Number));
        Assert.Equal(4.325510249803918, history.Ranked[0].Loss, 12);
    }

    [Fact]
    public void Between_two_rungs_they_stand_with_the_better_trial()
    {
        TrialHistory history = Import(0.5);
        Observe(history, 0, 3, 9);
        Observe(history, 1, 1, 1);

        Assert.Equal([-1, 0, 1], history.Ranked.Select(trial => trial.Number));
        Assert.Equal((9, 3.0), (history.Ranked[0].Rung.Units, history.Ranked[0].Loss));
    }

    [Fact]
    public void Equal_own_losses_leave_them_in_the_order_of_their_quantiles()
    {
        TrialHistory history = Import(0.75, 0.25);
        Observe(history, 0, 5);
        Observe(history, 1, 5);

        Assert.Equal([-2, -1, 0, 1], history.Ranked.Select(trial => trial.Number));
        Assert.All(history.Ranked, trial => Assert.Equal(5, trial.Loss));
    }

    [Fact]
    public void Failed_own_trials_stay_last_and_move_nothing()
    {
        TrialHistory history = Import(0.75, 0.25);
        Start(history, 0, 1);
        Tell(history, TrialChangeKind.Failed, 0, 0, 1, null);

        Assert.Equal([-2, -1, 0], history.Ranked.Select(trial => trial.Number));
        Assert.Equal(2, history.ObservedCount);
        Assert.Equal(-0.6744897501960817, history.Ranked[0].Loss, 12);
    }

    private static TrialHistory Import(params double[] quantiles)
    {
        var history = new TrialHistory(Space, [new Objective("loss", Direction.Minimize)]);
        for (int i = 0; i < quantiles.Length; i++)
            Tell(history, TrialChangeKind.Imported, i, quantiles[i], 27, Space.Decode([0.5]));
        return history;
    }

    private static void Observe(TrialHistory history, int trial, double loss, long rung = 1)
    {
        Start(history, trial, rung);
        Tell(history, TrialChangeKind.Measured, trial, loss, rung, null);
    }

    private static void Start(TrialHistory history, int trial, long rung) =>
        Tell(history, TrialChangeKind.Started, trial, 0, rung, Space.Decode([0.5]));

    private static void Tell(
        TrialHistory history,
        TrialChangeKind kind,
        int trial,
        double value,
        long resource,
        Configuration? configuration) => history.Observe(new TrialChange(
            kind,
            new TrialNumber(trial),
            default,
            new Resource(resource),
            value,
            kind == TrialChangeKind.Measured,
            configuration));
}
