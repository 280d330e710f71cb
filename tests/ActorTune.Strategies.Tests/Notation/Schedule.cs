using System.Text;

namespace ActorTune.Strategies.Notation;

/// <summary>
/// Drives a trial scheduler by words and tells what it does. "start" asks for a free slot and
/// starts what is offered; "3:0.5@9" is trial 3's measurement 0.5 at resource 9; "3!" is its
/// failure, "3-" its cancellation, "next" asks for a free slot and carries the answer out;
/// "+3" lets trial 3 go on although the scheduler did not propose it. "3:0.5;2@9~60" adds a second
/// objective and the seconds that the trial ran, as "3!~60" does to a failure.
/// </summary>
/// <remarks>
/// After every word the scheduler is saved, loaded into a fresh one and saved again: the bytes
/// must be the same, and the fresh one goes on.
/// </remarks>
internal sealed class Schedule
{
    private readonly Func<ITrialScheduler> _create;
    private readonly List<TrialRow> _trials = [];
    private ITrialScheduler _scheduler;

    internal Schedule(string scheduler, long? max = null, Direction direction = Direction.Minimize)
        : this(Specifications.Of(scheduler, max, direction: direction))
    {
    }

    internal Schedule(StudySpecification specification)
    {
        _create = () => StandardStrategies.Instance.CreateScheduler(specification);
        _scheduler = _create();
    }

    internal ITrialScheduler Scheduler => _scheduler;

    /// <summary>
    /// Runs the words and joins the answers: "start 0@1", "pause 0", "promote 0@3".
    /// </summary>
    internal string Run(string words) =>
        string.Join(", ", words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Step));

    /// <summary>Starts trials without a word about them.</summary>
    internal Schedule Started(int count)
    {
        for (int i = 0; i < count; i++)
            Assert.StartsWith("start", Step("start"));
        return this;
    }

    /// <summary>"rung 0: 3/9" lines for every rung: promoted of entered.</summary>
    internal string Rungs() => string.Join(
        " ", _scheduler.Rungs().Select(rung => $"{rung.Level}:{rung.Promoted}/{rung.Count}"));

    internal void Tell(int trial, TrialChangeKind kind)
    {
        TrialRow row = _trials[trial];
        _scheduler.Observe(new TrialChange(
            kind, new TrialNumber(trial), row.Bracket, row.Resource, row.Value, false, null)
        {
            Seconds = row.Seconds,
        });
    }

    private string Step(string text)
    {
        string[] parts = text.Split('~');
        double seconds = parts.Length > 1 ? Real(parts[1]) : 0;
        string word = parts[0];
        string answer = word switch
        {
            "start" or "next" => Next(_scheduler.Next(true)),
            "promote" => Next(_scheduler.Next(false)),
            _ when word.EndsWith('!') => End(word, TrialChangeKind.Failed, seconds),
            _ when word.EndsWith('-') => End(word, TrialChangeKind.Cancelled, seconds),
            _ when word.StartsWith('+') => Finish(Number(word[1..])),
            _ => Measure(word, seconds),
        };
        Reload();
        return answer;
    }

    private string End(string word, TrialChangeKind kind, double seconds)
    {
        int trial = int.Parse(word[..^1], CultureInfo.InvariantCulture);
        _trials[trial].Seconds = seconds;
        Tell(trial, kind);
        return $"{(kind == TrialChangeKind.Failed ? "fail" : "cancel")} {trial}";
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double Real(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private string Finish(int trial)
    {
        Tell(trial, TrialChangeKind.Promoted);
        _trials[trial].Until = null;
        return $"finish {trial}";
    }

    private string Measure(string word, double seconds)
    {
        string[] parts = word.Split(':', '@');
        int trial = int.Parse(parts[0], CultureInfo.InvariantCulture);
        TrialRow row = _trials[trial];
        double[] values = [.. parts[1].Split(';').Select(Real)];
        row.Value = values[0];
        row.Seconds = seconds;
        row.Resource = new Resource(long.Parse(parts[2], CultureInfo.InvariantCulture));
        bool isDecisionPoint = row.Until is { } until && row.Resource >= until;
        TrialChange measured = row.Measured(trial, values, isDecisionPoint);
        _scheduler.Observe(measured);
        SchedulerDecision decision = _scheduler.OnMeasurement(measured);
        Assert.Equal(decision, _scheduler.OnMeasurement(measured));
        if (!isDecisionPoint && decision.Action != SchedulerAction.Stop)
            return $"report {trial}";
        if (decision.Action == SchedulerAction.Continue)
            row.Until = decision.Until;
        Tell(trial, Kind(decision.Action));
        return decision.Action == SchedulerAction.Continue
            ? $"continue {trial}@{decision.Until}"
            : $"{decision.Action.ToString().ToLowerInvariant()} {trial}";
    }

    private string Next(NextAction next)
    {
        switch (next)
        {
            case NextAction.StartNew start:
                return Start(start);
            case NextAction.Promote promote:
                _trials[promote.Trial.Value].Until = promote.Until;
                Tell(promote.Trial.Value, TrialChangeKind.Promoted);
                return $"promote {promote.Trial}@{promote.Until}";
            default:
                return next == NextAction.Wait ? "wait" : "finished";
        }
    }

    private string Start(NextAction.StartNew start)
    {
        var trial = new TrialNumber(_trials.Count);
        _trials.Add(new TrialRow { Bracket = start.Bracket, Until = start.Until });
        _scheduler.Observe(new TrialChange(
            TrialChangeKind.Started,
            trial,
            start.Bracket,
            start.Until ?? Resource.Zero,
            0,
            false,
            start.Configuration ?? Configuration.Empty)
        {
            Parent = start.Donor,
        });
        return $"start {trial}@{start.Until?.ToString() ?? "end"}"
            + (start.Donor is { } donor ? $" from {donor}" : "");
    }

    private void Reload()
    {
        string saved = Save(_scheduler);
        ITrialScheduler fresh = _create();
        using JsonDocument document = JsonDocument.Parse(saved);
        fresh.Load(document.RootElement);
        Assert.Equal(saved, Save(fresh));
        Assert.Equal(_scheduler.Next(true), fresh.Next(true));
        Assert.Equal(_scheduler.Next(false), fresh.Next(false));
        _scheduler = fresh;
    }

    private static string Save(ITrialScheduler scheduler)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            scheduler.Save(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static TrialChangeKind Kind(SchedulerAction action) => action switch
    {
        SchedulerAction.Continue => TrialChangeKind.Continued,
        SchedulerAction.Pause => TrialChangeKind.Paused,
        SchedulerAction.Stop => TrialChangeKind.Stopped,
        _ => TrialChangeKind.Completed,
    };
}
