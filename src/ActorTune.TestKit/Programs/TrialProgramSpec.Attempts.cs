using ActorTune.Programs;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.TestKit.Programs;

/// <content>How an attempt is made and watched.</content>
public sealed partial class TrialProgramSpec
{
    private ScriptedAttempt Train(ITrialProgram program, AttemptScript script) =>
        TrainAsync(program, script).GetAwaiter().GetResult();

    private async Task<ScriptedAttempt> TrainAsync(ITrialProgram program, AttemptScript script)
    {
        var attempt = new ScriptedAttempt(script, Objective);
        var trial = new TrialContext(Assign(script), attempt);
        // The thread of the test is not given to a program that never awaits.
        Task end = Task.Run(() => EndAsync(program, trial, script, attempt));
        try
        {
            await Task.WhenAny(end, attempt.Ending).WaitAsync(TimeLimit, Clock)
                .ConfigureAwait(false);
            await end.WaitAsync(StopGrace, Clock).ConfigureAwait(false);
            return attempt;
        }
        catch (TimeoutException)
        {
            attempt.GiveUp();
            throw TooLate(attempt);
        }
    }

    private static async Task EndAsync(
        ITrialProgram program, TrialContext trial, AttemptScript script, ScriptedAttempt attempt)
    {
        if (script.Turn is { } turn)
            await turn.BeginAsync(attempt.Stop).ConfigureAwait(false);
        (attempt.Outcome, _) = await AttemptOutcome.OfAsync(program, trial, attempt.Stop)
            .ConfigureAwait(false);
        script.Turn?.Leave();
    }

    private SpecException TooLate(ScriptedAttempt attempt) => new(
        attempt.Ending.IsCompleted
            ? $"It was told to end after {Last(attempt)} and goes on still after {StopGrace}."
            : $"It was not told to end, and {TimeLimit} after its start it has come to "
                + $"{Last(attempt)}.");

    private string Last(ScriptedAttempt attempt) => attempt.Reports is [.., var last]
        ? FormattableString.Invariant($"{ResourceUnit} {last.Resource}")
        : "no report";

    private TrialAssignment Assign(AttemptScript script) => new()
    {
        Study = new StudyId("trial-program-spec"),
        Attempt = new AttemptId(new TrialNumber(0), script.Resume is null ? 1 : 2),
        Configuration = _configuration,
        Seed = script.Seed,
        Objective = Objective,
        Folder = script.Folder,
        Slots = [0],
        ResourceUnit = ResourceUnit,
        Resume = script.Resume,
        Until = new Resource(script.Barriers[0]),
        Resumes = Resumes,
    };
}
