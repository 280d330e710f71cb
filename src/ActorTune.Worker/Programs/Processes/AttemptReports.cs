using ActorTune.Programs;

namespace ActorTune.Worker.Programs.Processes;

/// <summary>
/// Numbers an attempt's reports, refuses those that are no measurement, and counts how many are not
/// acknowledged.
/// </summary>
internal sealed class AttemptReports(TrialLaunch launch, ITrialProgramEvents events)
{
    /// <summary>How many reports may be unacknowledged.</summary>
    internal const int Credit = 64;

    private readonly Lock _gate = new();
    private Resource _resource = launch.From?.Resource ?? Resource.Zero;
    private long _acknowledged;
    private bool _isReleased;
    private bool _isClosed;
    private TaskCompletionSource? _waiting;

    /// <summary>How many reports were taken.</summary>
    internal long Count { get; private set; }

    /// <summary>Passes a report on.</summary>
    /// <exception cref="InvalidMeasurementException">It is refused.</exception>
    internal void Take(Resource resource, MetricSet metrics)
    {
        string where = $"The report at {launch.ResourceUnit} {resource}";
        if (resource <= _resource)
            throw new InvalidMeasurementException(
                $"{where} does not grow beyond {_resource}: count the {launch.ResourceUnit}s since "
                + "the trial's beginning, from 1, those before the checkpoint included.");
        if (metrics.Find(launch.Objective) is null)
            throw new InvalidMeasurementException(
                $"{where} lacks the objective '{launch.Objective}'; it has "
                + $"[{string.Join(", ", metrics.Names)}].");
        lock (_gate)
        {
            if (_isClosed && Count - _acknowledged >= Credit)
                return;
            Count++;
        }

        _resource = resource;
        events.Reported(Count, resource, metrics);
    }

    internal void Acknowledge(long report)
    {
        lock (_gate)
        {
            _acknowledged = Math.Max(_acknowledged, report);
            ReleaseIfDue();
        }
    }

    /// <summary>
    /// Ends every wait, as the program is to end; what it goes on to report beyond the credit is
    /// dropped, so that one which ignores this cannot flood the engine.
    /// </summary>
    internal void Close()
    {
        lock (_gate)
            _isClosed = true;
        Release();
    }

    /// <summary>Ends every wait: the program has ended, and what it wrote is read.</summary>
    internal void Release()
    {
        lock (_gate)
        {
            _isReleased = true;
            ReleaseIfDue();
        }
    }

    /// <summary>Ends when fewer reports than the credit are unacknowledged.</summary>
    internal Task WhenCreditAsync()
    {
        lock (_gate)
        {
            if (HasCredit())
                return Task.CompletedTask;
            _waiting ??= new TaskCompletionSource(
                TaskCreationOptions.RunContinuationsAsynchronously);
            return _waiting.Task;
        }
    }

    private bool HasCredit() => _isReleased || Count - _acknowledged < Credit;

    private void ReleaseIfDue()
    {
        if (!HasCredit())
            return;
        _waiting?.TrySetResult();
        _waiting = null;
    }
}
