using ActorTune.Simulation;
using ActorTune.Studies;

namespace ActorTune.TestKit.Cluster;

/// <content>What must be true of the whole journal.</content>
internal sealed partial class ClusterTrial
{
    /// <summary>The decisions of a strict study that came to its end.</summary>
    internal string? DecisionHash { get; private set; }

    private void Verify()
    {
        VerificationReport report = StudyVerification.Run(
            SimulatedCluster.Read(_journal, _sweep.Specification.Study), _sweep.Catalog);
        if (!report.IsClean)
            _watch.Break($"the journal verifies: {report.Problems[0]}");
        else if (_sweep.Specification.Strict is not null)
            Compare();
    }

    // Whatever went wrong, a strict study decides the same.
    private void Compare()
    {
        DecisionHash = DecisionLog.Of(
            SimulatedCluster.Read(_journal, _sweep.Specification.Study)).Hash;
        if (_sweep.DecisionHash is { } expected && DecisionHash != expected)
            _watch.Break(
                $"a strict study decides the same: {DecisionHash} is not {expected}");
    }
}
