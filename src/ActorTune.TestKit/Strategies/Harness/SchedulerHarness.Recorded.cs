using ActorTune.Strategies;
using ActorTune.TestKit.Recorded;
using ActorTune.Trials;

namespace ActorTune.TestKit.Strategies;

/// <content>Steps on curves that were recorded.</content>
public sealed partial class SchedulerHarness
{
    /// <summary>
    /// A trial trains on as it once did: every measurement that was recorded is reported, up to the
    /// next decision or the trial's own end.
    /// </summary>
    /// <param name="trial">The trial's number, here and in the recording.</param>
    /// <param name="recorded">What it measured.</param>
    /// <exception cref="SpecException">The recording ends before a decision.</exception>
    public SchedulerStep Train(int trial, RecordedTrials recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        HarnessTrial row = Row(trial);
        while (recorded.After(trial, row.Resource.Units) is (var at, var value))
        {
            SchedulerStep step = Report(trial, at, value);
            if (step.Decides)
                return step;
        }

        return recorded.EndOf(trial) == AttemptEnd.Returned
            ? End(trial, TrialChangeKind.Completed, "complete")
            : Fail(trial);
    }
}
