using ActorTune.TestKit.Journal;

namespace ActorTune.TestKit.Cluster;

/// <summary>The faults of appends in a plan, counted on from those of earlier lives.</summary>
internal static class PlannedAppends
{
    internal static IEnumerable<JournalFault> Of(FaultPlan plan, int before)
    {
        foreach (ClusterFault fault in plan.Faults)
        {
            int at = fault.At - before;
            switch (fault.Kind)
            {
                case ClusterFaultKind.FailAppend:
                    yield return JournalFault.OnAppend(JournalFaultEffect.Fail, at);
                    break;
                case ClusterFaultKind.LoseAppendAnswer:
                    yield return JournalFault.OnAppend(JournalFaultEffect.FailAfterWrite, at);
                    break;
                case ClusterFaultKind.FillDisk:
                    yield return JournalFault.When(
                        JournalFaultEffect.Full,
                        append => append.Number >= at && append.Number < at + fault.Amount);
                    break;
            }
        }
    }
}
