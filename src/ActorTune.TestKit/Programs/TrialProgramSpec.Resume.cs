using ActorTune.Programs;
using ActorTune.Studies.Effects;
using ActorTune.Trials;

namespace ActorTune.TestKit.Programs;

/// <content>What a program keeps to that declares that it goes on from checkpoints.</content>
public sealed partial class TrialProgramSpec
{
    private IEnumerable<SpecCase> ResumingCases() =>
    [
        Case("It saves a checkpoint before its report at a barrier", SavesAtBarrier),
        Case("Asked for a checkpoint it saves one before its next report", SavesWhenAsked),
        Case("A new instance goes on from its checkpoint as if nothing had happened", Resume),
        Case("A checkpoint is read where it was copied to, its attempt's folder gone", ReadsCopy),
        Case("It leaves the attempt that it goes on from as it was", LeavesDonor),
    ];

    private void SavesAtBarrier(AttemptFolders folders)
    {
        ScriptedAttempt attempt = Train(_create(), Whole(folders) with
        {
            Barriers = [Barrier],
            Last = AttemptInstruction.Pause,
        });
        RequireDecided(attempt);
        RequireCheckpoint(attempt, attempt.Decided!.Value, "a decision waits there");
    }

    private void SavesWhenAsked(AttemptFolders folders)
    {
        ScriptedAttempt attempt = Train(
            _create(), Whole(folders) with { Barriers = [Until], AsksForCheckpoint = true });
        SpecCheck.True(
            attempt.Reports.Count > 1,
            $"a second report up to {Until} (raise {nameof(Until)})",
            string.Join(", ", attempt.Curve()));
        RequireCheckpoint(attempt, 1, "the report before was answered so");
    }

    private void Resume(AttemptFolders folders)
    {
        (ScriptedAttempt whole, TrialResume resume, _) = TrainFirst(folders);
        ScriptedAttempt resumed = GoOn(folders, resume);
        if (IsRepeatable)
            SpecCheck.Sequence(
                whole.Curve(above: resume.Resource.Units),
                resumed.Curve(),
                $"What it reported after {resume.Resource} from its checkpoint there");
    }

    private void ReadsCopy(AttemptFolders folders)
    {
        (_, TrialResume resume, string donor) = TrainFirst(folders);
        ScriptedAttempt there = GoOn(folders, resume);
        var moved = resume with { Folder = folders.Copy(resume.Folder) };
        Directory.Delete(donor, recursive: true);
        ScriptedAttempt elsewhere = GoOn(folders, moved);
        if (IsRepeatable)
            SpecCheck.Sequence(
                there.Curve(), elsewhere.Curve(), "What it reported from a copied checkpoint");
    }

    private void LeavesDonor(AttemptFolders folders)
    {
        (_, TrialResume resume, string donor) = TrainFirst(folders);
        IReadOnlyList<string> before = AttemptFolders.Content(donor);
        GoOn(folders, resume);
        SpecCheck.Sequence(
            before,
            AttemptFolders.Content(donor),
            "The folder of the attempt whose checkpoint another one went on from");
    }

    // An attempt that goes on past the barrier, as one whose worker is lost later.
    private (ScriptedAttempt Whole, TrialResume Resume, string Folder) TrainFirst(
        AttemptFolders folders)
    {
        AttemptScript script = Whole(folders);
        ScriptedAttempt whole = Train(_create(), script);
        RequireDecided(whole);
        long resource = whole.Reports[whole.Decided!.Value].Resource;
        string folder = whole.CheckpointAt(resource)
            ?? throw new SpecException(
                $"Nothing can go on at {ResourceUnit} {resource}: no checkpoint was saved there.");
        return (whole, new TrialResume(new Resource(resource), folder), script.Folder);
    }

    private ScriptedAttempt GoOn(AttemptFolders folders, TrialResume resume)
    {
        ScriptedAttempt attempt = Train(
            _create(), Whole(folders) with { Barriers = [Until], Resume = resume });
        RequireReturned(attempt, $"It went on from its checkpoint at {resume.Resource}");
        SpecCheck.True(
            attempt.Reports.Count > 0,
            $"a report up to {Until} after its checkpoint at {resume.Resource}",
            "none");
        return attempt;
    }

    private void RequireCheckpoint(ScriptedAttempt attempt, int report, string why)
    {
        long resource = attempt.Reports[report].Resource;
        SpecCheck.True(
            attempt.CheckpointBefore(report) is not null,
            $"a checkpoint at {ResourceUnit} {resource} before the report there, as {why}",
            attempt.CheckpointAt(resource) is null ? "none" : "one after the report");
    }
}
