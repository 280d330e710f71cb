using System.Buffers;
using System.Text.Json;

namespace ActorTune.Cli.Explaining;

/// <summary>
/// A trial scheduler as it stood before it learned of a trial's measurement, or of all that
/// followed from it: what would it have said to another value?
/// </summary>
internal sealed class SchedulerProbe
{
    private readonly StudySpecification _study;
    private readonly TrialChange _measured;
    private readonly bool _isEntered;
    private readonly int _trials;
    private readonly ReadOnlyMemory<byte> _saved;
    private JsonDocument? _state;

    private SchedulerProbe(
        StudySpecification study,
        TrialChange measured,
        bool isEntered,
        int trials,
        ReadOnlyMemory<byte> saved)
    {
        _trials = trials;
        _study = study;
        _measured = measured;
        _isEntered = isEntered;
        _saved = saved;
    }

    internal double Value => _measured.Value;

    private double WorstValue => _study.Objective.Direction == Direction.Minimize
        ? double.MaxValue
        : double.MinValue;

    internal static ReadOnlyMemory<byte> Save(ITrialScheduler scheduler)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            scheduler.Save(writer);
        return buffer.WrittenMemory;
    }

    /// <summary>Asks the scheduler from before the measurement.</summary>
    internal static SchedulerProbe Before(
        StudyState state, TrialChange measured, ReadOnlyMemory<byte> saved) =>
        new(state.Specification, measured, false, state.Trials.Count, saved);

    /// <summary>
    /// Asks a scheduler that knows the measurement: it forgets the trial first, as if a person had
    /// cancelled it, and gets it anew.
    /// </summary>
    internal static SchedulerProbe After(
        StudyState state, TrialChange measured, ReadOnlyMemory<byte> saved) =>
        new(state.Specification, measured, true, state.Trials.Count, saved);

    /// <summary>
    /// Whether the trial would have gone on, at once or as soon as a slot was free.
    /// </summary>
    /// <param name="value">Its value.</param>
    /// <param name="more">How many more trials had come there before, with the worst value.</param>
    internal bool GoesOn(double value, int more = 0)
    {
        ITrialScheduler scheduler = Load();
        if (_isEntered)
            scheduler.Observe(_measured with { Kind = TrialChangeKind.Cancelled });
        for (int i = 0; i < more; i++)
            scheduler.Observe(_measured with
            {
                Trial = new TrialNumber(_trials + i),
                Value = WorstValue,
            });
        TrialChange measured = _measured with { Value = value };
        scheduler.Observe(measured);
        SchedulerDecision answer = scheduler.OnMeasurement(measured);
        return answer.Action switch
        {
            SchedulerAction.Stop => false,
            SchedulerAction.Pause => IsPromoted(scheduler, measured),
            _ => true,
        };
    }

    private static bool IsPromoted(ITrialScheduler scheduler, in TrialChange measured)
    {
        scheduler.Observe(measured with { Kind = TrialChangeKind.Paused });
        while (scheduler.Next(mayStart: false) is NextAction.Promote promote)
        {
            if (promote.Trial == measured.Trial)
                return true;
            scheduler.Observe(measured with
            {
                Kind = TrialChangeKind.Promoted,
                Trial = promote.Trial,
                Resource = promote.Until,
            });
        }

        return false;
    }

    private ITrialScheduler Load()
    {
        _state ??= JsonDocument.Parse(_saved);
        ITrialScheduler scheduler = StandardStrategies.Instance.CreateScheduler(_study);
        scheduler.Load(_state.RootElement);
        return scheduler;
    }
}
