using ActorTune.Strategies;
using ActorTune.Studies;

namespace ActorTune.TestKit.Cluster;

/// <content>What the study as journalled has to do next.</content>
internal sealed partial class JournalRules
{
    /// <summary>Whether a free slot would get a trial at once.</summary>
    internal bool IsTrialDue => _state.Phase == StudyPhase.Running
        && (_state.Waiting.Count > 0
            || _state.Scheduler.Next(MayStart()) is NextAction.StartNew or NextAction.Promote);

    private bool MayStart() =>
        _state.StartedCount < (_state.Specification.Stop.Trials ?? int.MaxValue)
        && (!_state.IsSamplerExhausted || _state.Enqueued.Count > 0);
}
